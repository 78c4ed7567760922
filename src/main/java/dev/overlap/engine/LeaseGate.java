package dev.overlap.engine;

import dev.overlap.trace.Limit;

import java.io.IOException;

/**
 * What stands before the pool of a blocking client: in a worker process, the limits that all
 * processes of a run share.
 */
@FunctionalInterface
interface LeaseGate {

    /** There is only one pool, and it knows the limits. */
    LeaseGate OPEN = (_, _) -> {};

    /**
     * Waits until the task may ask the pool for a connection.
     *
     * @throws IOException if the task is stopped meanwhile
     */
    void pass(Carry carry, Limit limit) throws IOException;
}
