package dev.overlap.engine.process;

import dev.overlap.engine.request.ExceptionText;
import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskExecutor;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Task;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack.Role;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The state that the worker processes of one run share: the executor of tasks, the first command,
 * the common connection limits, and the failed starts.
 *
 * <p>Threads: safe for any.
 */
final class SharedProcessState {

    private static final Logger LOG = LoggerFactory.getLogger(SharedProcessState.class);

    /** After this many failed starts in a row no other start is tried. */
    private static final int MAX_FAILED_STARTS = 3;

    private static final long MAX_START_SECONDS = 30;
    private static final String NOT_READY = "it was not ready after " + MAX_START_SECONDS + " s";
    private static final long MAX_STOP_SECONDS = 1;

    private final TaskExecutor executor;
    private final TraceRecorder recorder;
    private final ScheduledExecutorService timer;
    private final WorkerCommand.Prepare prepareCommand;
    private final SharedResources resources;
    private final SharedConnectionLimits slots = new SharedConnectionLimits();
    private volatile int poolSize;
    private int started;
    private int failedStarts;
    private volatile boolean stopped;
    private String reason = "";

    /**
     * Creates the state without a process.
     *
     * @param prepareCommand the first command to each process
     * @param resources what the tasks share
     */
    SharedProcessState(
            TaskExecutor executor,
            TraceRecorder recorder,
            ScheduledExecutorService timer,
            WorkerCommand.Prepare prepareCommand,
            SharedResources resources) {
        this.executor = executor;
        this.recorder = recorder;
        this.timer = timer;
        this.prepareCommand = prepareCommand;
        this.resources = resources;
    }

    /** Sets the number of processes at a time. */
    void setPoolSize(int count) {
        poolSize = count;
    }

    /** Notes that the pool is being stopped, so that a failed start is no longer reported. */
    void stop() {
        stopped = true;
    }

    /** Adds a process to the trace; returns its index. */
    synchronized int addWorker() {
        return recorder.addWorker("process-" + ++started, Role.PROCESS);
    }

    String name(int index) {
        return recorder.trace().worker(index).name();
    }

    TaskExecution begin(Task task) {
        return executor.begin(task);
    }

    void start(TaskExecution execution, int worker) {
        executor.start(execution, worker);
    }

    SharedResources resources() {
        return resources;
    }

    SharedConnectionLimits slots() {
        return slots;
    }

    /** Waits until a process is ready, and kills it if that takes too long. */
    void prepare(WorkerProcessHandle started, int index) throws IOException {
        Future<?> limit =
                timer.schedule(() -> started.kill(NOT_READY), MAX_START_SECONDS, TimeUnit.SECONDS);
        try {
            started.connect();
            started.prepare(prepareCommand(index), recorder.zeroNanoTime());
        } finally {
            limit.cancel(false);
        }
    }

    /** Returns the first command for a process, without warm connections beyond the limits. */
    private WorkerCommand.Prepare prepareCommand(int index) {
        ConnectionSettings limits = prepareCommand.settings().connections();
        return prepareCommand.forOneOf(
                poolSize,
                prepareCommand.hosts().stream()
                        .filter(host -> index < Math.min(limits.limit(), limitFor(host)))
                        .toList());
    }

    private int limitFor(String host) {
        return prepareCommand.settings().connections().limitFor(nameOf(host));
    }

    private static String nameOf(String host) {
        return HttpExchangeRequest.host(host).getHostName();
    }

    synchronized void hasStarted() {
        failedStarts = 0;
    }

    /** Notes that a process failed to start or to get ready. */
    void hasNotStarted(Throwable fault, @Nullable WorkerProcessHandle process)
            throws InterruptedException {
        String why = process == null ? ExceptionText.of(fault) : process.ending(fault);
        synchronized (this) {
            failedStarts++;
            reason = why;
        }
        if (!stopped) { // while the pool is being stopped a failed start is expected
            LOG.warn("a worker process did not start: {}", why);
            LOG.debug("the failed start", fault);
        }
    }

    synchronized boolean mayStart() {
        return failedStarts < MAX_FAILED_STARTS;
    }

    /** Returns the outcome of a task for which no process could be started. */
    synchronized Outcome noProcess(TaskExecution execution) {
        if (execution.isStopped()) {
            return new Outcome.Cancelled();
        }
        return new Outcome.Failed(
                FailureKind.WORKER_DIED,
                "%s was not started: no worker process could be started (%s). Run it again, or choose a model without processes."
                        .formatted(execution.task().label(), reason));
    }

    /** Runs a last resort unless the task's worker is free within a second. */
    void unlessSoon(TaskExecution execution, Runnable lastResort) {
        Future<?> limit = timer.schedule(lastResort, MAX_STOP_SECONDS, TimeUnit.SECONDS);
        execution.done().thenRun(() -> limit.cancel(false));
    }
}
