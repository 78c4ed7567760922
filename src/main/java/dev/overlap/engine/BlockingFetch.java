package dev.overlap.engine;

import dev.overlap.plan.Site;
import dev.overlap.trace.Outcome;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;

/**
 * Fetches a site by calls that block, redirects included.
 *
 * <p>Threads: blocks its caller from the first request to the end of the last reply. Never throws:
 * everything becomes an outcome.
 */
record BlockingFetch(BlockingClient client, URI lab) {

    Outcome run(Carry carry, Site.Fetch site) {
        try {
            return follow(carry, Request.to(site.address(), lab));
        } catch (IOException | RuntimeException e) {
            return Faults.of(e, site.label());
        } catch (Error e) {
            // an error of the client ends this task; the worker and the other tasks go on
            return Faults.of(e, site.label());
        }
    }

    private Outcome follow(Carry carry, Request first) throws IOException {
        Redirects redirects = new Redirects();
        @Nullable Request next = first;
        int status = 0;
        while (next != null && !carry.isStopped()) {
            Reply reply = client.exchange(carry.watch(next), next);
            status = reply.status();
            next = redirects.next(next, reply);
        }
        return carry.isStopped()
                ? new Outcome.Cancelled()
                : new Outcome.Answered(status, carry.bytes());
    }
}
