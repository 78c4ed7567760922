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
 * A place in the pool of processes: the one that has it carries one task after another, and if it
 * dies, the next task gets a new one.
 *
 * <p>Threads: {@link #submit} may be called from any. Each place has a thread of its own here, that
 * starts the process, gives it orders, and records what it reports.
 */
final class PooledProcessWorker implements Worker.ChildProcess {

    private static final Logger LOG = LoggerFactory.getLogger(PooledProcessWorker.class);

    private final SharedProcessState shared;
    private final TraceRecorder recorder;
    private final TaskQueue next = new TaskQueue();
    private final Thread thread;
    private int index;
    private @Nullable WorkerProcessHandle link;
    private boolean dismissed;

    /**
     * Starts the thread, and with it the process.
     *
     * @param index of the first process in the trace
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
        next.add(execution);
        return execution.done();
    }

    private void work() {
        try {
            startUp(-1);
            while (!Thread.currentThread().isInterrupted()) {
                execute(next.take());
            }
        } catch (InterruptedException e) {
            // the run dismisses its workers
        } catch (RuntimeException | Error e) {
            LOG.error("{} is given up by a fault of Overlap", shared.name(index), e);
        } finally {
            new Closer().run(next::close).run(this::leave).rethrow();
        }
    }

    /** Brings a process to the point where it can carry a task; afterwards there is one or not. */
    private void startUp(int inPlaceOf) throws InterruptedException {
        try {
            recorder.starts(index, inPlaceOf);
            launch();
        } catch (IOException | RuntimeException | Error e) {
            shared.hasNotStarted(e, current());
        }
    }

    private void launch() throws IOException, InterruptedException {
        try {
            WorkerProcessHandle started = WorkerProcessHandle.start(shared.name(index));
            attach(started);
            shared.prepare(started, index);
            shared.hasStarted();
        } finally {
            recorder.started(index);
            account();
        }
    }

    private synchronized void attach(@Nullable WorkerProcessHandle started)
            throws InterruptedException {
        link = started;
        if (dismissed) {
            throw new InterruptedException();
        }
    }

    private synchronized @Nullable WorkerProcessHandle current() {
        return link;
    }

    private void execute(TaskExecution execution) throws InterruptedException {
        try {
            WorkerProcessHandle able = able(execution);
            if (able != null) {
                occupy(able, execution);
            } else {
                execution.end(shared.noProcess(execution));
            }
        } catch (RuntimeException | Error e) {
            execution.end(FailureClassifier.of(e, execution.task()));
        }
    }

    /** The process, or a new one in its place if it is dead, or null if there is none to be had. */
    private @Nullable WorkerProcessHandle able(TaskExecution execution)
            throws InterruptedException {
        WorkerProcessHandle now = current();
        if (now != null && now.isAlive()) {
            return now;
        }
        if (execution.isStopped() || !shared.mayStart()) {
            return null;
        }
        if (now != null) {
            now.kill();
            now.awaitEnd();
            attach(null);
        }
        int before = index;
        index = shared.addWorker();
        startUp(before);
        WorkerProcessHandle started = current();
        return started != null && started.isAlive() ? started : null;
    }

    private void occupy(WorkerProcessHandle process, TaskExecution execution)
            throws InterruptedException {
        recorder.busy(index, execution.index());
        try {
            execution.end(new RemoteTaskExecution(shared, process, index, execution).execute());
        } finally {
            recorder.idle(index); // behind the end, as of a thread
            account();
        }
    }

    private void account() {
        WorkerProcessHandle process = current();
        if (process != null) {
            recorder.used(index, process.cpuNanos());
        }
    }

    /** Sends thread and process home; what is carried has been stopped before. */
    void dismiss() {
        WorkerProcessHandle now;
        synchronized (this) {
            dismissed = true;
            now = link;
        }
        Closer closer = new Closer().run(thread::interrupt);
        if (now != null) {
            closer.run(now::close);
        }
        closer.rethrow();
    }

    private void leave() {
        WorkerProcessHandle last = current();
        if (last == null) {
            return;
        }
        new Closer()
                .run(last::close)
                .run(() -> outlast(last))
                .log(LOG, "a worker process may not have ended as it should");
    }

    private static void outlast(WorkerProcessHandle last) {
        boolean _ = Thread.interrupted(); // only after the process does this thread end
        try {
            last.awaitEnd();
        } catch (InterruptedException e) {
            last.kill();
        }
    }

    /** Waits for the end of thread and process; one that does not go by then is killed. */
    void join(long millis) throws InterruptedException {
        WorkerProcessHandle last = current();
        if (!thread.join(Duration.ofMillis(millis)) && last != null) {
            last.kill();
            thread.join(millis);
        }
    }
}
