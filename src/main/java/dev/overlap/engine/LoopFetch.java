package dev.overlap.engine;

import dev.overlap.plan.Site;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.concurrent.Future;

/**
 * Fetches a site on the event loop, redirects included: each step begins an exchange and gives the
 * thread back; the reply's callback takes the next step.
 *
 * <p>Threads: every method runs on the loop's thread, but for the callbacks of a cancel.
 */
record LoopFetch(AsyncClient client, URI lab) {

    /** The first step. */
    void begin(Carry carry, Site.Fetch site) {
        step(carry, Request.to(site.address(), lab), new Redirects(carry.task().label()));
    }

    private void step(Carry carry, Request request, Redirects redirects) {
        if (carry.isStopped()) {
            carry.end(new Outcome.Cancelled());
            return;
        }
        try {
            Watch watch = carry.watch(request);
            Next next = new Next(carry, watch, request, redirects);
            Future<Reply> exchange = client.execute(watch, request, next);
            carry.onStop(() -> exchange.cancel(true));
        } catch (RuntimeException | Error e) {
            carry.end(Faults.of(e, carry.task().label()));
        }
    }

    /**
     * A redirect is followed by a step of its own: in the callback of a reply its connection is not
     * yet given back, and the next request to the same host would have to open another.
     */
    private void goOn(Carry carry, Request request, Reply reply, Redirects redirects) throws Fault {
        Request next = redirects.next(request, reply);
        if (next == null) {
            carry.end(new Outcome.Answered(reply.status(), carry.bytes()));
        } else {
            later(carry, next, redirects);
        }
    }

    private void later(Carry carry, Request request, Redirects redirects) {
        carry.enter(Phase.READY);
        client.onLoop(carry.index(), () -> step(carry, request, redirects));
    }

    /** What follows an exchange. */
    private final class Next implements FutureCallback<Reply> {

        private final Carry carry;
        private final Watch watch;
        private final Request request;
        private final Redirects redirects;

        Next(Carry carry, Watch watch, Request request, Redirects redirects) {
            this.carry = carry;
            this.watch = watch;
            this.request = request;
            this.redirects = redirects;
        }

        @Override
        public void completed(@Nullable Reply reply) {
            try {
                if (reply == null) {
                    throw new IllegalStateException("a reply without a head");
                }
                goOn(carry, request, reply, redirects);
            } catch (Throwable e) {
                failed(e);
            }
        }

        @Override
        public void failed(Exception cause) {
            boolean stale = watch.foundItStale() && Faults.isBrokenConnection(cause);
            if (stale && carry.mayRepeat()) {
                later(carry, request, redirects); // the server had closed it while it was idle
            } else {
                failed((Throwable) cause);
            }
        }

        private void failed(Throwable cause) {
            carry.end(Faults.of(cause, carry.task().label()));
        }

        @Override
        public void cancelled() {
            carry.end(new Outcome.Cancelled());
        }
    }
}
