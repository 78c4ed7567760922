package dev.overlap.engine.process;

import dev.overlap.engine.resource.SharedResources;
import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.TaskExecutor;
import dev.overlap.trace.TraceRecorder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The worker processes of one run.
 *
 * <p>Threads: the driver thread starts and stops them.
 */
public final class WorkerProcessPool {

    private final TraceRecorder recorder;
    private final SharedProcessState shared;
    private final List<PooledProcessWorker> workers = new ArrayList<>();

    /**
     * Creates a pool without processes.
     *
     * @param prepareCommand the first command to each process
     * @param resources what the tasks share
     */
    public WorkerProcessPool(
            TaskExecutor executor,
            TraceRecorder recorder,
            ScheduledExecutorService timer,
            WorkerCommand.Prepare prepareCommand,
            SharedResources resources) {
        this.recorder = recorder;
        shared = new SharedProcessState(executor, recorder, timer, prepareCommand, resources);
    }

    /** Adds processes, which start concurrently. */
    public List<PooledProcessWorker> addWorkers(int count) {
        shared.setPoolSize(count);
        for (int i = 0; i < count; i++) {
            workers.add(new PooledProcessWorker(shared, recorder, shared.addWorker()));
        }
        recorder.helper("process reader");
        workers.forEach(PooledProcessWorker::start);
        return List.copyOf(workers);
    }

    /** Stops all of them; their tasks have been stopped before. */
    public void stop() {
        shared.stop();
        new Closer().forEach(workers, PooledProcessWorker::stop).rethrow();
    }

    /** Waits for all to end, but no longer than until an instant of {@link System#nanoTime}. */
    public void join(long untilNanoTime) {
        new Closer().forEach(workers, worker -> join(worker, untilNanoTime)).rethrow();
    }

    private static void join(PooledProcessWorker worker, long untilNanoTime)
            throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(untilNanoTime - System.nanoTime());
        worker.join(Math.max(1, left));
    }
}
