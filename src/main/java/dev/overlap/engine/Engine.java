package dev.overlap.engine;

import dev.overlap.concurrency.LiveRuns;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.cpu.ProcessCpuTime;
import dev.overlap.engine.http.ConnectionGate;
import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.task.CleanupInterceptor;
import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.plan.Plan;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Runs plans. There is one engine for the life of the program.
 *
 * <p>Threads: {@link #start} may be called from any thread and returns at once; warming up, running
 * and cleaning up happen on the run's own driver thread. The engine itself has one thread, the
 * timer that ends tasks at their timeout.
 */
public final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private static final Duration MAX_END = Duration.ofSeconds(2);

    private final LabEndpoint lab;
    private final NetworkAccess network;
    private final Supplier<FileDescriptorLimit> files;
    private final ProcessCpuTime cpu;
    private final CleanupInterceptor cleanup;
    private final ScheduledThreadPoolExecutor timer;
    private final LiveRuns live = new LiveRuns();

    /**
     * Creates an engine whose {@code lab:} sites are served at a base address.
     *
     * @param lab such as {@code http://127.0.0.1:41733}
     */
    public Engine(URI lab) {
        this(LabEndpoint.plain(lab), NetworkAccess.system());
    }

    public Engine(URI lab, NetworkAccess network) {
        this(LabEndpoint.plain(lab), network);
    }

    public Engine(LabEndpoint lab, NetworkAccess network) {
        this(lab, network, FileDescriptorLimit::ofThisProcess);
    }

    /**
     * Creates an engine in a process with threads that have no part in runs, such as those that
     * draw.
     *
     * @param bystanders the CPU time that those threads have used so far, in nanoseconds; it is
     *     subtracted from the CPU time of a run. Called at the begin and end of each run, on its
     *     driver thread
     */
    public Engine(LabEndpoint lab, NetworkAccess network, LongSupplier bystanders) {
        this(
                lab,
                network,
                FileDescriptorLimit::ofThisProcess,
                new ProcessCpuTime(bystanders),
                CleanupInterceptor.PLAIN);
    }

    /** Creates an engine with a given limit of open files, for tests. */
    Engine(LabEndpoint lab, NetworkAccess network, Supplier<FileDescriptorLimit> files) {
        this(lab, network, files, new ProcessCpuTime(() -> 0), CleanupInterceptor.PLAIN);
    }

    /** Creates an engine whose clean-up steps can be made to fail, for tests. */
    Engine(LabEndpoint lab, NetworkAccess network, CleanupInterceptor cleanup) {
        this(
                lab,
                network,
                FileDescriptorLimit::ofThisProcess,
                new ProcessCpuTime(() -> 0),
                cleanup);
    }

    private Engine(
            LabEndpoint lab,
            NetworkAccess network,
            Supplier<FileDescriptorLimit> files,
            ProcessCpuTime cpu,
            CleanupInterceptor cleanup) {
        this.cleanup = cleanup;
        this.lab = lab;
        this.network = network;
        this.files = files;
        this.cpu = cpu;
        timer = new ScheduledThreadPoolExecutor(1, task -> DaemonThread.of(task, "overlap-timer"));
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Starts to run a plan.
     *
     * @throws IllegalArgumentException with a sentence, if the plan names no known model, makes too
     *     many tasks, needs more open files than the system allows, or certificates of the system
     *     that cannot be read
     * @throws IllegalStateException if the engine is closed
     */
    public Run start(Plan plan) {
        HttpClients clients =
                new HttpClients(
                        network,
                        plan.neededSettings().connections(),
                        lab.uri(),
                        timer,
                        ConnectionGate.OPEN,
                        cleanup);
        ActiveRun run = new ActiveRun(plan, clients, new Warmup(lab, timer), cpu);
        files.get().requireCapacity(run.need());
        live.add(run);
        run.start();
        return run;
    }

    /** Cancels all runs in progress and waits for their clean-up, two seconds at most. */
    @Override
    public void close() {
        new Closer()
                .forEach(live.close(), Run::cancel)
                .run(() -> live.await(MAX_END))
                .run(timer::shutdownNow)
                .log(LOG, "not all runs have ended in time");
    }
}
