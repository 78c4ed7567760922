package dev.overlap.engine.http;

import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.PollPolicy;
import dev.overlap.engine.request.RedirectPolicy;
import dev.overlap.engine.request.RequestPolicy;
import dev.overlap.engine.request.ResponseHead;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Step;
import dev.overlap.trace.Outcome;

import org.apache.hc.core5.http.Method;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;

/**
 * Fetches a page or follows a job with blocking calls, including redirects, polls and the pauses
 * between them.
 *
 * <p>Threads: blocks the caller from the first request to the end of the last response.
 */
public record BlockingFetcher(BlockingClient client, URI lab) {

    /** Returns the outcome, unless an exchange fails. */
    public Outcome run(TaskExecution execution, Step.Fetch site) throws IOException {
        return run(
                execution,
                HttpExchangeRequest.to(site.address(), lab),
                new RedirectPolicy(execution.label()));
    }

    /** Returns the outcome, unless an exchange or the job fails. */
    public Outcome run(TaskExecution execution, Step.Poll site) throws IOException {
        HttpExchangeRequest first = HttpExchangeRequest.to(site.address(), lab).by(Method.POST);
        return run(execution, first, new PollPolicy(execution.label()));
    }

    private Outcome run(TaskExecution execution, HttpExchangeRequest first, RequestPolicy policy)
            throws IOException {
        RequestPolicy.@Nullable Ask next = RequestPolicy.Ask.atOnce(first);
        int status = 0;
        while (next != null && !execution.isStopped()) {
            ResponseHead reply = exchange(execution, next.request());
            status = reply.status();
            next = policy.next(next.request(), reply);
            if (next != null && next.pause().isPositive()) {
                execution.pause(next.pause());
            }
        }
        return execution.isStopped()
                ? new Outcome.Cancelled()
                : new Outcome.Answered(status, execution.bytes());
    }

    /**
     * Makes an exchange, and repeats it on a fresh connection if a kept one turns out to be bad.
     */
    private ResponseHead exchange(TaskExecution execution, HttpExchangeRequest request)
            throws IOException {
        ExchangeRecorder first = ExchangeRecorder.begin(execution, request);
        try {
            ResponseHead reply = client.exchange(first, request);
            if (!first.mayRepeat(request.method(), reply)) {
                return reply;
            }
        } catch (IOException e) {
            if (!first.mayRepeat(request.method(), e)) {
                throw e;
            }
        }
        return client.exchange(ExchangeRecorder.repeat(execution, request), request);
    }
}
