package dev.overlap.engine;

import dev.overlap.engine.http.ConnectionGate;
import dev.overlap.engine.process.RemoteTraceRecorder;
import dev.overlap.engine.process.WorkerEvent;
import dev.overlap.engine.task.Abort;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.ConnectionLimit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * The gate to the connection pool of a worker process: asks the run for a connection if the limit
 * is smaller than the number of processes. Open until the first task.
 *
 * <p>Threads: {@link #pass} is called by the process's only worker; {@link #open} by any.
 */
final class RemoteConnectionGate implements ConnectionGate {

    private final int processes;
    private final RemoteTraceRecorder.Reports reports;
    private final Semaphore granted = new Semaphore(0);
    private int task = -1;

    RemoteConnectionGate(int processes, RemoteTraceRecorder.Reports reports) {
        this.processes = processes;
        this.reports = reports;
    }

    /** Sets the task to ask for, by its index in the run. */
    void setTask(int task) {
        this.task = task;
        granted.drainPermits(); // left by a task that was stopped
    }

    @Override
    public void pass(TaskExecution execution, ConnectionLimit limit) throws IOException {
        boolean shared = limit.most() < processes;
        boolean sharedInAll = limit.total() > 0 && limit.total() < processes;
        if (task >= 0 && (shared || sharedInAll)) {
            reports.tell(new WorkerEvent.Asking(task, limit));
            await(execution);
        }
    }

    private void await(TaskExecution execution) throws IOException {
        Abort previous = execution.onStop(this::open);
        try {
            granted.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            if (previous != null) {
                execution.onStop(previous);
            }
        }
        if (execution.isStopped()) {
            throw new IOException("stopped");
        }
    }

    /** Opens the gate: the run grants a connection, or the task was stopped. */
    boolean open() {
        granted.release();
        return true;
    }
}
