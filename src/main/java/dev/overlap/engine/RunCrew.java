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
    private final List<ThreadWorker> threads = new ArrayList<>();
    private final Computing computing;
    private final Set<Carry> carried = ConcurrentHashMap.newKeySet();
    private final @Nullable Supplier<ProcessOrder.Prepare> briefing;
    private @Nullable LoopWorker loop;
    private @Nullable ProcessCrew processes;
    private volatile boolean cancelled;

    /**
     * A crew without workers yet.
     *
     * @param briefing what worker processes are told first, or null where none is to be started
     */
    RunCrew(
            Tools tools,
            Recorder recorder,
            Settings settings,
            @Nullable Supplier<ProcessOrder.Prepare> briefing) {
        this.briefing = briefing;
        this.tools = tools;
        this.recorder = recorder;
        this.settings = settings;
        boolean locked = settings.rules().interpreterLock();
        computing = new Computing(locked ? new InterpreterLock() : Turns.FREE);
    }

    @Override
    public int workers() {
        return settings.workers();
    }

    @Override
    public List<? extends Worker> threads(int count) {
        for (int i = 1; i <= count; i++) {
            String name = "thread-" + (threads.size() + 1);
            threads.add(new ThreadWorker(this, recorder.hire(name, Role.THREAD), name));
        }
        return List.copyOf(threads);
    }

    @Override
    public List<? extends Worker> processes(int count) {
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

    /** A task was handed over. */
    Carry begin(Task task) {
        Carry carry = new Carry(task, recorder);
        carried.add(carry);
        carry.done().thenRun(() -> carried.remove(carry));
        if (cancelled) {
            carry.stop(new Outcome.Cancelled());
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
        carried.forEach(carry -> carry.stop(new Outcome.Cancelled()));
    }

    /** Sends all workers home and waits for their threads, two seconds at most in all. */
    void close() throws InterruptedException {
        cancel();
        threads.forEach(ThreadWorker::dismiss);
        if (processes != null) {
            processes.dismiss();
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        for (ThreadWorker thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        }
        if (processes != null) {
            processes.join(until);
        }
    }
}
