package dev.overlap.engine;

import dev.overlap.plan.Site;
import dev.overlap.trace.Outcome;

import org.apache.hc.core5.http.Method;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;

/**
 * Fetches a site, or follows a job, by calls that block: redirects, polls and the pauses between
 * them included.
 *
 * <p>Threads: blocks its caller from the first request to the end of the last reply.
 */
record BlockingFetch(BlockingClient client, URI lab) {

    /** The outcome, unless an exchange fails. */
    Outcome run(Carry carry, Site.Fetch site) throws IOException {
        return run(carry, Request.to(site.address(), lab), new Redirects(carry.task().label()));
    }

    /** The outcome, unless an exchange fails or the job does. */
    Outcome run(Carry carry, Site.Poll site) throws IOException {
        Request first = Request.to(site.address(), lab).by(Method.POST);
        return run(carry, first, new Polling(carry.task().label()));
    }

    private Outcome run(Carry carry, Request first, Course course) throws IOException {
        Course.@Nullable Ask next = Course.Ask.atOnce(first);
        int status = 0;
        while (next != null && !carry.isStopped()) {
            ReplyHead reply = exchange(carry, next.request());
            status = reply.status();
            next = course.next(next.request(), reply);
            if (next != null && next.pause().isPositive()) {
                carry.pause(next.pause());
            }
        }
        return carry.isStopped()
                ? new Outcome.Cancelled()
                : new Outcome.Answered(status, carry.bytes());
    }

    /**
     * Makes an exchange, again if its connection turns out to be one that the server had closed.
     */
    private ReplyHead exchange(Carry carry, Request request) throws IOException {
        while (true) {
            Watch watch = carry.watch(request);
            try {
                return client.exchange(watch, request);
            } catch (IOException e) {
                boolean stale =
                        watch.foundItStale(request.method()) && Faults.isBrokenConnection(e);
                if (!stale || !carry.mayRepeat()) {
                    throw e;
                }
            }
        }
    }
}
