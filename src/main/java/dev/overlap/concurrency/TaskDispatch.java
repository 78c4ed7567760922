package dev.overlap.concurrency;

import dev.overlap.plan.Task;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** The ways in which models hand over tasks. All wait until every task has ended. */
final class TaskDispatch {

    private TaskDispatch() {}

    /** Each free worker takes the next task. */
    static void share(List<Task> tasks, List<? extends Worker> workers)
            throws InterruptedException {
        BlockingQueue<Worker> free = new LinkedBlockingQueue<>(workers);
        Queue<Task> waiting = new ArrayDeque<>(tasks);
        CountDownLatch open = new CountDownLatch(tasks.size());
        while (!waiting.isEmpty()) {
            Worker worker = free.take();
            worker.submit(waiting.remove())
                    .thenRun(
                            () -> {
                                free.add(worker);
                                open.countDown();
                            });
        }
        open.await();
    }

    /** Hands over all tasks at once and awaits them all. */
    static void gather(List<Task> tasks, Function<Task, CompletionStage<Void>> carry)
            throws InterruptedException {
        gather(tasks, Integer.MAX_VALUE, carry);
    }

    /** Hands over all tasks, no more than so many at once, and awaits them all. */
    static void gather(List<Task> tasks, int atOnce, Function<Task, CompletionStage<Void>> carry)
            throws InterruptedException {
        Semaphore places = new Semaphore(atOnce);
        CountDownLatch open = new CountDownLatch(tasks.size());
        for (Task task : tasks) {
            places.acquire();
            carry.apply(task)
                    .thenRun(
                            () -> {
                                places.release();
                                open.countDown();
                            });
        }
        open.await();
    }

    /** Waits until a task that was handed over has ended. */
    static void await(CompletionStage<Void> task) throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        task.thenRun(open::countDown);
        open.await();
    }
}
