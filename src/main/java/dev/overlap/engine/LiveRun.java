package dev.overlap.engine;

import dev.overlap.model.EventLoop;
import dev.overlap.model.Model;
import dev.overlap.plan.Connections;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;

import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A run and its driver thread: rehearse, begin, drive the model, clean up.
 *
 * <p>The rehearsal drives the same model, with the same clients, over a few exchanges with the lab,
 * and throws their trace away. It builds pools and loads code, which would cost the first run a
 * quarter of a second. The pools are made cold again before time zero.
 *
 * <p>Threads: {@link #cancel} may be called from any thread at any time, and may race with anything
 * here. Tasks that were cancelled stay so: the trace takes only the first outcome of a task.
 */
final class LiveRun implements Run {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);

    private final Plan plan;
    private final Model model;
    private final List<Task> tasks;
    private final Recorder recorder;
    private final Tools tools;
    private final Rehearsal rehearsal;
    private final ProcessCpu cpu;
    private final Thread driver;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable RunCrew crew;
    private volatile long cpuNanos = -1;
    private boolean cancelled;

    LiveRun(Plan plan, Tools tools, Rehearsal rehearsal, ProcessCpu cpu) {
        this.rehearsal = rehearsal;
        this.plan = plan;
        this.model = Model.of(plan.model());
        this.cpu = cpu;
        this.tools = tools;
        this.tasks = plan.tasks();
        this.recorder = new Recorder(new Trace(tasks.stream().map(Task::label).toList()));
        this.driver = Lookup.daemon(this::drive, "overlap-driver");
    }

    /** What it will have open at once. */
    OpenFiles.Need need() {
        return rehearsal.need(tasks, plan.settings().connections(), atOnce());
    }

    void start() {
        driver.start();
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Trace trace() {
        return recorder.trace();
    }

    @Override
    public long cpuNanos() {
        return cpuNanos;
    }

    @Override
    public CompletionStage<Void> done() {
        return done;
    }

    @Override
    public void cancel() {
        RunCrew now;
        synchronized (this) {
            if (cancelled || done.isDone()) {
                return;
            }
            cancelled = true;
            driver.interrupt(); // under the lock, so that it cannot hit the cleaning up
            now = crew;
        }
        if (now != null) {
            now.cancel();
        }
        if (recorder.trace().hasBegun()) {
            endAll();
        }
    }

    private void drive() {
        @Nullable Throwable fault = null;
        try {
            rehearse();
            perform();
        } catch (InterruptedException e) {
            // cancelled: the rest is cleaning up
        } catch (Throwable e) {
            if (!isCancelled()) { // what an interrupt breaks off is no fault
                LOG.error("the run failed by a fault of Overlap", e);
                fault = e;
            }
        }
        cleanUp(fault);
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private void rehearse() throws InterruptedException {
        if (tasks.stream().anyMatch(Rehearsal::computes)) {
            MachinePace _ =
                    MachinePace
                            .ofThisMachine(); // measured here, or the first task would pay for it
        }
        drive(rehearsed(), rehearsal.tasks(), crew(tools, rehearsal.discarded(), _ -> {}));
        tools.cool();
        if (rehearsal.includesTls(tasks)) {
            rehearseTls();
        }
        openConnections();
    }

    /** A model that hangs would do so here: the loop is rehearsed by the one that does not. */
    private Model rehearsed() {
        return model.hangs() ? new EventLoop() : model;
    }

    private int atOnce() {
        return model.atOnce(plan.settings().workers());
    }

    /**
     * Opens as many connections to each host as the run may use at once, if the plan wants them
     * warm.
     */
    private void openConnections() throws InterruptedException {
        Connections settings = plan.settings().connections();
        if (!settings.warm()) {
            return;
        }
        Timeout atMost = Timeout.of(plan.settings().timeout());
        for (Map.Entry<HttpHost, Integer> host : rehearsal.hosts(tasks).entrySet()) {
            int limit = Math.min(settings.limitFor(host.getKey().getHostName()), settings.limit());
            int count = Math.min(Math.min(host.getValue(), atOnce()), limit);
            tools.open(host.getKey(), count, atMost, rehearsal.discardedWatch());
        }
    }

    private void rehearseTls() throws InterruptedException {
        try (Tools secure = rehearsal.openTls()) {
            drive(rehearsed(), rehearsal.tlsTasks(), crew(secure, rehearsal.discarded(), _ -> {}));
        } catch (IOException e) {
            LOG.warn("the first TLS handshakes of this run are slower than later ones", e);
        }
    }

    private void perform() throws InterruptedException {
        recorder.helper("driver");
        recorder.helper("timer");
        long cpuAtZero = cpu.nanos();
        recorder.begin();
        drive(model, tasks, crew(tools, recorder, this::taskEnded));
        cpuNanos = cpu.ofRun(cpuAtZero, recorder.trace());
    }

    /**
     * By the rule of the plan, the first task that fails ends the run: those that wait for their
     * turn included. An HTTP error is an answer, and no failure.
     */
    private void taskEnded(Outcome outcome) {
        if (plan.settings().rules().firstFailureCancels() && outcome instanceof Outcome.Failed) {
            cancel();
        }
    }

    private RunCrew crew(Tools with, Recorder into, Consumer<Outcome> onEnd) {
        @Nullable Supplier<ProcessOrder.Prepare> briefing =
                into.equals(recorder) ? () -> rehearsal.briefing(tasks, plan.settings()) : null;
        return new RunCrew(with, into, plan.settings(), new RunCrew.Ties(onEnd, briefing));
    }

    private void drive(Model by, List<Task> those, RunCrew hired) throws InterruptedException {
        synchronized (this) {
            if (cancelled) {
                throw new InterruptedException();
            }
            crew = hired;
        }
        try {
            by.drive(those, hired);
        } finally {
            boolean interrupted = Thread.interrupted(); // cleaning up takes waiting, too
            hired.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void cleanUp(@Nullable Throwable fault) {
        synchronized (this) {
            cancelled =
                    true; // from here on a cancel would come too late, and interrupt the cleaning
        }
        boolean _ = Thread.interrupted();
        if (!recorder.trace().hasBegun()) {
            recorder.begin();
        }
        endAll();
        tools.close();
        recorder.finish();
        if (fault == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(fault);
        }
    }

    private void endAll() {
        for (Task task : tasks) {
            recorder.end(task.index(), new Outcome.Cancelled());
        }
    }
}
