package dev.overlap.engine;

import dev.overlap.plan.Plan;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Runs plans. One for the life of the program.
 *
 * <p>Threads: {@link #start} may be called from any thread and returns at once; warming up, running
 * and cleaning up happen on the run's own driver thread. The engine itself keeps one, the timer
 * that ends tasks whose time is over.
 */
public final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final LabAccess lab;
    private final Network network;
    private final Supplier<OpenFiles> files;
    private final ProcessCpu cpu;
    private final Ender ender;
    private final ScheduledThreadPoolExecutor timer;
    private final Set<LiveRun> live = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /**
     * An engine whose {@code lab:} sites are served at a base address.
     *
     * @param lab such as {@code http://127.0.0.1:41733}
     */
    public Engine(URI lab) {
        this(LabAccess.plain(lab), Network.system());
    }

    public Engine(URI lab, Network network) {
        this(LabAccess.plain(lab), network);
    }

    public Engine(LabAccess lab, Network network) {
        this(lab, network, OpenFiles::ofThisProcess);
    }

    /**
     * The same beside threads that have no part in runs, such as those that draw them.
     *
     * @param bystanders the processor time that they have used so far, in nanoseconds: it is left
     *     out of what a run costs. Asked at the begin and the end of each run, on its driver
     */
    public Engine(LabAccess lab, Network network, LongSupplier bystanders) {
        this(lab, network, OpenFiles::ofThisProcess, new ProcessCpu(bystanders), Ender.PLAIN);
    }

    /** The same, with a limit of open files that a test may set. */
    Engine(LabAccess lab, Network network, Supplier<OpenFiles> files) {
        this(lab, network, files, new ProcessCpu(() -> 0), Ender.PLAIN);
    }

    /** The same, whose runs are ended by what a test may make fail. */
    Engine(LabAccess lab, Network network, Ender ender) {
        this(lab, network, OpenFiles::ofThisProcess, new ProcessCpu(() -> 0), ender);
    }

    private Engine(
            LabAccess lab,
            Network network,
            Supplier<OpenFiles> files,
            ProcessCpu cpu,
            Ender ender) {
        this.ender = ender;
        this.lab = lab;
        this.network = network;
        this.files = files;
        this.cpu = cpu;
        timer = new ScheduledThreadPoolExecutor(1, task -> Lookup.daemon(task, "overlap-timer"));
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Starts to run a plan.
     *
     * @throws IllegalArgumentException with a sentence, if the plan names no known model, makes too
     *     many tasks, or needs more open files than the system allows
     * @throws IllegalStateException if the engine is closed
     */
    public Run start(Plan plan) {
        Tools tools =
                new Tools(
                        network,
                        plan.settings().connections(),
                        lab.uri(),
                        timer,
                        LeaseGate.OPEN,
                        ender);
        LiveRun run = new LiveRun(plan, tools, new Rehearsal(lab, timer), cpu);
        files.get().mustSuffice(run.need());
        synchronized (live) {
            if (closed) {
                throw new IllegalStateException("this engine is closed");
            }
            live.add(run);
        }
        run.done().whenComplete((_, _) -> live.remove(run));
        run.start();
        return run;
    }

    /** Cancels every run that goes on and waits until they have cleaned up, two seconds at most. */
    @Override
    public void close() {
        synchronized (live) {
            closed = true;
        }
        new Closer()
                .forEach(live, Run::cancel)
                .run(this::awaitRuns)
                .run(timer::shutdownNow)
                .log(LOG, "not all runs have ended in time");
    }

    /** How they end, each run has told by itself. */
    private void awaitRuns() throws Exception {
        CompletableFuture<?>[] all =
                live.stream()
                        .map(run -> run.done().toCompletableFuture().handle((_, _) -> null))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).get(2, TimeUnit.SECONDS);
    }
}
