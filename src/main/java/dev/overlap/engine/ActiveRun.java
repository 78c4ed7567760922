package dev.overlap.engine;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.EventLoop;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.cpu.CpuCalibration;
import dev.overlap.engine.cpu.ProcessCpuTime;
import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A run and its driver thread: warm up, begin, drive the model, clean up.
 *
 * <p>The warm-up drives the same model, with the same clients, over a few exchanges with the lab,
 * and throws their trace away. It builds pools and loads code, which would cost the first run a
 * quarter of a second. The pools are made cold again before time zero.
 *
 * <p>Threads: {@link #cancel} may be called from any thread at any time, and may race with anything
 * here. Tasks that were cancelled stay so: the trace takes only the first outcome of a task.
 */
final class ActiveRun implements Run {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveRun.class);

    private final Plan plan;
    private final ConcurrencyModel model;
    private final List<Task> tasks;
    private final TraceRecorder recorder;
    private final HttpClients clients;
    private final Warmup warmup;
    private final ProcessCpuTime cpu;
    private final Thread driver;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Closer closer; // of the driver
    private @Nullable RunWorkers workers;
    private volatile long cpuNanos = -1;
    private boolean cancelled;
    private boolean closing;

    ActiveRun(Plan plan, HttpClients clients, Warmup warmup, ProcessCpuTime cpu) {
        this.warmup = warmup;
        this.plan = plan;
        this.model = ConcurrencyModel.of(plan.model());
        this.cpu = cpu;
        this.clients = clients;
        this.closer = new Closer(clients.ender());
        this.tasks = plan.tasks();
        this.recorder = new TraceRecorder(new Trace(tasks.stream().map(Task::label).toList()));
        this.driver = DaemonThread.of(this::run, "overlap-driver");
    }

    /** What it will have open at once. */
    FileDescriptorLimit.Need need() {
        return warmup.need(tasks, plan.settings().connections(), atOnce());
    }

    /** Begins on a thread of its own; where the system has none left for it, the run is over. */
    void start() {
        try {
            driver.start();
        } catch (Throwable e) {
            end(e);
            throw e;
        }
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
        RunWorkers now;
        synchronized (this) {
            if (cancelled || done.isDone()) {
                return;
            }
            cancelled = true;
            if (!closing) { // under the lock, so that it cannot hit the cleaning up
                driver.interrupt();
            }
            now = workers;
        }
        Closer stopping = new Closer();
        if (now != null) {
            stopping.run(now::cancel);
        }
        if (recorder.trace().hasBegun()) {
            stopping.run(this::endAll);
        }
        stopping.log(LOG, "a run was not cancelled as it should");
    }

    private void run() {
        @Nullable Throwable fault = null;
        try {
            rehearse();
            perform();
        } catch (InterruptedException e) {
            // cancelled: the rest is cleaning up
        } catch (Throwable e) {
            fault = isCancelled() ? null : e; // what an interrupt breaks off is no fault
        } finally {
            end(fault);
        }
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private void rehearse() throws InterruptedException {
        if (tasks.stream().anyMatch(Warmup::computes)) {
            CpuCalibration _ =
                    CpuCalibration
                            .ofThisMachine(); // measured here, or the first task would pay for it
        }
        run(rehearsed(), warmup.tasks(), crew(clients, warmup.discarded(), _ -> {}));
        clients.cool();
        if (warmup.includesTls(tasks)) {
            rehearseTls();
        }
        openConnections();
    }

    /** A model that hangs would do so here: the loop is warmed up by the one that does not. */
    private ConcurrencyModel rehearsed() {
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
        ConnectionSettings settings = plan.settings().connections();
        if (!settings.warm()) {
            return;
        }
        Timeout atMost = Timeout.of(plan.settings().timeout());
        for (Map.Entry<HttpHost, Integer> host : warmup.hosts(tasks).entrySet()) {
            int limit = Math.min(settings.limitFor(host.getKey().getHostName()), settings.limit());
            int count = Math.min(Math.min(host.getValue(), atOnce()), limit);
            clients.open(host.getKey(), count, atMost, warmup.discardedWatch());
        }
    }

    private void rehearseTls() throws InterruptedException {
        try (HttpClients secure = warmup.openTls()) {
            run(rehearsed(), warmup.tlsTasks(), crew(secure, warmup.discarded(), _ -> {}));
        } catch (IOException e) {
            LOG.warn("the first TLS handshakes of this run are slower than later ones", e);
        }
    }

    private void perform() throws InterruptedException {
        recorder.helper("driver");
        recorder.helper("timer");
        long cpuAtZero = cpu.nanos();
        recorder.begin();
        run(model, tasks, crew(clients, recorder, this::taskEnded));
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

    private RunWorkers crew(HttpClients with, TraceRecorder into, Consumer<Outcome> onEnd) {
        @Nullable Supplier<WorkerCommand.Prepare> briefing =
                into.equals(recorder) ? () -> warmup.briefing(tasks, plan.neededSettings()) : null;
        return new RunWorkers(
                with, into, plan.settings(), new RunWorkers.RunBinding(onEnd, briefing));
    }

    private void run(ConcurrencyModel by, List<Task> those, RunWorkers workers)
            throws InterruptedException {
        synchronized (this) {
            if (cancelled) {
                throw new InterruptedException();
            }
            this.workers = workers;
        }
        try {
            by.run(those, workers);
        } finally {
            closer.run(() -> sendHome(workers));
        }
    }

    /** Takes waiting, which no cancel is to break off: neither one that came, nor one to come. */
    private void sendHome(RunWorkers workers) {
        synchronized (this) {
            closing = true;
            boolean _ = Thread.interrupted();
        }
        try {
            workers.close();
        } finally {
            goOn();
        }
    }

    private synchronized void goOn() {
        closing = false;
        if (cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last act of the driver: whatever fails in it, the run is done then. */
    private void end(@Nullable Throwable fault) {
        Throwable first = fault;
        try {
            cleanUp();
            first = fault == null ? closer.fault() : fault;
            log(fault);
        } finally {
            complete(first);
        }
    }

    private void cleanUp() {
        synchronized (this) {
            cancelled = true; // a cancel would come too late, and interrupt the cleaning
        }
        boolean _ = Thread.interrupted();
        if (!recorder.trace().hasBegun()) {
            closer.run(recorder::begin);
        }
        closer.run(this::endAll)
                .run(clients::close)
                .run(this::awaitThoseHeldUp)
                .run(recorder::finish);
    }

    /** A worker whose task could not be aborted comes home when its client is closed. */
    private void awaitThoseHeldUp() {
        if (workers != null) {
            workers.join(System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
        }
    }

    private void log(@Nullable Throwable fault) {
        if (fault != null) {
            LOG.error("the run failed by a fault of Overlap", fault);
        }
        closer.log(LOG, "the run did not end as it should");
    }

    private void complete(@Nullable Throwable fault) {
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
