package dev.overlap.engine;

import dev.overlap.plan.Site;
import dev.overlap.trace.Outcome;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;

/**
 * Fetches a site by calls that block, redirects included.
 *
 * <p>Threads: blocks its caller from the first request to the end of the last reply.
 */
record BlockingFetch(BlockingClient client, URI lab) {

    /** The outcome, unless an exchange fails. */
    Outcome run(Carry carry, Site.Fetch site) throws IOException {
        Redirects redirects = new Redirects(carry.task().label());
        @Nullable Request next = Request.to(site.address(), lab);
        int status = 0;
        while (next != null && !carry.isStopped()) {
            Reply reply = exchange(carry, next);
            status = reply.status();
            next = redirects.next(next, reply);
        }
        return carry.isStopped()
                ? new Outcome.Cancelled()
                : new Outcome.Answered(status, carry.bytes());
    }

    /**
     * Makes an exchange, again if its connection turns out to be one that the server had closed.
     */
    private Reply exchange(Carry carry, Request request) throws IOException {
        while (true) {
            Watch watch = carry.watch(request);
            try {
                return client.exchange(watch, request);
            } catch (IOException e) {
                boolean stale = watch.foundItStale() && Faults.isBrokenConnection(e);
                if (!stale || !carry.mayRepeat()) {
                    throw e;
                }
            }
        }
    }
}
