package dev.overlap.lesson.scheduler;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Writes a schedule as the trace of a run, so that it is drawn as one. Its clock is the person:
 * each step takes {@link #STEP_NANOS}, during which its thread computes, and time stands still
 * between two steps. A thread that could go on but was not chosen is READY, one that waits for the
 * lock is BLOCKED.
 */
public final class ScheduleTrace {

    /** How long a step takes in the trace. */
    public static final long STEP_NANOS = 1_000_000_000L;

    /** The index of the counter among the resources of the trace. */
    public static final int COUNTER = 0;

    /** The index of the lock, if there is one. */
    public static final int LOCK = 1;

    private final Schedule schedule;
    private final TraceRecorder recorder;
    private final ResourceTrack.@Nullable Use[] uses =
            new ResourceTrack.@Nullable Use[Schedule.THREADS];
    private long increments;

    private ScheduleTrace(Schedule schedule, List<String> threads) {
        this.schedule = schedule;
        this.recorder = new TraceRecorder(new Trace(threads));
    }

    /**
     * Returns the trace of a schedule. It is finished if all steps were taken.
     *
     * @param threads the names of the threads
     * @param counter the name of the counter
     */
    public static Trace of(Schedule schedule, List<String> threads, String counter) {
        ScheduleTrace writer = new ScheduleTrace(schedule, threads);
        writer.write(counter);
        return writer.recorder.trace();
    }

    private void write(String counter) {
        recorder.addResource(counter, ResourceTrack.Type.COUNTER, 1);
        if (schedule.locked()) {
            recorder.addResource(counter, ResourceTrack.Type.LOCK, 1);
        }
        recorder.begin(0);
        Schedule before = Schedule.begin(schedule.locked());
        for (TakenStep it : schedule.taken()) {
            Schedule after = before.step(it.thread());
            write(it, after, before.taken().size() * STEP_NANOS);
            before = after;
        }
        if (schedule.isOver()) {
            recorder.finish();
        }
    }

    private void write(TakenStep taken, Schedule after, long begin) {
        recorder.enter(taken.thread(), Phase.COMPUTE, begin);
        int other = Schedule.THREADS - 1 - taken.thread();
        recorder.enter(other, after.waits(other) ? Phase.BLOCKED : Phase.READY, begin);
        switch (taken.step()) {
            case LOCK -> locked(taken.thread(), other, begin);
            case READ, WRITE -> accessed(taken, begin + STEP_NANOS / 2);
            case ADD -> {}
            case UNLOCK -> unlocked(taken.thread(), begin + STEP_NANOS);
        }
        if (after.next(taken.thread()) == null) {
            boolean _ = recorder.end(taken.thread(), new Outcome.Done(), begin + STEP_NANOS);
        }
    }

    private void locked(int thread, int other, long nanos) {
        ResourceTrack.Use asked = uses[thread];
        recorder.granted(asked == null ? asks(thread, nanos, List.of()) : asked, nanos);
        if (uses[other] == null) {
            ResourceTrack.Use _ = asks(other, nanos, List.of(thread));
        }
    }

    private ResourceTrack.Use asks(int thread, long nanos, List<Integer> holders) {
        ResourceTrack.Use use =
                recorder.asks(LOCK, thread, ResourceTrack.Purpose.HOLD, nanos, 0, holders);
        uses[thread] = use;
        return use;
    }

    private void unlocked(int thread, long nanos) {
        ResourceTrack.Use use = uses[thread];
        if (use != null) {
            recorder.ended(use, nanos);
        }
    }

    private void accessed(TakenStep taken, long nanos) {
        boolean isWrite = taken.step() == ScheduledStep.WRITE;
        recorder.accessed(COUNTER, taken.thread(), isWrite, taken.value(), nanos);
        if (isWrite) {
            increments++;
            recorder.counted(COUNTER, new ResourceTrack.Copy(-1, increments, taken.value()));
        }
    }
}
