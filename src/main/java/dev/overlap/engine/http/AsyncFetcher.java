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

/**
 * Fetches a page or follows a job on the event loop: each step begins an exchange and returns, and
 * the callback of the response takes the next step. Between two polls, a timer waits instead of a
 * thread.
 *
 * <p>Threads: every method runs on the loop's thread, except for the callbacks of a cancel.
 */
public record AsyncFetcher(AsyncClient client, HttpClients clients) {

    /** Takes the first step. */
    public void begin(TaskExecution execution, Step.Fetch site) {
        RequestPolicy policy = new RedirectPolicy(execution.task().label());
        step(execution, HttpExchangeRequest.to(site.address(), clients.lab()), policy);
    }

    /** Takes the first step. */
    public void begin(TaskExecution execution, Step.Poll site) {
        HttpExchangeRequest first =
                HttpExchangeRequest.to(site.address(), clients.lab()).by(Method.POST);
        step(execution, first, new PollPolicy(execution.task().label()));
    }

    private void step(TaskExecution execution, HttpExchangeRequest request, RequestPolicy policy) {
        step(execution, request, policy, ExchangeRecorder::begin);
    }

    /** Repeats the request on a fresh connection. */
    private void repeat(
            TaskExecution execution, HttpExchangeRequest request, RequestPolicy policy) {
        execution.enter(Phase.READY);
        client.onLoop(execution, () -> step(execution, request, policy, ExchangeRecorder::repeat));
    }

    private void step(
            TaskExecution execution,
            HttpExchangeRequest request,
            RequestPolicy policy,
            BiFunction<TaskExecution, HttpExchangeRequest, ExchangeRecorder> begin) {
        if (execution.isStopped()) {
            execution.end(new Outcome.Cancelled());
            return;
        }
        try {
            ExchangeRecorder exchangeRecorder = begin.apply(execution, request);
            Next next = new Next(execution, exchangeRecorder, request, policy);
            Future<ResponseHead> exchange = client.execute(exchangeRecorder, request, next);
            execution.onStop(() -> exchange.cancel(true));
        } catch (RuntimeException | Error e) {
            execution.end(FailureClassifier.of(e, execution.task()));
        }
    }

    private void proceed(
            TaskExecution execution,
            HttpExchangeRequest request,
            ResponseHead reply,
            RequestPolicy policy)
            throws TaskFailedException {
        RequestPolicy.Ask next = policy.next(request, reply);
        if (next == null) {
            execution.end(new Outcome.Answered(reply.status(), execution.bytes()));
        } else if (next.pause().isPositive()) {
            pause(execution, next, policy);
        } else {
            later(execution, next.request(), policy);
        }
    }

    private void pause(TaskExecution execution, RequestPolicy.Ask next, RequestPolicy policy) {
        execution.enter(Phase.PAUSE);
        Future<?> due =
                clients.timer()
                        .schedule(
                                () -> later(execution, next.request(), policy),
                                next.pause().toNanos(),
                                TimeUnit.NANOSECONDS);
        execution.onStop(
                () -> {
                    boolean early = due.cancel(false);
                    execution.end(new Outcome.Cancelled()); // no response will end it
                    return early;
                });
    }

    /**
     * Makes the next request in a separate step: within the callback of a response, its connection
     * has not been returned yet, so another request to the same host would have to open a new one.
     */
    private void later(TaskExecution execution, HttpExchangeRequest request, RequestPolicy policy) {
        execution.enter(Phase.READY);
        client.onLoop(execution, () -> step(execution, request, policy));
    }

    /** Continues a task after an exchange. */
    private final class Next implements FutureCallback<ResponseHead> {

        private final TaskExecution execution;
        private final ExchangeRecorder exchangeRecorder;
        private final HttpExchangeRequest request;
        private final RequestPolicy policy;

        Next(
                TaskExecution execution,
                ExchangeRecorder exchangeRecorder,
                HttpExchangeRequest request,
                RequestPolicy policy) {
            this.execution = execution;
            this.exchangeRecorder = exchangeRecorder;
            this.request = request;
            this.policy = policy;
        }

        @Override
        public void completed(@Nullable ResponseHead reply) {
            try {
                if (reply == null) {
                    throw new IllegalStateException("a reply without a head");
                }
                if (exchangeRecorder.mayRepeat(request.method(), reply)) {
                    repeat(execution, request, policy);
                } else {
                    proceed(execution, request, reply, policy);
                }
            } catch (Throwable e) {
                failed(e);
            }
        }

        @Override
        public void failed(Exception cause) {
            if (exchangeRecorder.mayRepeat(request.method(), cause)) {
                repeat(execution, request, policy);
            } else {
                failed((Throwable) cause);
            }
        }

        private void failed(Throwable cause) {
            execution.end(FailureClassifier.of(cause, execution.task()));
        }

        @Override
        public void cancelled() {
            execution.end(new Outcome.Cancelled());
        }
    }
}
