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

/** The ways in which models dispatch tasks. All wait until every task has ended. */
final class TaskDispatch {

    private TaskDispatch() {}

    /** Gives each free worker the next task. */
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

    /** Submits all tasks at once and awaits them all. */
    static void gather(List<Task> tasks, Function<Task, CompletionStage<Void>> submit)
            throws InterruptedException {
        gather(tasks, Integer.MAX_VALUE, submit);
    }

    /** Submits all tasks, with a limit on how many run at once, and awaits them all. */
    static void gather(List<Task> tasks, int limit, Function<Task, CompletionStage<Void>> submit)
            throws InterruptedException {
        Semaphore permits = new Semaphore(limit);
        CountDownLatch open = new CountDownLatch(tasks.size());
        for (Task task : tasks) {
            permits.acquire();
            submit.apply(task)
                    .thenRun(
                            () -> {
                                permits.release();
                                open.countDown();
                            });
        }
        open.await();
    }

    /** Waits until a submitted task has ended. */
    static void await(CompletionStage<Void> task) throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        task.thenRun(open::countDown);
        open.await();
    }
}
