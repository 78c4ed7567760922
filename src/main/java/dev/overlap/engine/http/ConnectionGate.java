package dev.overlap.engine.http;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.ConnectionLimit;

import java.io.IOException;

/**
 * A check before the pool of a blocking client: in a worker process, the limits shared by all
 * processes of a run.
 */
@FunctionalInterface
public interface ConnectionGate {

    /** There is only one pool, and it enforces the limits. */
    ConnectionGate OPEN = (_, _) -> {};

    /**
     * Waits until the task may ask the pool for a connection.
     *
     * @throws IOException if the task is stopped meanwhile
     */
    void pass(TaskExecution execution, ConnectionLimit limit) throws IOException;
}
