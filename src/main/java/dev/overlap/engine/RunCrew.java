package dev.overlap.engine;

import dev.overlap.model.Crew;
import dev.overlap.model.Worker;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.WorkerTrack.Role;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The crew of one run: hires workers for the model, and knows all tasks that are being carried, so
 * that it can stop them.
 *
 * <p>Threads: workers are hired and sent home by the driver thread; {@link #cancel} may be called
 * from any.
 */
final class RunCrew implements Crew {

    private final Tools tools;
    private final Recorder recorder;
    private final Settings settings;
    private final Ties ties;
    private final List<ThreadWorker> threads = new ArrayList<>();
    private final Aborts aborts;
    private final Computing computing;
    private final TaskThreads taskThreads = new TaskThreads(this);
    private final Set<Carry> carried = ConcurrentHashMap.newKeySet();
    private @Nullable LoopWorker loop;
    private @Nullable ProcessCrew processes;
    private @Nullable OffloadPool helpers;
    private int hired;
    private volatile boolean cancelled;

    /**
     * What ties a crew to its run.
     *
     * @param onEnd is told how a task ended, as soon as it has, by whoever ended it
     * @param briefing what worker processes are told first, or null where none is to be started
     */
    record Ties(Consumer<Outcome> onEnd, @Nullable Supplier<ProcessOrder.Prepare> briefing) {

        /** None: nobody is told, and no process is started. */
        static final Ties NONE = new Ties(_ -> {}, null);
    }

    /** A crew without workers yet. */
    RunCrew(Tools tools, Recorder recorder, Settings settings, Ties ties) {
        this.tools = tools;
        this.recorder = recorder;
        this.settings = settings;
        this.ties = ties;
        aborts = new Aborts(tools.ender());
        boolean locked = settings.rules().interpreterLock();
        computing = new Computing(locked ? new InterpreterLock() : Turns.FREE);
    }

    @Override
    public int workers() {
        return settings.workers().orElse(Settings.USUAL_WORKERS);
    }

    @Override
    public int limit() {
        settings.workers().ifPresent(recorder::limit);
        return settings.workers().orElse(Integer.MAX_VALUE);
    }

    @Override
    public Worker.PlatformThread thread() {
        String name = "thread-" + ++hired;
        ThreadLane lane = lane(name, Role.THREAD);
        return task -> taskThreads.carry(task, lane, work -> Lookup.daemon(work, name));
    }

    @Override
    public Worker.VirtualThread virtualThread() {
        String name = "virtual-" + ++hired;
        ThreadLane lane = lane(name, Role.VIRTUAL_THREAD);
        return task -> taskThreads.carry(task, lane, Thread.ofVirtual().name(name).factory());
    }

    @Override
    public List<? extends Worker> threads(int count) {
        for (int i = 1; i <= count; i++) {
            String name = "thread-" + ++hired;
            threads.add(new ThreadWorker(this, lane(name, Role.THREAD), name));
        }
        return List.copyOf(threads);
    }

    private ThreadLane lane(String name, Role role) {
        return new ThreadLane(this, recorder, recorder.hire(name, role));
    }

    @Override
    public List<? extends Worker> processes(int count) {
        Supplier<ProcessOrder.Prepare> briefing = ties.briefing;
        if (briefing == null) {
            return List.of(new ProcessUnrehearsed());
        }
        if (!tools.areOfThisSystem()) {
            throw new IllegalStateException("worker processes know the system's own network only");
        }
        processes = new ProcessCrew(this, recorder, tools.timer(), briefing.get());
        return processes.hire(count);
    }

    @Override
    public Worker.Loop loop() {
        if (loop == null) {
            AsyncClient client = tools.async();
            int index = recorder.hire("loop-1", Role.LOOP);
            client.recordTo(recorder, index);
            recorder.helper("reactor watch");
            loop = new LoopWorker(this, client, new LoopFetch(client, tools), index);
        }
        return loop;
    }

    /** The threads that make blocking calls for the loop: so many in all for one run. */
    OffloadPool helpers() {
        if (helpers == null) {
            int most = settings.workers().orElse(Settings.usualHelpers());
            helpers = new OffloadPool(most, this, recorder);
        }
        return helpers;
    }

    /** A task was handed over. It is over at once if the run is. */
    Carry begin(Task task) {
        Carry carry = new Carry(task, recorder, aborts);
        carry.outcome().thenAccept(ties.onEnd);
        carried.add(carry);
        carry.done().thenRun(() -> carried.remove(carry));
        if (cancelled) {
            carry.end(new Outcome.Cancelled());
        }
        return carry;
    }

    /** A worker takes the first step of a task. */
    void start(Carry carry, int worker) {
        carry.start(worker, settings.timeout(), tools.timer());
    }

    /**
     * Carries a task out by calls that block the caller. Never throws: whatever goes wrong ends
     * this task, and the worker and the other tasks go on.
     */
    Outcome fetchBlocking(Carry carry, int worker) {
        try {
            start(carry, worker);
            return fetchBlocking(carry);
        } catch (RuntimeException | Error e) {
            return Faults.of(e, carry.task().label());
        }
    }

    /** The same for a task whose first step was taken before. */
    Outcome fetchBlocking(Carry carry) {
        try {
            return carry.isStopped() ? new Outcome.Cancelled() : fetch(carry);
        } catch (IOException | RuntimeException | Error e) {
            return Faults.of(e, carry.task().label());
        }
    }

    private Outcome fetch(Carry carry) throws IOException {
        return switch (carry.task().site()) {
            case Site.Fetch site ->
                    new BlockingFetch(tools.blocking(), tools.lab()).run(carry, site);
            case Site.Poll site ->
                    new BlockingFetch(tools.blocking(), tools.lab()).run(carry, site);
            case Site.Compute site -> compute(carry, site);
        };
    }

    /** Computes on the calling thread. */
    Outcome compute(Carry carry, Site.Compute site) {
        return computing.run(carry, site);
    }

    /** Stops every task that is carried, and every one that may still be handed over. */
    void cancel() {
        cancelled = true;
        carried.forEach(carry -> carry.stop(new Outcome.Cancelled())); // none of which throws
    }

    /**
     * Sends all workers home and waits for their threads, two seconds at most in all. What one of
     * them throws comes out when all have been sent.
     */
    void close() {
        cancel();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        closer().run(this::dismiss)
                .run(() -> join(until))
                .run(() -> aborts.await(until)) // ahead of the pools, which are closed next
                .rethrow();
    }

    private Closer closer() {
        return new Closer(tools.ender());
    }

    private void dismiss() {
        Closer closer = closer().forEach(threads, ThreadWorker::dismiss).run(taskThreads::dismiss);
        if (helpers != null) {
            closer.run(helpers::dismiss);
        }
        if (loop != null) {
            closer.run(() -> tools.async().recordForced());
        }
        if (processes != null) {
            closer.run(processes::dismiss);
        }
        closer.rethrow();
    }

    /** Waits for the threads of all workers, until an instant at most. */
    void join(long untilNanoTime) {
        Closer closer =
                closer().forEach(threads, thread -> thread.join(untilNanoTime))
                        .run(() -> taskThreads.join(untilNanoTime));
        OffloadPool pool = helpers;
        if (pool != null) {
            closer.run(() -> pool.join(untilNanoTime));
        }
        ProcessCrew children = processes;
        if (children != null) {
            closer.run(() -> children.join(untilNanoTime));
        }
        closer.rethrow();
    }
}
