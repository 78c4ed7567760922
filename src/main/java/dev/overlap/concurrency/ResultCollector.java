package dev.overlap.concurrency;

import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Task;
import dev.overlap.trace.CollectRule;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The program's side of a run: waits for tasks that it has submitted, collects their results as a
 * {@link CollectMode} says, and records when it has each of them in hand. Nothing is computed from
 * the ends of tasks: the instants are those at which the driver thread, which is the program,
 * really goes on with the result.
 *
 * <p>Where tasks run on an event loop, the program is a coroutine of the same loop: it is resumed
 * by a step that queues behind others. If it waits for all tasks at once, no such step is made,
 * since only the last one would matter.
 *
 * <p>Threads: called by the driver thread only; submitted tasks may end on any thread.
 */
public final class ResultCollector {

    private final CollectMode mode;
    private final List<Task> tasks;
    private final TraceRecorder recorder;
    private final BlockingQueue<Task> ended = new LinkedBlockingQueue<>();
    private final BitSet done = new BitSet();
    private Worker.@Nullable Loop loop;
    private int inOrder;
    private boolean hasWinner;

    /**
     * Creates a collector for the tasks of one run.
     *
     * @param tasks in the order of the list; each is at its index
     */
    public ResultCollector(CollectMode mode, List<Task> tasks, TraceRecorder recorder) {
        this.mode = mode;
        this.tasks = tasks;
        this.recorder = recorder;
    }

    /** Tells that the program is a coroutine of a loop, which is resumed there. */
    ResultCollector on(Worker.Loop loop) {
        if (mode != CollectMode.ALL) {
            this.loop = loop;
        }
        return this;
    }

    /** Waits, from now on, for a task that has been submitted. */
    void submitted(Task task, CompletionStage<Void> stage) {
        Worker.Loop resumedBy = loop;
        if (resumedBy == null) {
            stage.whenComplete((_, _) -> ended.add(task));
        } else {
            stage.whenComplete((_, _) -> resumedBy.resume(() -> ended.add(task)));
        }
    }

    /** Returns how a trace names the way in which results are collected. */
    public static CollectRule rule(CollectMode mode) {
        return switch (mode) {
            case ALL -> CollectRule.AT_END;
            case AS_COMPLETED, IN_ORDER -> CollectRule.EACH;
            case FIRST -> CollectRule.FIRST;
        };
    }

    /** Returns whether the program waits for more tasks. */
    boolean wantsMore() {
        return !hasWinner && done.cardinality() < tasks.size();
    }

    /**
     * Returns whether the program has the only result that it wanted, so that it cancels the rest.
     */
    public boolean hasWinner() {
        return hasWinner;
    }

    /** Waits until a submitted task has ended, and collects what that makes available. */
    Task takeNext() throws InterruptedException {
        Task task = ended.take();
        if (Thread.interrupted()) { // the queue may prefer a task that ended because of it
            throw new InterruptedException();
        }
        long now = System.nanoTime();
        done.set(task.index());
        switch (mode) {
            case ALL -> collectAll(now);
            case AS_COMPLETED -> recorder.collected(task.index(), now);
            case IN_ORDER -> collectInOrder(now);
            case FIRST -> collectWinner(task.index(), now);
        }
        return task;
    }

    private void collectAll(long now) {
        if (!wantsMore()) {
            tasks.forEach(task -> recorder.collected(task.index(), now));
        }
    }

    private void collectInOrder(long now) {
        while (inOrder < tasks.size() && done.get(inOrder)) {
            recorder.collected(inOrder++, now);
        }
    }

    private void collectWinner(int task, long now) {
        if (recorder.trace().task(task).hasSucceeded()) {
            hasWinner = true;
            recorder.collected(task, now);
        }
    }
}
