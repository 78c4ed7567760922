package dev.overlap.concurrency;

import dev.overlap.plan.Task;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The ways in which models dispatch tasks. All wait until every task has ended, or until the
 * program has the only result that it wants.
 */
final class TaskDispatch {

    private TaskDispatch() {}

    /** Gives each free worker the next task. */
    static void share(List<Task> tasks, List<? extends Worker> workers, ResultCollector results)
            throws InterruptedException {
        Queue<Worker> free = new ArrayDeque<>(workers);
        IdentityHashMap<Task, Worker> busy = new IdentityHashMap<>();
        Iterator<Task> waiting = tasks.iterator();
        while (results.wantsMore()) {
            Worker worker = waiting.hasNext() ? free.poll() : null;
            if (worker == null) {
                free.add(busy.remove(results.takeNext()));
            } else {
                Task task = waiting.next();
                busy.put(task, worker);
                results.submitted(task, worker.submit(task));
            }
        }
    }

    /** Submits all tasks at once and awaits them. */
    static void gather(
            List<Task> tasks, Function<Task, CompletionStage<Void>> submit, ResultCollector results)
            throws InterruptedException {
        gather(tasks, Integer.MAX_VALUE, submit, results);
    }

    /** Submits all tasks, with a limit on how many run at once, and awaits them. */
    static void gather(
            List<Task> tasks,
            int limit,
            Function<Task, CompletionStage<Void>> submit,
            ResultCollector results)
            throws InterruptedException {
        Iterator<Task> waiting = tasks.iterator();
        int running = 0;
        while (results.wantsMore()) {
            if (waiting.hasNext() && running < limit) {
                Task task = waiting.next();
                running++;
                results.submitted(task, submit.apply(task));
            } else {
                Task _ = results.takeNext();
                running--;
            }
        }
    }

    /** Submits one task at a time and awaits it before the next. */
    static void oneByOne(
            List<Task> tasks, Function<Task, CompletionStage<Void>> submit, ResultCollector results)
            throws InterruptedException {
        gather(tasks, 1, submit, results);
    }
}
