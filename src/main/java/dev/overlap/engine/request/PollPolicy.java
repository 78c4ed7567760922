package dev.overlap.engine.request;

import dev.overlap.trace.FailureKind;

import org.apache.hc.core5.http.Method;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Follows one job of a polling API: from the POST that starts it to the reply that has its result.
 *
 * <table>
 * <caption>What a reply means</caption>
 * <tr><th>status</th><th>to the POST</th><th>to a GET</th></tr>
 * <tr><td>202</td><td>started: ask at its Location, Operation-Location or Content-Location, the
 * first that there is, after a pause</td><td>not done: ask again after a pause, at its Location or
 * Operation-Location if it names one</td></tr>
 * <tr><td>303</td><td colspan=2>the result is at its Location: get it at once</td></tr>
 * <tr><td>other 2xx</td><td>done at once, there was no job to ask for</td><td>the result</td></tr>
 * <tr><td>307, 308</td><td>the POST again, at its Location</td><td>go on at its Location</td></tr>
 * <tr><td>301, 302</td><td>failure: clients make a GET of it, which starts nothing</td><td>go on at
 * its Location</td></tr>
 * <tr><td>429, 503 with a Retry-After</td><td colspan=2>the same once more, after that
 * time</td></tr>
 * <tr><td>429, 503 without</td><td>failure</td><td>the same once more, {@value #MAX_REFUSALS} times
 * in a row, each time after twice as long</td></tr>
 * <tr><td>other</td><td colspan=2>failure</td></tr>
 * </table>
 *
 * <p>A 201 counts as done even with a Location: that names what was made (RFC 9110, section
 * 15.3.2), not where to wait.
 *
 * <p>How long a job goes on is a matter of the task's timeout alone: each 202 may name another
 * Location, or one that was left before. But a chain of redirects, between which there is no pause,
 * must not lead back or be endless (section 15.4).
 *
 * <p>A POST is not to be sent twice unless the first one is known not to have been applied (section
 * 9.2.2). A whole reply of 429 (RFC 6585, section 4) or 503 (RFC 9110, section 15.6.4) whose
 * Retry-After asks for another one says that it was not. Without a Retry-After nothing does: a
 * gateway sends 503, too, for a server that it has lost half-way. A GET may be repeated in any
 * case; for one without a Retry-After this does as curl's {@code --retry} and the libraries of the
 * cloud services do.
 *
 * <p>Content-Location says where the report that came with the 202 can be had again, if the request
 * changed something; in a reply to a GET it only names that representation more exactly (section
 * 8.7), and is not followed.
 */
public final class PollPolicy implements RequestPolicy {

    /** The most redirects in a row. */
    static final int MAX_REDIRECTS = 20;

    /** How often in a row a GET may be turned away by a server that does not say for how long. */
    static final int MAX_REFUSALS = 3;

    private final String task;
    private final PollBackoff pace = new PollBackoff();
    private final Set<String> redirectedFrom = new HashSet<>();
    private int refusals;

    /**
     * @param task as people see it
     */
    public PollPolicy(String task) {
        this.task = task;
    }

    @Override
    public @Nullable Ask next(HttpExchangeRequest asked, ResponseHead reply)
            throws TaskFailedException {
        if (reply.status() == 429 || reply.status() == 503) {
            return onceMore(asked, reply);
        }
        refusals = 0;
        if (reply.status() >= 200 && reply.status() < 300 && reply.status() != 202) {
            return null;
        }
        return asked.method() == Method.POST ? posted(asked, reply) : told(asked, reply);
    }

    private Ask onceMore(HttpExchangeRequest asked, ResponseHead reply) throws TaskFailedException {
        if (reply.retryAfter() != null) {
            refusals = 0;
            return afterPause(asked, pause(asked, reply));
        }
        if (asked.method() == Method.POST) {
            throw notStarted(reply.status());
        }
        if (refusals == MAX_REFUSALS) {
            throw notDone(reply.status());
        }
        return afterPause(asked, pace.afterRefusal(asked.url().host(), refusals++));
    }

    private Ask posted(HttpExchangeRequest asked, ResponseHead reply) throws TaskFailedException {
        return switch (reply.status()) {
            case 202 -> afterPause(accepted(asked, reply), pause(asked, reply));
            case 303 -> Ask.atOnce(redirected(asked, reply, Method.GET));
            case 307, 308 -> Ask.atOnce(redirected(asked, reply, Method.POST));
            default -> throw notStarted(reply.status());
        };
    }

    private Ask told(HttpExchangeRequest asked, ResponseHead reply) throws TaskFailedException {
        return switch (reply.status()) {
            case 202 -> afterPause(again(asked, reply), pause(asked, reply));
            case 301, 302, 303, 307, 308 -> Ask.atOnce(redirected(asked, reply, Method.GET));
            default -> throw notDone(reply.status());
        };
    }

    /** A pause ends a chain of redirects: what comes after it may be another answer. */
    private Ask afterPause(HttpExchangeRequest next, Duration pause) {
        redirectedFrom.clear();
        return new Ask(next, pause);
    }

    private Duration pause(HttpExchangeRequest asked, ResponseHead reply) {
        return pace.pause(asked.url().host(), reply.retryAfter());
    }

    /** Where the job is that the POST has started. */
    private HttpExchangeRequest accepted(HttpExchangeRequest asked, ResponseHead reply)
            throws TaskFailedException {
        String job = reply.location() == null ? reply.operationLocation() : reply.location();
        String place = job == null ? reply.contentLocation() : job;
        if (place == null) {
            throw new TaskFailedException(
                    FailureKind.NO_LOCATION,
                    task
                            + " sent a 202 without a Location, an Operation-Location or a"
                            + " Content-Location, so there is no address to ask next. Ask the owner"
                            + " of the API.");
        }
        return to(place, asked);
    }

    /** The same place once more, unless the reply names another. */
    private HttpExchangeRequest again(HttpExchangeRequest asked, ResponseHead reply)
            throws TaskFailedException {
        String place = reply.location() == null ? reply.operationLocation() : reply.location();
        return place == null ? asked : to(place, asked);
    }

    private HttpExchangeRequest redirected(
            HttpExchangeRequest asked, ResponseHead reply, Method method)
            throws TaskFailedException {
        if (reply.location() == null) {
            throw new TaskFailedException(
                    FailureKind.NO_LOCATION,
                    "%s sent a %d without a Location, so there is no address to ask next. Ask the owner of the API."
                            .formatted(task, reply.status()));
        }
        redirectedFrom.add(place(asked));
        HttpExchangeRequest next = to(reply.location(), asked).by(method);
        if (redirectedFrom.contains(place(next)) || redirectedFrom.size() > MAX_REDIRECTS) {
            throw new TaskFailedException(
                    FailureKind.LOCATION_CIRCLE,
                    task
                            + " redirects polls of its job from one Location to the next without"
                            + " end. Ask the owner of the API.");
        }
        return next;
    }

    /** Returns a GET at a place that a reply names. */
    private HttpExchangeRequest to(String place, HttpExchangeRequest asked)
            throws TaskFailedException {
        return asked.redirected(
                RedirectPolicy.target(asked, place, task + " redirects polls of its job"));
    }

    private static String place(HttpExchangeRequest request) {
        return request.method() + " " + request.url();
    }

    private TaskFailedException notStarted(int status) {
        if (status == 429) {
            return new TaskFailedException(
                    FailureKind.JOB_REFUSED,
                    task
                            + " refused to start a job, since it gets too many requests (429), and"
                            + " did not say when to ask again. Try again later.");
        }
        return switch (status / 100) {
            case 3 ->
                    new TaskFailedException(
                            FailureKind.REDIRECT_REFUSED,
                            "%s answered the POST with a redirect that would not stay a POST (%d). Use the address that it points to."
                                    .formatted(task, status));
            case 4 ->
                    new TaskFailedException(
                            FailureKind.JOB_REFUSED,
                            "%s refused to start a job (%d). Check the address, and what the API expects."
                                    .formatted(task, status));
            default ->
                    new TaskFailedException(
                            FailureKind.JOB_FAILED,
                            "%s could not start a job (%d). Try again later."
                                    .formatted(task, status));
        };
    }

    private TaskFailedException notDone(int status) {
        if (status == 429 || status == 503) {
            return new TaskFailedException(
                    FailureKind.JOB_FAILED,
                    "%s started a job and was then too busy to tell of it (%d), %d times in a row. Try again later."
                            .formatted(task, status, MAX_REFUSALS + 1));
        }
        String sentence =
                status / 100 == 4
                        ? "%s started a job and then did not recognise it (%d). Try again, or ask"
                                + " the owner of the API."
                        : "%s started a job that failed (%d). Try again later.";
        return new TaskFailedException(FailureKind.JOB_FAILED, sentence.formatted(task, status));
    }
}
