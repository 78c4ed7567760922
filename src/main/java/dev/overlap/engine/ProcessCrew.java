package dev.overlap.engine;

import dev.overlap.plan.Connections;
import dev.overlap.plan.Task;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.WorkerTrack.Role;

import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The worker processes of one run, and what they share.
 *
 * <p>Threads: hired and sent home by the driver thread; the places' own threads ask the rest.
 */
final class ProcessCrew {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessCrew.class);

    /** After so many in a row that did not start, none is tried any more. */
    private static final int MOST_FALSE_STARTS = 3;

    private static final long LONGEST_START_SECONDS = 30;
    private static final String NOT_READY =
            "it was not ready after " + LONGEST_START_SECONDS + " s";
    private static final long LONGEST_STOP_SECONDS = 1;

    private final RunCrew crew;
    private final Recorder recorder;
    private final ScheduledExecutorService timer;
    private final ProcessOrder.Prepare briefing;
    private final ProcessSlots slots = new ProcessSlots();
    private final List<ProcessWorker> workers = new ArrayList<>();
    private int hired;
    private int falseStarts;
    private volatile boolean dismissed;
    private String reason = "";

    /**
     * A crew without processes yet.
     *
     * @param briefing what each of them is told first
     */
    ProcessCrew(
            RunCrew crew,
            Recorder recorder,
            ScheduledExecutorService timer,
            ProcessOrder.Prepare briefing) {
        this.crew = crew;
        this.recorder = recorder;
        this.timer = timer;
        this.briefing = briefing;
    }

    /** Hires so many processes; they start at the same time. */
    List<ProcessWorker> hire(int count) {
        for (int i = 0; i < count; i++) {
            workers.add(new ProcessWorker(this, recorder, hire()));
        }
        recorder.helper("process reader");
        workers.forEach(ProcessWorker::start);
        return List.copyOf(workers);
    }

    /** Gives one more process a lane; returns its index. */
    synchronized int hire() {
        return recorder.hire("process-" + ++hired, Role.PROCESS);
    }

    String name(int index) {
        return recorder.trace().worker(index).name();
    }

    Carry begin(Task task) {
        return crew.begin(task);
    }

    void start(Carry carry, int worker) {
        crew.start(carry, worker);
    }

    ProcessSlots slots() {
        return slots;
    }

    /** Waits until a process is ready; one that takes for ever is killed. */
    void prepare(ProcessLink started, int index) throws IOException {
        Future<?> limit =
                timer.schedule(
                        () -> started.kill(NOT_READY), LONGEST_START_SECONDS, TimeUnit.SECONDS);
        try {
            started.connect();
            started.prepare(briefing(index), recorder.zeroNanoTime());
        } finally {
            limit.cancel(false);
        }
    }

    /** No process opens a connection ahead that the limits would not let it use. */
    private ProcessOrder.Prepare briefing(int index) {
        Connections limits = briefing.settings().connections();
        return briefing.among(
                workers.size(),
                briefing.hosts().stream()
                        .filter(host -> index < Math.min(limits.limit(), limitFor(host)))
                        .toList());
    }

    private int limitFor(String host) {
        return briefing.settings().connections().limitFor(nameOf(host));
    }

    private static String nameOf(String host) {
        return HttpHost.create(URI.create(host)).getHostName();
    }

    synchronized void hasStarted() {
        falseStarts = 0;
    }

    /** A process did not start, or not get ready. */
    void hasNotStarted(Throwable fault, @Nullable ProcessLink process) throws InterruptedException {
        String why = process == null ? Faults.reason(fault) : process.ending(fault);
        synchronized (this) {
            falseStarts++;
            reason = why;
        }
        if (!dismissed) { // one that is sent home while it starts has done nothing wrong
            LOG.warn("a worker process did not start: {}", why);
            LOG.debug("as seen from here", fault);
        }
    }

    synchronized boolean mayStart() {
        return falseStarts < MOST_FALSE_STARTS;
    }

    /** The end of a task that no process could be had for. */
    synchronized Outcome noProcess(Carry carry) {
        if (carry.isStopped()) {
            return new Outcome.Cancelled();
        }
        return new Outcome.Failed(
                Failure.WORKER_DIED,
                "%s was not begun: no worker process could be started (%s). Run it again, or choose a model without processes."
                        .formatted(carry.task().label(), reason));
    }

    /** Does something unless the task's worker is free of it in a second. */
    void unlessSoon(Carry carry, Runnable resort) {
        Future<?> limit = timer.schedule(resort, LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        carry.done().thenRun(() -> limit.cancel(false));
    }

    void dismiss() {
        dismissed = true;
        new Closer().forEach(workers, ProcessWorker::dismiss).rethrow();
    }

    /** Waits for the ends of all, until an instant of {@link System#nanoTime}. */
    void join(long untilNanoTime) {
        new Closer().forEach(workers, worker -> join(worker, untilNanoTime)).rethrow();
    }

    private static void join(ProcessWorker worker, long untilNanoTime) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(untilNanoTime - System.nanoTime());
        worker.join(Math.max(1, left));
    }
}
