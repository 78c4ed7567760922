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
 * A worker process's gate before its pool: asks the run for a connection wherever the limit is
 * smaller than the number of processes. It stands open until the first task comes.
 *
 * <p>Threads: the process's one worker passes; {@link #open} may be called by any.
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

    /** From here on it asks for this task, by its number in the run. */
    void standsBefore(int task) {
        this.task = task;
        granted.drainPermits(); // of one that was stopped
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
        Abort outer = execution.onStop(this::open);
        try {
            granted.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            if (outer != null) {
                execution.onStop(outer);
            }
        }
        if (execution.isStopped()) {
            throw new IOException("stopped");
        }
    }

    /** The run grants a connection, or does not want one any more. */
    boolean open() {
        granted.release();
        return true;
    }
}
