package dev.overlap.engine.process;

import dev.overlap.engine.request.ExceptionText;
import dev.overlap.engine.request.HttpExchangeRequest;
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
 * What the worker processes of one run share: who executes tasks, what each process is told first,
 * the connections that all of them may open together, and whether starting one is worth a try.
 *
 * <p>Threads: safe for all.
 */
final class SharedProcessState {

    private static final Logger LOG = LoggerFactory.getLogger(SharedProcessState.class);

    /** After so many in a row that did not start, none is tried any more. */
    private static final int MAX_FALSE_STARTS = 3;

    private static final long MAX_START_SECONDS = 30;
    private static final String NOT_READY = "it was not ready after " + MAX_START_SECONDS + " s";
    private static final long MAX_STOP_SECONDS = 1;

    private final TaskExecutor executor;
    private final TraceRecorder recorder;
    private final ScheduledExecutorService timer;
    private final WorkerCommand.Prepare briefing;
    private final SharedConnectionLimits slots = new SharedConnectionLimits();
    private volatile int places;
    private int started;
    private int falseStarts;
    private volatile boolean dismissed;
    private String reason = "";

    /**
     * For no process yet.
     *
     * @param briefing what each of them is told first
     */
    SharedProcessState(
            TaskExecutor executor,
            TraceRecorder recorder,
            ScheduledExecutorService timer,
            WorkerCommand.Prepare briefing) {
        this.executor = executor;
        this.recorder = recorder;
        this.timer = timer;
        this.briefing = briefing;
    }

    /** So many processes are wanted at once. */
    void setPlaces(int count) {
        places = count;
    }

    /** No process is wanted any more: one that does not start now has done nothing wrong. */
    void dismiss() {
        dismissed = true;
    }

    /** Gives one more process a lane; returns its index. */
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

    SharedConnectionLimits slots() {
        return slots;
    }

    /** Waits until a process is ready; one that takes for ever is killed. */
    void prepare(WorkerProcessHandle started, int index) throws IOException {
        Future<?> limit =
                timer.schedule(() -> started.kill(NOT_READY), MAX_START_SECONDS, TimeUnit.SECONDS);
        try {
            started.connect();
            started.prepare(briefing(index), recorder.zeroNanoTime());
        } finally {
            limit.cancel(false);
        }
    }

    /** No process opens a connection ahead that the limits would not let it use. */
    private WorkerCommand.Prepare briefing(int index) {
        ConnectionSettings limits = briefing.settings().connections();
        return briefing.among(
                places,
                briefing.hosts().stream()
                        .filter(host -> index < Math.min(limits.limit(), limitFor(host)))
                        .toList());
    }

    private int limitFor(String host) {
        return briefing.settings().connections().limitFor(nameOf(host));
    }

    private static String nameOf(String host) {
        return HttpExchangeRequest.host(host).getHostName();
    }

    synchronized void hasStarted() {
        falseStarts = 0;
    }

    /** A process did not start, or not get ready. */
    void hasNotStarted(Throwable fault, @Nullable WorkerProcessHandle process)
            throws InterruptedException {
        String why = process == null ? ExceptionText.of(fault) : process.ending(fault);
        synchronized (this) {
            falseStarts++;
            reason = why;
        }
        if (!dismissed) { // one that is dismissed while it starts has done nothing wrong
            LOG.warn("a worker process did not start: {}", why);
            LOG.debug("as seen from here", fault);
        }
    }

    synchronized boolean mayStart() {
        return falseStarts < MAX_FALSE_STARTS;
    }

    /** The end of a task that no process could be had for. */
    synchronized Outcome noProcess(TaskExecution execution) {
        if (execution.isStopped()) {
            return new Outcome.Cancelled();
        }
        return new Outcome.Failed(
                FailureKind.WORKER_DIED,
                "%s was not begun: no worker process could be started (%s). Run it again, or choose a model without processes."
                        .formatted(execution.task().label(), reason));
    }

    /** Does something unless the task's worker is free of it in a second. */
    void unlessSoon(TaskExecution execution, Runnable resort) {
        Future<?> limit = timer.schedule(resort, MAX_STOP_SECONDS, TimeUnit.SECONDS);
        execution.done().thenRun(() -> limit.cancel(false));
    }
}
