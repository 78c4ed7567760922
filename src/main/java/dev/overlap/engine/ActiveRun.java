package dev.overlap.engine;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.EventLoop;
import dev.overlap.concurrency.ResultCollector;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.cpu.CpuCalibration;
import dev.overlap.engine.cpu.ProcessCpuTime;
import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules.CollectMode;
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

/**
 * A run and its driver thread, which warms up, runs the model, and cleans up.
 *
 * <p>The warm-up runs the same model with the same clients on a few exchanges with the lab, and
 * discards their trace. It creates pools and loads code, which would cost the first run a quarter
 * of a second. The connection pools are emptied before time zero.
 *
 * <p>Threads: {@link #cancel} may be called from any thread at any time, and may race with
 * everything else. A cancelled task stays cancelled: the trace keeps only the first outcome of a
 * task.
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

    /** Returns how many files the run will have open at once. */
    FileDescriptorLimit.Need need() {
        return warmup.need(tasks, plan.settings().connections(), atOnce());
    }

    /** Starts the driver thread. If the system refuses the thread, the run ends. */
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
            if (!closing) { // under the lock, so that it does not interrupt the clean-up
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
        stopping.log(LOG, "a run could not be cancelled completely");
    }

    private void run() {
        @Nullable Throwable fault = null;
        try {
            warmUp();
            runTasks();
        } catch (InterruptedException e) {
            // cancelled: only the clean-up is left
        } catch (Throwable e) {
            fault = isCancelled() ? null : e; // a consequence of the interrupt, not a fault
        } finally {
            end(fault);
        }
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private void warmUp() throws InterruptedException {
        if (tasks.stream().anyMatch(Warmup::computes)) {
            CpuCalibration _ =
                    CpuCalibration
                            .ofThisMachine(); // now, so that the first task does not pay for it
        }
        warmUp(warmup.tasks(Warmup.hasSteps(tasks)), clients);
        clients.cool();
        if (warmup.includesTls(tasks)) {
            warmUpTls();
        }
        openConnections();
    }

    private void warmUp(List<Task> warmUpTasks, HttpClients with) throws InterruptedException {
        TraceRecorder discarded = Warmup.discardingRecorder(warmUpTasks);
        SharedResources shared = Warmup.resources(warmUpTasks, discarded);
        RunBinding binding =
                RunBinding.of(_ -> {}, null, shared, discarded)
                        .withResults(new ResultCollector(CollectMode.ALL, warmUpTasks, discarded));
        run(warmUpModel(), warmUpTasks, new RunWorkers(with, discarded, plan.settings(), binding));
    }

    /** Returns the model for the warm-up: a model that hangs is replaced by one that does not. */
    private ConcurrencyModel warmUpModel() {
        return model.hangs() ? new EventLoop() : model;
    }

    private int atOnce() {
        return model.atOnce(plan.settings().workers());
    }

    /**
     * Opens as many connections to each host as the run may use at once, if the plan asks for warm
     * connections.
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
            clients.open(host.getKey(), count, atMost, warmup.discardedExchange());
        }
    }

    private void warmUpTls() throws InterruptedException {
        try (HttpClients secure = warmup.openTls()) {
            warmUp(warmup.tlsTasks(), secure);
        } catch (IOException e) {
            LOG.warn("the first TLS handshakes of this run are slower than later ones", e);
        }
    }

    private void runTasks() throws InterruptedException {
        recorder.helper("driver");
        recorder.helper("timer");
        long cpuAtZero = cpu.nanos();
        recorder.begin();
        run(model, tasks, newWorkers());
        cpuNanos = cpu.ofRun(cpuAtZero, recorder.trace());
    }

    /**
     * Cancels the run on the first failure, queued tasks included, if the plan says so. An HTTP
     * error is an answer, not a failure.
     */
    private void taskEnded(Outcome outcome) {
        if (plan.settings().rules().firstFailureCancels() && outcome instanceof Outcome.Failed) {
            cancel();
        }
    }

    private RunWorkers newWorkers() {
        RunBinding binding =
                RunBinding.of(
                                this::taskEnded,
                                () -> warmup.prepareCommand(tasks, plan.neededSettings()),
                                sharedResources(),
                                recorder)
                        .withResults(collector());
        return new RunWorkers(clients, recorder, plan.settings(), binding);
    }

    private ResultCollector collector() {
        CollectMode asked = plan.settings().rules().collect();
        CollectMode mode = model.collects(asked);
        if (asked != CollectMode.ALL) { // or nobody asks when a sequential program has its results
            recorder.collects(ResultCollector.rule(mode));
        }
        return new ResultCollector(mode, tasks, recorder);
    }

    private SharedResources sharedResources() {
        return new SharedResources(
                plan.resources(),
                tasks,
                recorder,
                atOnce(),
                plan.settings().rules().breakDeadlocks());
    }

    private void run(ConcurrencyModel model, List<Task> tasks, RunWorkers workers)
            throws InterruptedException {
        synchronized (this) {
            if (cancelled) {
                throw new InterruptedException();
            }
            this.workers = workers;
        }
        try {
            model.run(tasks, workers);
            if (workers.results().hasWinner()) { // never in a warm-up
                workers.cancel();
                endAll();
            }
        } finally {
            closer.run(() -> closeWorkers(workers));
        }
    }

    /**
     * Stops the workers and waits for them; neither an earlier nor a later cancel interrupts that.
     */
    private void closeWorkers(RunWorkers workers) {
        synchronized (this) {
            closing = true;
            boolean _ = Thread.interrupted();
        }
        try {
            workers.close();
        } finally {
            restoreInterrupt();
        }
    }

    private synchronized void restoreInterrupt() {
        closing = false;
        if (cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the driver: whatever fails here, the run completes. */
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
            cancelled = true; // a later cancel must not interrupt the clean-up
        }
        boolean _ = Thread.interrupted();
        if (!recorder.trace().hasBegun()) {
            closer.run(recorder::begin);
        }
        closer.run(this::endAll)
                .run(clients::close)
                .run(this::awaitStuckWorkers)
                .run(recorder::finish);
    }

    /** Waits for workers whose task could not be aborted; closing their client releases them. */
    private void awaitStuckWorkers() {
        if (workers != null) {
            workers.join(System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
        }
    }

    private void log(@Nullable Throwable fault) {
        if (fault != null) {
            LOG.error("the run failed because of a fault in Overlap", fault);
        }
        closer.log(LOG, "the clean-up of a run failed");
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
