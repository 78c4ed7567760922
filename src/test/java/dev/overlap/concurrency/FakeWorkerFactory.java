package dev.overlap.concurrency;

import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Task;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A worker factory that records the submitted tasks, which end at once or never. */
final class FakeWorkerFactory implements WorkerFactory, AutoCloseable {

    private final int workers;
    private final boolean ends;
    private final ResultCollector results;
    private final ExecutorService elsewhere = Executors.newFixedThreadPool(2);
    private final List<Task> executed = new CopyOnWriteArrayList<>();
    private final Semaphore begun = new Semaphore(0);
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger created = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger inAll = new AtomicInteger();
    private final AtomicInteger mostInAll = new AtomicInteger();

    FakeWorkerFactory(int workers, List<Task> tasks) {
        this(workers, tasks, true);
    }

    private FakeWorkerFactory(int workers, List<Task> tasks, boolean ends) {
        this.workers = workers;
        this.ends = ends;
        Trace trace = new Trace(tasks.stream().map(Task::label).toList());
        results = new ResultCollector(CollectMode.ALL, tasks, new TraceRecorder(trace));
    }

    static FakeWorkerFactory thatNeverEnds(int workers, List<Task> tasks) {
        return new FakeWorkerFactory(workers, tasks, false);
    }

    @Override
    public int workers() {
        return workers;
    }

    @Override
    public int limit() {
        return workers;
    }

    @Override
    public Worker.PlatformThread thread() {
        created.incrementAndGet();
        return new FakeThread();
    }

    @Override
    public Worker.VirtualThread virtualThread() {
        created.incrementAndGet();
        AtomicInteger atOnce = new AtomicInteger();
        return task -> one(task, atOnce);
    }

    @Override
    public List<? extends Worker> threads(int count) {
        return addWorker(count, FakeThread::new);
    }

    @Override
    public List<? extends Worker> processes(int count) {
        return addWorker(count, FakeProcess::new);
    }

    private List<Worker> addWorker(int count, Supplier<Worker> one) {
        created.addAndGet(count);
        return Stream.generate(one).limit(count).toList();
    }

    @Override
    public Worker.Loop loop() {
        created.incrementAndGet();
        return new FakeLoop();
    }

    @Override
    public ResultCollector results() {
        return results;
    }

    List<Task> executed() {
        return executed;
    }

    int ended() {
        return ended.get();
    }

    int created() {
        return created.get();
    }

    /** Returns the largest number of tasks that one thread had at once. */
    int maxOnOneThread() {
        return most.get();
    }

    /** Returns the largest number of submitted tasks that had not ended. */
    int maxConcurrentTasks() {
        return mostInAll.get();
    }

    void awaitFirstTask() throws InterruptedException {
        awaitTasks(1);
    }

    void awaitTasks(int count) throws InterruptedException {
        if (!begun.tryAcquire(count, 20, TimeUnit.SECONDS)) {
            throw new AssertionError("fewer than " + count + " tasks were handed over");
        }
    }

    @Override
    public void close() {
        elsewhere.close();
    }

    private CompletionStage<Void> one(Task task, AtomicInteger onThisThread) {
        most.accumulateAndGet(onThisThread.incrementAndGet(), Math::max);
        return begin(task, onThisThread::decrementAndGet);
    }

    private CompletionStage<Void> begin(Task task, Runnable atTheEnd) {
        executed.add(task);
        mostInAll.accumulateAndGet(inAll.incrementAndGet(), Math::max);
        begun.release();
        if (!ends) {
            return new CompletableFuture<>();
        }
        return CompletableFuture.runAsync(
                () -> {
                    atTheEnd.run();
                    inAll.decrementAndGet();
                    ended.incrementAndGet();
                },
                elsewhere);
    }

    private final class FakeThread implements Worker.PlatformThread {
        private final AtomicInteger atOnce = new AtomicInteger();

        @Override
        public CompletionStage<Void> submit(Task task) {
            return one(task, atOnce);
        }
    }

    private final class FakeProcess implements Worker.ChildProcess {
        private final AtomicInteger atOnce = new AtomicInteger();

        @Override
        public CompletionStage<Void> submit(Task task) {
            return one(task, atOnce);
        }
    }

    private final class FakeLoop implements Worker.Loop {
        @Override
        public CompletionStage<Void> submit(Task task) {
            return begin(task, () -> {});
        }

        @Override
        public CompletionStage<Void> submitBlocking(Task task) {
            return begin(task, () -> {});
        }

        @Override
        public CompletionStage<Void> submitWaitingForItself(Task task) {
            return begin(task, () -> {});
        }

        @Override
        public CompletionStage<Void> submitOffloaded(Task task) {
            return begin(task, () -> {});
        }

        @Override
        public void resume(Runnable step) {
            step.run();
        }
    }
}
