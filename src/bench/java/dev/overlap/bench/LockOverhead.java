package dev.overlap.bench;

import dev.overlap.engine.resource.Claim;
import dev.overlap.engine.resource.LocalResources;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Resource;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * What a {@code lock} step and its recording cost: taking and giving back a lock of a run, against
 * a fair lock of the JDK, by one thread and by two that compete, in alternating rounds.
 */
final class LockOverhead {

    private static final int WARM_UP = 4;
    private static final int ROUNDS = 15;
    private static final int LOCKS = 20_000;

    private static final StepSequence STEPS =
            StepSequence.of(
                    new Step.Lock("a", StepSequence.of(new Step.Sleep(Duration.ofMillis(1)))));

    private LockOverhead() {}

    static void print() throws InterruptedException {
        for (int threads = 1; threads <= 2; threads++) {
            double[] plain = new double[ROUNDS];
            double[] recorded = new double[ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double jdk = jdk(threads);
                double own = recorded(threads);
                if (round >= 0) {
                    plain[round] = jdk;
                    recorded[round] = own;
                }
            }
            double jdk = new Quantiles(plain).at(0.5);
            double own = new Quantiles(recorded).at(0.5);
            System.out.printf(
                    Locale.ROOT,
                    "a lock taken and given back, %s: ReentrantLock(true) %.2f us, a lock step with"
                            + " its recording %.2f us, ratio %.3f%n",
                    threads == 1 ? "one thread" : "two threads that compete",
                    jdk,
                    own,
                    jdk / own);
        }
    }

    private static double jdk(int threads) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock(true);
        return micros(threads, _ -> lockOnce(lock));
    }

    private static void lockOnce(ReentrantLock lock) {
        lock.lock();
        try {
            Thread.onSpinWait(); // something to protect
        } finally {
            lock.unlock();
        }
    }

    private static double recorded(int threads) throws InterruptedException {
        List<Task> tasks =
                IntStream.range(0, threads)
                        .mapToObj(index -> new Task(index, STEPS, index))
                        .toList();
        TraceRecorder recorder =
                new TraceRecorder(new Trace(tasks.stream().map(Task::label).toList()));
        recorder.begin();
        SharedResources shared =
                new SharedResources(
                        List.of(new Resource("a", Resource.Type.LOCK, 1)),
                        tasks,
                        recorder,
                        threads,
                        false);
        LocalResources resources = new LocalResources(shared, recorder);
        List<TaskExecution> executions =
                tasks.stream().map(task -> new TaskExecution(task, recorder)).toList();
        executions.forEach(shared::begin);
        Claim claim = new Claim("a", Purpose.HOLD);
        return micros(threads, thread -> lockOnce(resources, executions.get(thread), claim));
    }

    private static void lockOnce(LocalResources resources, TaskExecution execution, Claim claim) {
        try {
            resources.acquire(execution, claim);
            resources.release(execution, claim.resource());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Locking {
        void lockAndUnlock(int thread);
    }

    /** Returns the microseconds for each lock, over all threads. */
    private static double micros(int threads, Locking locking) throws InterruptedException {
        List<Thread> all =
                IntStream.range(0, threads)
                        .mapToObj(
                                number ->
                                        Thread.ofPlatform()
                                                .unstarted(() -> repeat(locking, number, threads)))
                        .toList();
        long begin = System.nanoTime();
        all.forEach(Thread::start);
        for (Thread thread : all) {
            thread.join();
        }
        return (System.nanoTime() - begin) / 1e3 / LOCKS;
    }

    private static void repeat(Locking locking, int number, int threads) {
        for (int i = 0; i < LOCKS / threads; i++) {
            locking.lockAndUnlock(number);
        }
    }
}
