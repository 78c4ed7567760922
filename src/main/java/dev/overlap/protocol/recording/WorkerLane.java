package dev.overlap.protocol.recording;

import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the lane of one worker. What it runs may be nested: a step may run another step to its
 * end. A lane shows the innermost; after it, the rest of the outer one.
 */
final class WorkerLane {

    /** Of something that has not ended. */
    private static final long OPEN = Long.MAX_VALUE;

    /** Deeper than programs nest; an emitter may have lost the ends. */
    private static final int MAX_DEPTH = 64;

    private final TraceRecorder recorder;
    private final int index;
    private final boolean isLoop;
    private final long thread;

    /** What it runs, the innermost last. */
    private final List<Nested> running = new ArrayList<>(1);

    private long shownUntil = Long.MIN_VALUE;

    private static final class Nested {
        private final @Nullable TaskRow task;
        private final long endNanos;
        private final long cpuNanos;

        Nested(@Nullable TaskRow task, long endNanos, long cpuNanos) {
            this.task = task;
            this.endNanos = endNanos;
            this.cpuNanos = cpuNanos;
        }

        boolean hasEnd() {
            return endNanos != OPEN;
        }
    }

    /**
     * Creates the writer of a lane.
     *
     * @param thread the id of its thread in the system, 0 if unknown
     */
    WorkerLane(TraceRecorder recorder, int index, boolean isLoop, long thread) {
        this.recorder = recorder;
        this.index = index;
        this.isLoop = isLoop;
        this.thread = thread;
    }

    int index() {
        return index;
    }

    /** Begins to run something that ends when {@link #idle} is told. */
    void begin(@Nullable TaskRow task, long nanoTime) {
        advance(nanoTime);
        push(new Nested(task, OPEN, -1), nanoTime);
    }

    /**
     * Runs something.
     *
     * @param cpuNanos how long it had a processor, -1 if unknown
     */
    void run(@Nullable TaskRow task, long nanoTime, long endNanos, long cpuNanos) {
        advance(nanoTime);
        push(new Nested(task, endNanos, cpuNanos), nanoTime);
    }

    private void push(Nested begun, long nanoTime) {
        if (running.size() == MAX_DEPTH) {
            remove(0, nanoTime, -1);
        }
        if (begun.task != null && !begun.task.hasEnded()) {
            begun.task.setWorker(index);
            begun.task.beginSlice(isLoop, nanoTime);
        }
        running.add(placeOf(begun), begun);
        if (running.getLast() == begun) {
            show(begun, nanoTime);
        }
    }

    /** Of two that begin at the same instant, the one that ends first is the inner one. */
    private int placeOf(Nested begun) {
        int place = running.size();
        while (begun.hasEnd() && place > 0 && isInner(running.get(place - 1), begun)) {
            place--;
        }
        return place;
    }

    private static boolean isInner(Nested known, Nested begun) {
        return known.hasEnd() && known.endNanos < begun.endNanos;
    }

    private void show(Nested shown, long nanoTime) {
        boolean isOver = shown.endNanos <= shownUntil; // told so late that others are drawn there
        if (recorder.trace().hasBegun() && !isOver) {
            TaskRow task = shown.task;
            recorder.busyOn(index, task == null ? -1 : task.index(), thread, nanoTime);
        }
    }

    /** Ends what was begun last of all that has no end yet. */
    void idle(long cpu, long nanoTime) {
        advance(nanoTime);
        for (int i = running.size() - 1; i >= 0; i--) {
            if (!running.get(i).hasEnd()) {
                remove(i, nanoTime, cpu);
                return;
            }
        }
    }

    /** Ends whatever has ended by an instant. */
    void advance(long nanoTime) {
        for (int next = nextToEnd(); next >= 0; next = nextToEnd()) {
            long end = running.get(next).endNanos;
            if (end > nanoTime) {
                return;
            }
            remove(next, end, running.get(next).cpuNanos);
        }
    }

    /** Returns the one that ends first, the innermost of several; -1 if no end is known. */
    private int nextToEnd() {
        int first = -1;
        for (int i = running.size() - 1; i >= 0; i--) {
            boolean isEarlier = first < 0 || running.get(i).endNanos < running.get(first).endNanos;
            if (running.get(i).hasEnd() && isEarlier) {
                first = i;
            }
        }
        return first;
    }

    private void remove(int at, long nanoTime, long cpu) {
        boolean wasShown = at == running.size() - 1;
        Nested removed = running.remove(at);
        if (wasShown && recorder.trace().hasBegun()) {
            recorder.idle(index, nanoTime);
            shownUntil = Math.max(shownUntil, nanoTime);
        }
        if (wasShown && !running.isEmpty()) {
            show(running.getLast(), nanoTime);
        }
        if (removed.task != null) {
            removed.task.addCpu(cpu); // may be told after the end
            if (!removed.task.hasEnded()) {
                removed.task.endSlice(isLoop, nanoTime);
            }
        }
    }

    /** Shows what it runs from time zero on. */
    void zero(long nanoTime) {
        advance(nanoTime);
        if (!running.isEmpty()) {
            show(running.getLast(), nanoTime);
        }
    }

    /** Ends all: the worker has gone. */
    void end(long nanoTime) {
        advance(nanoTime);
        while (!running.isEmpty()) {
            remove(running.size() - 1, nanoTime, -1);
        }
    }
}
