package dev.overlap.engine.request;

import dev.overlap.trace.FailureKind;

import org.apache.hc.core5.http.Method;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Follows one job of a polling API: from the POST that starts it to the response with its result.
 *
 * <table>
 * <caption>The meaning of a response</caption>
 * <tr><th>status</th><th>to the POST</th><th>to a GET</th></tr>
 * <tr><td>202</td><td>started: poll its Location, Operation-Location or Content-Location, whichever
 * is present first, after a pause</td><td>not done: poll again after a pause, at its Location or
 * Operation-Location if present</td></tr>
 * <tr><td>303</td><td colspan=2>the result is at its Location: get it without a pause</td></tr>
 * <tr><td>other 2xx</td><td>done at once, without a job to poll</td><td>the result</td></tr>
 * <tr><td>307, 308</td><td>repeat the POST at its Location</td><td>continue at its
 * Location</td></tr>
 * <tr><td>301, 302</td><td>failure: clients change it to a GET, which starts
 * nothing</td><td>continue at its Location</td></tr>
 * <tr><td>429, 503 with a Retry-After</td><td colspan=2>repeat after that time</td></tr>
 * <tr><td>429, 503 without</td><td>failure</td><td>repeat up to {@value #MAX_REFUSALS} times in a
 * row, doubling the pause each time</td></tr>
 * <tr><td>other</td><td colspan=2>failure</td></tr>
 * </table>
 *
 * <p>A 201 counts as done even with a Location: that identifies what was created (RFC 9110, section
 * 15.3.2), not where to poll.
 *
 * <p>The duration of a job is limited only by the task's timeout: each 202 may name another
 * Location, or a previous one. But a chain of redirects, which has no pauses, must not be circular
 * or endless (section 15.4).
 *
 * <p>A POST must not be repeated unless the first one is known not to have been applied (section
 * 9.2.2). A complete 429 (RFC 6585, section 4) or 503 response (RFC 9110, section 15.6.4) with a
 * Retry-After indicates that. Without a Retry-After it is unknown: a gateway also sends 503 if it
 * loses its server midway. A GET may always be repeated; without a Retry-After, this is done as in
 * curl's {@code --retry} and the libraries of cloud services.
 *
 * <p>Content-Location says where the status report in a 202 can be retrieved again if the request
 * changed something; in a response to a GET it only identifies that representation more precisely
 * (section 8.7), and is not followed.
 */
public final class PollPolicy implements RequestPolicy {

    /** The most redirects in a row. */
    static final int MAX_REDIRECTS = 20;

    /** The most refusals of a GET in a row if the server does not specify a pause. */
    static final int MAX_REFUSALS = 3;

    private final String task;
    private final PollBackoff pace = new PollBackoff();
    private final Set<String> redirectedFrom = new HashSet<>();
    private int refusals;

    /**
     * @param task the label of the task
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
        return asked.method() == Method.POST ? posted(asked, reply) : polled(asked, reply);
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

    private Ask polled(HttpExchangeRequest asked, ResponseHead reply) throws TaskFailedException {
        return switch (reply.status()) {
            case 202 -> afterPause(again(asked, reply), pause(asked, reply));
            case 301, 302, 303, 307, 308 -> Ask.atOnce(redirected(asked, reply, Method.GET));
            default -> throw notDone(reply.status());
        };
    }

    /** Ends any chain of redirects: the response after the pause may be a different one. */
    private Ask afterPause(HttpExchangeRequest next, Duration pause) {
        redirectedFrom.clear();
        return new Ask(next, pause);
    }

    private Duration pause(HttpExchangeRequest asked, ResponseHead reply) {
        return pace.pause(asked.url().host(), reply.retryAfter());
    }

    /** Returns the first poll of the job that the POST has started. */
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

    /** Returns a poll of the same URL, unless the response names another. */
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

    /** Returns a GET request for a URL that a response names. */
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
