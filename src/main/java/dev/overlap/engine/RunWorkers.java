package dev.overlap.engine;

import dev.overlap.concurrency.ResultCollector;
import dev.overlap.concurrency.Worker;
import dev.overlap.concurrency.WorkerFactory;
import dev.overlap.engine.cpu.ComputePermit;
import dev.overlap.engine.cpu.ComputeRunner;
import dev.overlap.engine.cpu.InterpreterLock;
import dev.overlap.engine.http.AsyncClient;
import dev.overlap.engine.http.AsyncFetcher;
import dev.overlap.engine.http.BlockingFetcher;
import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.process.NoOpProcessWorker;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.process.WorkerProcessPool;
import dev.overlap.engine.request.FailureAdvice;
import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.resource.ResourceAccess;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.engine.step.BlockingStepRunner;
import dev.overlap.engine.step.LoopStepRunner;
import dev.overlap.engine.task.AbortTracker;
import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskExecutor;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack.Role;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The workers of one run: creates them for the model, and tracks the running tasks so that it can
 * stop them.
 *
 * <p>Threads: workers are created and stopped by the driver thread; {@link #cancel} may be called
 * from any.
 */
final class RunWorkers implements WorkerFactory, TaskExecutor {

    private final HttpClients clients;
    private final TraceRecorder recorder;
    private final Settings settings;
    private final RunBinding runBinding;
    private final SharedResources shared;
    private final ResourceAccess resources;
    private final List<ThreadWorker> threads = new ArrayList<>();
    private final AbortTracker aborts;
    private final ComputeRunner computeRunner;
    private final ThreadPerTaskRunner threadPerTaskRunner = new ThreadPerTaskRunner(this);
    private final Set<TaskExecution> running = ConcurrentHashMap.newKeySet();
    private @Nullable EventLoopWorker loop;
    private @Nullable WorkerProcessPool processes;
    private @Nullable OffloadThreadPool helpers;
    private int created;
    private volatile boolean cancelled;

    /** Creates a factory that has no workers yet. */
    RunWorkers(
            HttpClients clients, TraceRecorder recorder, Settings settings, RunBinding runBinding) {
        this.clients = clients;
        this.recorder = recorder;
        this.settings = settings;
        this.runBinding = runBinding;
        shared = runBinding.shared();
        resources = runBinding.resources();
        aborts = new AbortTracker(clients.ender());
        boolean locked = settings.rules().interpreterLock();
        computeRunner = new ComputeRunner(locked ? new InterpreterLock() : ComputePermit.FREE);
    }

    @Override
    public int workers() {
        return settings.workers().orElse(Settings.DEFAULT_WORKERS);
    }

    @Override
    public int limit() {
        settings.workers().ifPresent(recorder::limit);
        return settings.workers().orElse(Integer.MAX_VALUE);
    }

    @Override
    public Worker.PlatformThread thread() {
        String name = "thread-" + ++created;
        ThreadRecorder lane = lane(name, Role.THREAD);
        return task -> threadPerTaskRunner.submit(task, lane, work -> DaemonThread.of(work, name));
    }

    @Override
    public Worker.VirtualThread virtualThread() {
        String name = "virtual-" + ++created;
        ThreadRecorder lane = lane(name, Role.VIRTUAL_THREAD);
        return task ->
                threadPerTaskRunner.submit(task, lane, Thread.ofVirtual().name(name).factory());
    }

    @Override
    public List<? extends Worker> threads(int count) {
        for (int i = 1; i <= count; i++) {
            String name = "thread-" + ++created;
            threads.add(new ThreadWorker(this, lane(name, Role.THREAD), name));
        }
        return List.copyOf(threads);
    }

    private ThreadRecorder lane(String name, Role role) {
        return new ThreadRecorder(this, recorder, recorder.addWorker(name, role));
    }

    @Override
    public List<? extends Worker> processes(int count) {
        Supplier<WorkerCommand.Prepare> prepareCommand = runBinding.prepareCommand();
        if (prepareCommand == null) {
            return List.of(new NoOpProcessWorker());
        }
        if (!clients.areOfThisSystem()) {
            throw new IllegalStateException("worker processes know the system's own network only");
        }
        processes =
                new WorkerProcessPool(
                        this, recorder, clients.timer(), prepareCommand.get(), shared);
        return processes.addWorkers(count);
    }

    @Override
    public Worker.Loop loop() {
        if (loop == null) {
            AsyncClient client = clients.async();
            int index = recorder.addWorker("loop-1", Role.LOOP);
            client.recordTo(recorder, index);
            recorder.helper("reactor watch");
            loop = new EventLoopWorker(this, this::helpers, client, loopTools(client), index);
        }
        return loop;
    }

    @Override
    public ResultCollector results() {
        return Objects.requireNonNull(runBinding.results());
    }

    private LoopStepRunner.LoopTools loopTools(AsyncClient client) {
        return new LoopStepRunner.LoopTools(
                client,
                new AsyncFetcher(client, clients),
                computeRunner,
                shared,
                resources,
                clients.timer());
    }

    /** Returns the pool for blocking calls of the loop, one per run. */
    private OffloadThreadPool helpers() {
        if (helpers == null) {
            int maxThreads = settings.workers().orElse(Settings.usualHelpers());
            helpers = new OffloadThreadPool(maxThreads, this, recorder);
        }
        return helpers;
    }

    @Override
    public TaskExecution begin(Task task) {
        TaskExecution execution = new TaskExecution(task, recorder, aborts);
        execution.outcome().thenAccept(runBinding.onEnd());
        if (runBinding.advises()) {
            execution.setWording(outcome -> advised(outcome, task));
        }
        execution.setTimeoutOutcome(timeout -> shared.timedOut(execution, timeout));
        execution.setCleanup(() -> shared.end(execution));
        running.add(execution);
        execution.done().thenRun(() -> running.remove(execution));
        if (cancelled) {
            execution.end(new Outcome.Cancelled());
        }
        return execution;
    }

    private Outcome advised(Outcome outcome, Task task) {
        return new FailureAdvice(settings.connections(), clients.proxies())
                .on(outcome, task, recorder.trace().task(task.index()));
    }

    @Override
    public void start(TaskExecution execution, int worker) {
        execution.start(worker, settings.timeout(), clients.timer());
    }

    @Override
    public Outcome fetchBlocking(TaskExecution execution, int worker) {
        try {
            start(execution, worker);
            return fetchBlocking(execution);
        } catch (RuntimeException | Error e) {
            return FailureClassifier.of(e, execution);
        }
    }

    @Override
    public Outcome fetchBlocking(TaskExecution execution) {
        try {
            if (execution.isStopped()) {
                return new Outcome.Cancelled();
            }
            shared.begin(execution);
            return new BlockingStepRunner(execution, this::fetcher, computeRunner, resources).run();
        } catch (IOException | RuntimeException | Error e) {
            return FailureClassifier.of(e, execution);
        }
    }

    private BlockingFetcher fetcher() {
        return new BlockingFetcher(clients.blocking(), clients.lab());
    }

    /** Stops every running task, and every one that is submitted later. */
    void cancel() {
        cancelled = true;
        shared.stopSearching();
        running.forEach(execution -> execution.stop(new Outcome.Cancelled())); // never throws
    }

    /**
     * Stops all workers and waits for their threads, two seconds at most in all. Rethrows the first
     * exception after all have been stopped.
     */
    void close() {
        cancel();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        closer().run(this::stopWorkers)
                .run(() -> join(until))
                .run(() -> aborts.await(until)) // before the connection pools are closed
                .rethrow();
    }

    private Closer closer() {
        return new Closer(clients.ender());
    }

    private void stopWorkers() {
        Closer closer =
                closer().forEach(threads, ThreadWorker::stop).run(threadPerTaskRunner::stop);
        if (helpers != null) {
            closer.run(helpers::stop);
        }
        if (loop != null) {
            closer.run(() -> clients.async().recordForced());
        }
        if (processes != null) {
            closer.run(processes::stop);
        }
        closer.rethrow();
    }

    /** Waits for the threads of all workers, but no longer than until an instant. */
    void join(long untilNanoTime) {
        Closer closer =
                closer().forEach(threads, thread -> thread.join(untilNanoTime))
                        .run(() -> threadPerTaskRunner.join(untilNanoTime));
        OffloadThreadPool pool = helpers;
        if (pool != null) {
            closer.run(() -> pool.join(untilNanoTime));
        }
        WorkerProcessPool children = processes;
        if (children != null) {
            closer.run(() -> children.join(untilNanoTime));
        }
        closer.rethrow();
    }
}
