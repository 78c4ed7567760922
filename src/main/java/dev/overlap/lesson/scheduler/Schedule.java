package dev.overlap.lesson.scheduler;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps that two threads have taken so far, in the order in which a person released them, and
 * what follows from it. Each thread adds one to a counter that begins at 0. Immutable: every step
 * returns the next state.
 *
 * @param locked whether the threads hold a lock while they count
 * @param taken the steps so far
 */
public record Schedule(boolean locked, List<TakenStep> taken) {

    /** The number of threads. */
    public static final int THREADS = 2;

    public Schedule {
        taken = List.copyOf(taken);
    }

    /** Returns the state in which nothing was done yet. */
    public static Schedule begin(boolean locked) {
        return new Schedule(locked, List.of());
    }

    /** The steps of each thread, in order. */
    public List<ScheduledStep> steps() {
        return ScheduledStep.all(locked);
    }

    /** The number of steps of both threads. */
    public int length() {
        return THREADS * steps().size();
    }

    /** The steps that a thread has taken. */
    public List<TakenStep> taken(int thread) {
        return taken.stream().filter(it -> it.thread() == thread).toList();
    }

    /** The next step of a thread; null if it has taken all. */
    public @Nullable ScheduledStep next(int thread) {
        int done = taken(thread).size();
        return done == steps().size() ? null : steps().get(done);
    }

    /** The thread that holds the lock; -1 for none. */
    public int holder() {
        int holder = -1;
        for (TakenStep it : taken) {
            if (it.step() == ScheduledStep.LOCK) {
                holder = it.thread();
            } else if (it.step() == ScheduledStep.UNLOCK) {
                holder = -1;
            }
        }
        return holder;
    }

    /** Whether a thread cannot go on because the other one holds the lock. */
    public boolean waits(int thread) {
        return next(thread) == ScheduledStep.LOCK && holder() >= 0;
    }

    /** Whether a thread can take its next step. */
    public boolean isReady(int thread) {
        return next(thread) != null && !waits(thread);
    }

    /** Whether both threads have taken all of their steps. */
    public boolean isOver() {
        return taken.size() == length();
    }

    /** What the counter shows. */
    public long counter() {
        long counter = 0;
        for (TakenStep it : taken) {
            if (it.step() == ScheduledStep.WRITE) {
                counter = it.value();
            }
        }
        return counter;
    }

    /** What a thread has in its own copy; null before it has read. */
    @Nullable Long copy(int thread) {
        Long copy = null;
        for (TakenStep it : taken(thread)) {
            if (it.step() == ScheduledStep.READ || it.step() == ScheduledStep.ADD) {
                copy = it.value();
            }
        }
        return copy;
    }

    /**
     * Lets a thread take its next step.
     *
     * @throws IllegalStateException if it is not ready
     */
    public Schedule step(int thread) {
        ScheduledStep next = next(thread);
        if (next == null || waits(thread)) {
            throw new IllegalStateException("Thread " + thread + " cannot go on: " + taken);
        }
        List<TakenStep> longer = new ArrayList<>(taken);
        longer.add(new TakenStep(thread, next, value(thread, next)));
        return new Schedule(locked, longer);
    }

    private long value(int thread, ScheduledStep step) {
        Long copy = copy(thread);
        long known = copy == null ? 0 : copy;
        return switch (step) {
            case LOCK, UNLOCK -> 0;
            case READ -> counter();
            case ADD -> known + 1;
            case WRITE -> known;
        };
    }

    /** Takes the last step back; returns this if there is none. */
    public Schedule undo() {
        return taken.isEmpty() ? this : new Schedule(locked, taken.subList(0, taken.size() - 1));
    }

    /** The update that was lost; null if there is none so far. */
    public @Nullable OverwrittenUpdate lost() {
        int first = indexOf(ScheduledStep.WRITE, -1);
        if (first < 0) {
            return null;
        }
        int of = taken.get(first).thread();
        int by = THREADS - 1 - of;
        int second = indexOf(ScheduledStep.WRITE, of);
        TakenStep read =
                taken.subList(0, first).stream()
                        .filter(it -> it.thread() == by && it.step() == ScheduledStep.READ)
                        .findFirst()
                        .orElse(null);
        return second < 0 || read == null
                ? null
                : new OverwrittenUpdate(by, of, read.value(), taken.get(second).value());
    }

    /** The index of the first step of its type that is not of the given thread, or -1. */
    private int indexOf(ScheduledStep step, int otherThan) {
        for (int i = 0; i < taken.size(); i++) {
            TakenStep it = taken.get(i);
            if (it.step() == step && it.thread() != otherThan) {
                return i;
            }
        }
        return -1;
    }
}
