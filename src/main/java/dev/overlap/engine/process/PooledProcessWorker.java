package dev.overlap.engine.process;

import dev.overlap.concurrency.Worker;
import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskQueue;
import dev.overlap.plan.Task;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * A slot in the process pool: its process executes one task after another and, if it dies, is
 * replaced for the next task.
 *
 * <p>Threads: {@link #submit} may be called from any. Each slot has a thread in this process, which
 * starts the child, sends it commands, and records its events.
 */
final class PooledProcessWorker implements Worker.ChildProcess {

    private static final Logger LOG = LoggerFactory.getLogger(PooledProcessWorker.class);

    private final SharedProcessState shared;
    private final TraceRecorder recorder;
    private final TaskQueue queue = new TaskQueue();
    private final ReplaceableProcess process = new ReplaceableProcess();
    private final Thread thread;
    private int index;

    /**
     * Creates a slot; {@link #start} starts its thread and process.
     *
     * @param index the index of the first process in the trace
     */
    PooledProcessWorker(SharedProcessState shared, TraceRecorder recorder, int index) {
        this.shared = shared;
        this.recorder = recorder;
        this.index = index;
        thread = DaemonThread.of(this::work, shared.name(index) + "-reader");
    }

    void start() {
        thread.start();
    }

    @Override
    public CompletionStage<Void> submit(Task task) {
        TaskExecution execution = shared.begin(task);
        queue.add(execution);
        return execution.done();
    }

    private void work() {
        try {
            startUp(-1);
            while (!Thread.currentThread().isInterrupted()) {
                execute(queue.take());
            }
        } catch (InterruptedException e) {
            // the run stops its workers
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed because of a fault in Overlap", shared.name(index), e);
        } finally {
            new Closer().run(queue::close).run(process::end).rethrow();
        }
    }

    /**
     * Starts a process and prepares it for tasks; afterwards {@link ReplaceableProcess#usable} is
     * null if that failed.
     */
    private void startUp(int inPlaceOf) throws InterruptedException {
        try {
            recorder.starts(index, inPlaceOf);
            launch();
        } catch (IOException | RuntimeException | Error e) {
            shared.hasNotStarted(e, process.current());
        }
    }

    private void launch() throws IOException, InterruptedException {
        try {
            WorkerProcessHandle started = WorkerProcessHandle.start(shared.name(index));
            process.attach(started);
            shared.prepare(started, index);
            shared.hasStarted();
        } finally {
            recorder.started(index);
            recordCpuTime();
        }
    }

    private void execute(TaskExecution execution) throws InterruptedException {
        try {
            WorkerProcessHandle usableProcess = usableProcess(execution);
            if (usableProcess != null) {
                occupy(usableProcess, execution);
            } else {
                execution.end(shared.noProcess(execution));
            }
        } catch (RuntimeException | Error e) {
            execution.end(FailureClassifier.of(e, execution));
        }
    }

    /** Returns the process, or a new one if it is dead, or null if none can be started. */
    private @Nullable WorkerProcessHandle usableProcess(TaskExecution execution)
            throws InterruptedException {
        WorkerProcessHandle now = process.usable();
        if (now != null) {
            return now;
        }
        if (execution.isStopped() || !shared.mayStart()) {
            return null;
        }
        process.discard();
        int before = index;
        index = shared.addWorker();
        startUp(before);
        return process.usable();
    }

    private void occupy(WorkerProcessHandle usableProcess, TaskExecution execution)
            throws InterruptedException {
        recorder.busy(index, execution.index());
        try {
            execution.end(
                    new RemoteTaskExecution(shared, usableProcess, index, execution).execute());
        } finally {
            recorder.idle(index); // after the end, as for a thread
            recordCpuTime();
        }
    }

    private void recordCpuTime() {
        WorkerProcessHandle started = process.current();
        if (started != null) {
            recorder.used(index, started.cpuNanos());
        }
    }

    /** Stops thread and process; their task has been stopped before. */
    void stop() {
        WorkerProcessHandle now = process.stop();
        Closer closer = new Closer().run(thread::interrupt);
        if (now != null) {
            closer.run(now::close);
        }
        closer.rethrow();
    }

    /** Waits for the end of thread and process, and kills a process that has not ended by then. */
    void join(long millis) throws InterruptedException {
        WorkerProcessHandle last = process.current();
        if (!thread.join(Duration.ofMillis(millis)) && last != null) {
            last.kill();
            thread.join(millis);
        }
    }
}
