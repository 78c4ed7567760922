package dev.overlap.engine.http;

import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.PollPolicy;
import dev.overlap.engine.request.RedirectPolicy;
import dev.overlap.engine.request.RequestPolicy;
import dev.overlap.engine.request.ResponseHead;
import dev.overlap.engine.request.TaskFailedException;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Step;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.Method;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Fetches pages and follows jobs on the event loop: each step begins an exchange and returns, and
 * the callback of the response takes the next step. Between two polls, a timer waits instead of a
 * thread.
 *
 * <p>Threads: every method runs on the loop's thread, except for the callbacks of a cancel.
 */
public record AsyncFetcher(AsyncClient client, HttpClients clients) {

    /**
     * Begins to fetch a page.
     *
     * @param then receives the outcome, once, on the loop's thread or on the one that cancels
     */
    public void begin(TaskExecution execution, Step.Fetch step, Consumer<Outcome> then) {
        RequestPolicy policy = new RedirectPolicy(execution.label());
        HttpExchangeRequest first = HttpExchangeRequest.to(step.address(), clients.lab());
        new Fetching(execution, policy, then).step(first);
    }

    /**
     * Begins to follow a job.
     *
     * @param then receives the outcome, once, on the loop's thread or on the one that cancels
     */
    public void begin(TaskExecution execution, Step.Poll step, Consumer<Outcome> then) {
        RequestPolicy policy = new PollPolicy(execution.label());
        HttpExchangeRequest first =
                HttpExchangeRequest.to(step.address(), clients.lab()).by(Method.POST);
        new Fetching(execution, policy, then).step(first);
    }

    /** A page or job under way. */
    private final class Fetching {

        private final TaskExecution execution;
        private final RequestPolicy policy;
        private final Consumer<Outcome> then;

        Fetching(TaskExecution execution, RequestPolicy policy, Consumer<Outcome> then) {
            this.execution = execution;
            this.policy = policy;
            this.then = then;
        }

        void step(HttpExchangeRequest request) {
            step(request, ExchangeRecorder::begin);
        }

        /** Repeats the request on a fresh connection. */
        void repeat(HttpExchangeRequest request) {
            execution.enter(Phase.READY);
            client.onLoop(execution, () -> step(request, ExchangeRecorder::repeat));
        }

        private void step(
                HttpExchangeRequest request,
                BiFunction<TaskExecution, HttpExchangeRequest, ExchangeRecorder> begin) {
            if (execution.isStopped()) {
                then.accept(new Outcome.Cancelled());
                return;
            }
            try {
                ExchangeRecorder exchangeRecorder = begin.apply(execution, request);
                Next next = new Next(this, exchangeRecorder, request);
                Future<ResponseHead> exchange = client.execute(exchangeRecorder, request, next);
                execution.onStop(() -> exchange.cancel(true));
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }

        void proceed(HttpExchangeRequest request, ResponseHead reply) throws TaskFailedException {
            RequestPolicy.Ask next = policy.next(request, reply);
            if (next == null) {
                then.accept(new Outcome.Answered(reply.status(), execution.bytes()));
            } else if (next.pause().isPositive()) {
                pause(next);
            } else {
                later(next.request());
            }
        }

        private void pause(RequestPolicy.Ask next) {
            execution.enter(Phase.PAUSE);
            Future<?> due =
                    clients.timer()
                            .schedule(
                                    () -> later(next.request()),
                                    next.pause().toNanos(),
                                    TimeUnit.NANOSECONDS);
            execution.onStop(
                    () -> {
                        boolean early = due.cancel(false);
                        then.accept(new Outcome.Cancelled()); // no response will end it
                        return early;
                    });
        }

        /**
         * Makes the next request in a separate step: within the callback of a response, its
         * connection has not been returned yet, so another request to the same host would have to
         * open a new one.
         */
        private void later(HttpExchangeRequest request) {
            execution.enter(Phase.READY);
            client.onLoop(execution, () -> step(request));
        }

        void failed(Throwable cause) {
            then.accept(FailureClassifier.of(cause, execution));
        }
    }

    /**
     * Continues after an exchange.
     *
     * @param exchangeRecorder of the exchange
     * @param request of the exchange
     */
    private record Next(
            Fetching fetching, ExchangeRecorder exchangeRecorder, HttpExchangeRequest request)
            implements FutureCallback<ResponseHead> {

        @Override
        public void completed(@Nullable ResponseHead reply) {
            try {
                if (reply == null) {
                    throw new IllegalStateException("a reply without a head");
                }
                if (exchangeRecorder.mayRepeat(request.method(), reply)) {
                    fetching.repeat(request);
                } else {
                    fetching.proceed(request, reply);
                }
            } catch (Throwable e) {
                fetching.failed(e);
            }
        }

        @Override
        public void failed(Exception cause) {
            if (exchangeRecorder.mayRepeat(request.method(), cause)) {
                fetching.repeat(request);
            } else {
                fetching.failed(cause);
            }
        }

        @Override
        public void cancelled() {
            fetching.then.accept(new Outcome.Cancelled());
        }
    }
}
