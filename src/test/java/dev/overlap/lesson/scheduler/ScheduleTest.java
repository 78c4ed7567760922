package dev.overlap.lesson.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.LostUpdates;
import dev.overlap.trace.metrics.ResourceStatistics;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ScheduleTest {

    private static final List<String> THREADS = List.of("thread 1", "thread 2");
    private static final long STEP = ScheduleTrace.STEP_NANOS;

    /** All schedules in which both threads have taken all steps. */
    private static List<Schedule> complete(boolean locked) {
        List<Schedule> found = new ArrayList<>();
        addComplete(Schedule.begin(locked), found);
        return found;
    }

    private static void addComplete(Schedule schedule, List<Schedule> found) {
        if (schedule.isOver()) {
            found.add(schedule);
        }
        for (int thread = 0; thread < Schedule.THREADS; thread++) {
            if (schedule.isReady(thread)) {
                addComplete(schedule.step(thread), found);
            }
        }
    }

    private static Schedule of(boolean locked, int... threads) {
        Schedule schedule = Schedule.begin(locked);
        for (int thread : threads) {
            schedule = schedule.step(thread);
        }
        return schedule;
    }

    private static Trace trace(Schedule schedule) {
        return ScheduleTrace.of(schedule, THREADS, "visitors");
    }

    private static ResourceTrack counter(Trace trace) {
        return trace.resource(ScheduleTrace.COUNTER);
    }

    @Test
    void eighteenOfTheTwentyOrdersLoseAnUpdate() {
        List<Schedule> all = complete(false);

        assertThat(all).hasSize(20).doesNotHaveDuplicates();
        assertThat(all).filteredOn(it -> it.lost() != null).hasSize(18);
        assertThat(all)
                .filteredOn(it -> it.lost() == null)
                .extracting(Schedule::counter)
                .containsExactly(2L, 2L);
    }

    @Test
    void anUpdateIsLostExactlyWhereTheCounterIsTooLow() {
        for (Schedule it : complete(false)) {
            assertThat(it.counter()).as("%s", it).isEqualTo(it.lost() == null ? 2 : 1);
        }
    }

    @Test
    void withTheLockThereIsNoOrderThatLosesOne() {
        List<Schedule> all = complete(true);

        assertThat(all).hasSize(2); // only who begins can be chosen
        assertThat(all).extracting(Schedule::lost).containsOnlyNulls();
        assertThat(all).extracting(Schedule::counter).containsOnly(2L);
    }

    @Test
    void whatIsLostOnTheTraceIsWhatTheScheduleSays() {
        for (Schedule it : complete(false)) {
            Trace trace = trace(it);
            OverwrittenUpdate lost = it.lost();
            List<LostUpdates.LostUpdate> found = LostUpdates.of(trace, counter(trace));

            assertThat(found).as("%s", it).hasSize(lost == null ? 0 : 1);
            if (lost != null) {
                var accesses = counter(trace).accesses();
                assertThat(accesses.get(found.getFirst().write()).task()).isEqualTo(lost.by());
                assertThat(accesses.get(found.getFirst().swallowed()).task()).isEqualTo(lost.of());
                assertThat(accesses.get(found.getFirst().read()).value()).isEqualTo(lost.read());
            }
            assertThat(ResourceStatistics.of(trace, counter(trace), trace.wallNanos()).got())
                    .isEqualTo(it.counter());
        }
    }

    @Test
    void phasesTileEachThreadAndOneRunsAtATime() {
        for (boolean locked : new boolean[] {false, true}) {
            for (Schedule it : complete(locked)) {
                Trace trace = trace(it);
                assertThat(trace.isFinished()).isTrue();
                assertThat(trace.wallNanos()).isEqualTo(it.length() * STEP);
                for (int step = 0; step < it.length(); step++) {
                    long middle = step * STEP + STEP / 2;
                    int runs = it.taken().get(step).thread();
                    assertThat(phaseAt(trace.task(runs), middle)).isEqualTo(Phase.COMPUTE);
                    assertThat(phaseAt(trace.task(1 - runs), middle)).isNotEqualTo(Phase.COMPUTE);
                }
                assertThat(trace.tasks())
                        .extracting(TaskTrack::outcome)
                        .containsOnly(new Outcome.Done());
            }
        }
    }

    /** The phase at an instant; null after the end. */
    private static Phase phaseAt(TaskTrack task, long nanos) {
        return nanos < task.endNanos() ? task.phase(task.segmentAt(nanos)) : null;
    }

    @Test
    void theThreadThatIsNotChosenIsAbleToRun() {
        Trace trace = trace(of(false, 0, 0));

        assertThat(phaseAt(trace.task(1), STEP)).isEqualTo(Phase.READY);
        assertThat(trace.isFinished()).isFalse();
    }

    @Test
    void aThreadWaitsForTheLockThatTheOtherHolds() {
        Schedule taken = of(true, 1);

        assertThat(taken.waits(0)).isTrue();
        assertThat(taken.isReady(0)).isFalse();
        assertThat(taken.isReady(1)).isTrue();
        assertThat(taken.holder()).isEqualTo(1);
        assertThatThrownBy(() -> taken.step(0)).isInstanceOf(IllegalStateException.class);
        assertThat(phaseAt(trace(taken).task(0), STEP / 2)).isEqualTo(Phase.BLOCKED);
    }

    @Test
    void itWaitsUntilTheLockIsGivenBack() {
        Schedule returned = of(true, 1, 1, 1, 1, 1);
        ResourceTrack lock = trace(returned.step(0)).resource(ScheduleTrace.LOCK);

        assertThat(returned.waits(0)).isFalse();
        assertThat(returned.next(0)).isEqualTo(ScheduledStep.LOCK);
        assertThat(lock.uses()).hasSize(2);
        ResourceTrack.Use waited = lock.uses().getLast();
        assertThat(waited.task()).isZero();
        assertThat(waited.heldBy()).containsExactly(1);
        assertThat(waited.waitedNanos(Long.MAX_VALUE)).isEqualTo(5 * STEP);
    }

    @Test
    void undoTakesOneStepBack() {
        Schedule lost = of(false, 0, 1, 0, 1, 0, 1);

        assertThat(lost.lost()).isEqualTo(new OverwrittenUpdate(1, 0, 0, 1));
        assertThat(lost.undo()).isEqualTo(of(false, 0, 1, 0, 1, 0));
        assertThat(lost.undo().lost()).isNull();
        assertThat(Schedule.begin(true).undo()).isEqualTo(Schedule.begin(true));
    }

    @Test
    void aThreadKnowsOnlyWhatItHasRead() {
        Schedule schedule = of(false, 0, 0, 0, 1);

        assertThat(Schedule.begin(false).copy(0)).isNull();
        assertThat(schedule.copy(0)).isEqualTo(1);
        assertThat(schedule.copy(1)).isEqualTo(1);
        assertThat(of(false, 0, 1, 1, 1).copy(0)).as("read before").isZero();
        assertThat(schedule.next(0)).isNull();
        assertThatThrownBy(() -> schedule.step(0)).isInstanceOf(IllegalStateException.class);
    }
}
