package dev.overlap.engine.request;

import dev.overlap.trace.FailureKind;

import org.apache.hc.core5.http.Method;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Follows one job of a polling API: from the POST that starts it to the reply that has its result.
 *
 * <table>
 * <caption>What a reply means</caption>
 * <tr><th>status</th><th>to the POST</th><th>to a GET</th></tr>
 * <tr><td>202</td><td>started: ask at its Location, after a pause</td><td>not done: ask again after
 * a pause, at its Location if it names another</td></tr>
 * <tr><td>303</td><td colspan=2>the result is at its Location: get it at once</td></tr>
 * <tr><td>other 2xx</td><td>done at once, there was no job to ask for</td><td>the result</td></tr>
 * <tr><td>307, 308</td><td>the POST again, at its Location</td><td>go on at its Location</td></tr>
 * <tr><td>301, 302</td><td>failure: clients make a GET of it, which starts nothing</td><td>go on at
 * its Location</td></tr>
 * <tr><td>other</td><td colspan=2>failure</td></tr>
 * </table>
 *
 * <p>A 201 counts as done even with a Location: that names what was made (RFC 9110, section
 * 15.3.2), not where to wait. A place that was left once and is named again is a circle, since
 * nothing that Overlap sends would make a difference there.
 */
public final class PollPolicy implements RequestPolicy {

    /** The most Locations that one job may be sent on to. */
    static final int MAX_MOVES = 20;

    private final String task;
    private final PollBackoff pace = new PollBackoff();
    private final Set<String> left = new HashSet<>();

    /**
     * @param task as people see it
     */
    public PollPolicy(String task) {
        this.task = task;
    }

    @Override
    public @Nullable Ask next(HttpExchangeRequest asked, ResponseHead reply)
            throws TaskFailedException {
        if (reply.status() >= 200 && reply.status() < 300 && reply.status() != 202) {
            return null;
        }
        return asked.method() == Method.POST ? posted(asked, reply) : told(asked, reply);
    }

    private Ask posted(HttpExchangeRequest asked, ResponseHead reply) throws TaskFailedException {
        return switch (reply.status()) {
            case 202 -> new Ask(moved(asked, reply, Method.GET), pause(asked, reply));
            case 303 -> Ask.atOnce(moved(asked, reply, Method.GET));
            case 307, 308 -> Ask.atOnce(moved(asked, reply, Method.POST));
            default -> throw notStarted(reply.status());
        };
    }

    private Ask told(HttpExchangeRequest asked, ResponseHead reply) throws TaskFailedException {
        return switch (reply.status()) {
            case 202 -> new Ask(again(asked, reply), pause(asked, reply));
            case 301, 302, 303, 307, 308 -> Ask.atOnce(moved(asked, reply, Method.GET));
            default -> throw notDone(reply.status());
        };
    }

    private Duration pause(HttpExchangeRequest asked, ResponseHead reply) {
        return pace.pause(asked.uri().getHost(), reply.retryAfter());
    }

    /** The same place once more, unless the reply names another. */
    private HttpExchangeRequest again(HttpExchangeRequest asked, ResponseHead reply)
            throws TaskFailedException {
        boolean stays =
                reply.location() == null || target(asked, reply.location()).equals(asked.uri());
        return stays ? asked : moved(asked, reply, Method.GET);
    }

    private HttpExchangeRequest moved(HttpExchangeRequest asked, ResponseHead reply, Method method)
            throws TaskFailedException {
        if (reply.location() == null) {
            throw new TaskFailedException(
                    FailureKind.NO_LOCATION,
                    "%s sent a %d without a Location, so there is no address to ask next. Ask the owner of the API."
                            .formatted(task, reply.status()));
        }
        left.add(place(asked));
        HttpExchangeRequest next = asked.redirected(target(asked, reply.location())).by(method);
        if (left.contains(place(next)) || left.size() > MAX_MOVES) {
            throw new TaskFailedException(
                    FailureKind.LOCATION_CIRCLE,
                    task
                            + " redirects polls of its job from one Location to the next without"
                            + " end. Ask the owner of the API.");
        }
        return next;
    }

    private URI target(HttpExchangeRequest asked, String location) throws TaskFailedException {
        return RedirectPolicy.target(asked, location, task + " redirects polls of its job");
    }

    private static String place(HttpExchangeRequest request) {
        return request.method() + " " + request.uri();
    }

    private TaskFailedException notStarted(int status) {
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
        String sentence =
                status / 100 == 4
                        ? "%s started a job and then did not recognise it (%d). Try again, or ask"
                                + " the owner of the API."
                        : "%s started a job that failed (%d). Try again later.";
        return new TaskFailedException(FailureKind.JOB_FAILED, sentence.formatted(task, status));
    }
}
