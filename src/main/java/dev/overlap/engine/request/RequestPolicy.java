package dev.overlap.engine.request;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Decides on the next request of a task after each response, until the last one. Independent of the
 * clients, so that the async and the classic API behave alike and every request is a separate
 * exchange in the trace.
 *
 * <p>Threads: one at a time; belongs to one task.
 */
public sealed interface RequestPolicy permits RedirectPolicy, PollPolicy {

    /**
     * Returns the next request.
     *
     * @return null if the response is the last one
     * @throws TaskFailedException if the task cannot continue
     */
    @Nullable Ask next(HttpExchangeRequest asked, ResponseHead reply) throws TaskFailedException;

    /**
     * A request to make.
     *
     * @param pause how long to wait before it; zero if not at all
     */
    record Ask(HttpExchangeRequest request, Duration pause) {

        public static Ask atOnce(HttpExchangeRequest request) {
            return new Ask(request, Duration.ZERO);
        }
    }
}
