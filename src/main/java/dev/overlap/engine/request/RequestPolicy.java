package dev.overlap.engine.request;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * What a task asks next after each reply, until it has its last one. Knows no client, so that the
 * async and the classic API behave alike, and every request is an exchange of its own in the trace.
 *
 * <p>Threads: one at a time; belongs to one task.
 */
public sealed interface RequestPolicy permits RedirectPolicy, PollPolicy {

    /**
     * The request to make next.
     *
     * @return null if the reply is the last one
     * @throws TaskFailedException if the task cannot go on
     */
    @Nullable Ask next(HttpExchangeRequest asked, ResponseHead reply) throws TaskFailedException;

    /**
     * A request that is to be made.
     *
     * @param pause how long to wait before it, on purpose; zero for at once
     */
    record Ask(HttpExchangeRequest request, Duration pause) {

        public static Ask atOnce(HttpExchangeRequest request) {
            return new Ask(request, Duration.ZERO);
        }
    }
}
