package dev.overlap.engine;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * What a task asks next after each reply, until it has its last one. Knows no client, so that the
 * async and the classic API behave alike, and every request is an exchange of its own in the trace.
 *
 * <p>Threads: one at a time; belongs to one task.
 */
sealed interface Course permits Redirects, Polling {

    /**
     * The request to make next.
     *
     * @return null if the reply is the last one
     * @throws Fault if the task cannot go on
     */
    @Nullable Ask next(Request asked, ReplyHead reply) throws Fault;

    /**
     * A request that is to be made.
     *
     * @param pause how long to wait before it, on purpose; zero for at once
     */
    record Ask(Request request, Duration pause) {

        static Ask atOnce(Request request) {
            return new Ask(request, Duration.ZERO);
        }
    }
}
