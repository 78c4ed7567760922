package dev.overlap.engine;

import dev.overlap.plan.Site;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.Method;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Fetches a site, or follows a job, on the event loop: each step begins an exchange and gives the
 * thread back; the reply's callback takes the next step. Between two polls a timer waits, and
 * nobody's thread with it.
 *
 * <p>Threads: every method runs on the loop's thread, but for the callbacks of a cancel.
 */
record LoopFetch(AsyncClient client, Tools tools) {

    /** The first step. */
    void begin(Carry carry, Site.Fetch site) {
        Course course = new Redirects(carry.task().label());
        step(carry, Request.to(site.address(), tools.lab()), course);
    }

    /** The first step. */
    void begin(Carry carry, Site.Poll site) {
        Request first = Request.to(site.address(), tools.lab()).by(Method.POST);
        step(carry, first, new Polling(carry.task().label()));
    }

    private void step(Carry carry, Request request, Course course) {
        if (carry.isStopped()) {
            carry.end(new Outcome.Cancelled());
            return;
        }
        try {
            Watch watch = carry.watch(request);
            Next next = new Next(carry, watch, request, course);
            Future<ReplyHead> exchange = client.execute(watch, request, next);
            carry.onStop(() -> exchange.cancel(true));
        } catch (RuntimeException | Error e) {
            carry.end(Faults.of(e, carry.task().label()));
        }
    }

    private void goOn(Carry carry, Request request, ReplyHead reply, Course course) throws Fault {
        Course.Ask next = course.next(request, reply);
        if (next == null) {
            carry.end(new Outcome.Answered(reply.status(), carry.bytes()));
        } else if (next.pause().isPositive()) {
            pause(carry, next, course);
        } else {
            later(carry, next.request(), course);
        }
    }

    private void pause(Carry carry, Course.Ask next, Course course) {
        carry.enter(Phase.PAUSE);
        Future<?> due =
                tools.timer()
                        .schedule(
                                () -> later(carry, next.request(), course),
                                next.pause().toNanos(),
                                TimeUnit.NANOSECONDS);
        carry.onStop(
                () -> {
                    boolean early = due.cancel(false);
                    carry.end(new Outcome.Cancelled()); // no reply will come to tell of the end
                    return early;
                });
    }

    /**
     * The next request is a step of its own: in the callback of a reply its connection is not yet
     * given back, and the next request to the same host would have to open another.
     */
    private void later(Carry carry, Request request, Course course) {
        carry.enter(Phase.READY);
        client.onLoop(carry, () -> step(carry, request, course));
    }

    /** What follows an exchange. */
    private final class Next implements FutureCallback<ReplyHead> {

        private final Carry carry;
        private final Watch watch;
        private final Request request;
        private final Course course;

        Next(Carry carry, Watch watch, Request request, Course course) {
            this.carry = carry;
            this.watch = watch;
            this.request = request;
            this.course = course;
        }

        @Override
        public void completed(@Nullable ReplyHead reply) {
            try {
                if (reply == null) {
                    throw new IllegalStateException("a reply without a head");
                }
                goOn(carry, request, reply, course);
            } catch (Throwable e) {
                failed(e);
            }
        }

        @Override
        public void failed(Exception cause) {
            boolean stale =
                    watch.foundItStale(request.method()) && Faults.isBrokenConnection(cause);
            if (stale && carry.mayRepeat()) {
                later(carry, request, course); // the server had closed it while it was idle
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
