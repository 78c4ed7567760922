package dev.overlap.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Resource;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.testkit.ResourceAssertions;
import dev.overlap.trace.Deadlock;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.ResourceTrack.Use;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tests the table of shared resources without a run: every claim is made by the test's thread. */
class SharedResourcesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Step NAP = new Step.Sleep(Duration.ofMillis(1));

    private final List<Integer> granted = new ArrayList<>();

    private static Step lock(String name, Step... inner) {
        return new Step.Lock(name, StepSequence.of(inner.length == 0 ? new Step[] {NAP} : inner));
    }

    /** A run whose tasks do what a test lets them do. */
    private final class Rig {

        private final List<Task> tasks;
        private final TraceRecorder recorder;
        private final SharedResources shared;
        private final List<TaskExecution> executions;

        Rig(int atOnce, boolean breaks, List<Resource> resources, StepSequence... steps) {
            tasks =
                    IntStream.range(0, steps.length)
                            .mapToObj(index -> new Task(index, steps[index], index))
                            .toList();
            recorder = new TraceRecorder(new Trace(tasks.stream().map(Task::label).toList()));
            recorder.begin();
            shared = new SharedResources(resources, tasks, recorder, atOnce, breaks);
            executions = tasks.stream().map(task -> new TaskExecution(task, recorder)).toList();
            executions.forEach(
                    each -> {
                        each.setCleanup(() -> shared.end(each));
                        each.onStop(
                                () -> {
                                    shared.withdraw(each);
                                    return true;
                                });
                    });
        }

        void begin(int... begun) {
            IntStream.of(begun).forEach(task -> shared.begin(executions.get(task)));
        }

        boolean asks(int task, String resource, Purpose purpose) {
            Claim claim = new Claim(resource, purpose);
            return shared.request(executions.get(task), claim, () -> granted.add(task));
        }

        boolean locks(int task, String resource) {
            return asks(task, resource, Purpose.HOLD);
        }

        void ends(int task) {
            executions.get(task).end(new Outcome.Done());
        }

        Outcome outcome(int task) {
            return recorder.trace().task(task).outcome();
        }

        Phase phase(int task) {
            var track = recorder.trace().task(task);
            return track.phase(track.segments() - 1);
        }

        Deadlock deadlock() {
            assertThat(recorder.trace().deadlocks()).hasSize(1);
            return recorder.trace().deadlocks().getFirst();
        }

        void endAll() {
            IntStream.range(0, tasks.size()).forEach(this::ends);
            recorder.trace().resources().forEach(ResourceAssertions::assertSound);
        }
    }

    private static Resource lockNamed(String name) {
        return new Resource(name, Resource.Type.LOCK, 1);
    }

    private static Resource queue(String name, int size) {
        return new Resource(name, Resource.Type.QUEUE, size);
    }

    private Rig locks(int tasks) {
        StepSequence[] steps = new StepSequence[tasks];
        java.util.Arrays.fill(steps, StepSequence.of(lock("a"), lock("b")));
        return new Rig(tasks, false, List.of(lockNamed("a"), lockNamed("b")), steps);
    }

    @Test
    void aLockIsHandedOnInTheOrderInWhichItWasAskedFor() {
        Rig rig = locks(3);
        rig.begin(0, 1, 2);

        assertThat(rig.locks(0, "a")).isTrue();
        assertThat(rig.locks(2, "a")).isFalse();
        assertThat(rig.locks(1, "a")).isFalse();
        assertThat(rig.phase(2)).isEqualTo(Phase.BLOCKED);
        rig.shared.release(rig.executions.get(0), "a");
        assertThat(granted).containsExactly(2);
        assertThat(rig.phase(2)).isEqualTo(Phase.READY);
        rig.shared.release(rig.executions.get(2), "a");

        assertThat(granted).containsExactly(2, 1);
        List<Use> uses = rig.recorder.trace().resource(0).uses();
        assertThat(uses).extracting(Use::ahead).containsExactly(0, 0, 1);
        assertThat(uses).extracting(Use::heldBy).containsExactly(List.of(), List.of(0), List.of(0));
        rig.endAll();
    }

    @Test
    void aPermitHasItsPlaces() {
        StepSequence each = StepSequence.of(new Step.Permit("p", 2, StepSequence.of(NAP)));
        Rig rig =
                new Rig(
                        3,
                        false,
                        List.of(new Resource("p", Resource.Type.PERMIT, 2)),
                        each,
                        each,
                        each);
        rig.begin(0, 1, 2);

        assertThat(rig.locks(0, "p")).isTrue();
        assertThat(rig.locks(1, "p")).isTrue();
        assertThat(rig.locks(2, "p")).isFalse();
        rig.ends(1);

        assertThat(granted).containsExactly(2);
        rig.endAll();
    }

    @Test
    void aQueuePushesBackAndHandsOn() {
        StepSequence put = StepSequence.of(new Step.Put("q"));
        StepSequence take = StepSequence.of(new Step.Take("q"));
        Rig rig = new Rig(4, false, List.of(queue("q", 1)), take, put, put, take);
        rig.begin(0, 1, 2, 3);

        assertThat(rig.asks(1, "q", Purpose.PUT)).isTrue();
        assertThat(rig.asks(2, "q", Purpose.PUT)).as("no room").isFalse();
        assertThat(rig.asks(0, "q", Purpose.TAKE)).isTrue();

        assertThat(granted).as("room again").containsExactly(2);
        assertThat(rig.recorder.trace().resource(0).levels())
                .extracting(level -> level.items())
                .containsExactly(1, 0, 1);
        assertThat(rig.asks(3, "q", Purpose.TAKE)).isTrue();
        rig.endAll();
    }

    @Test
    void whatATaskHoldsIsGivenBackAtItsEndTheLatestFirst() {
        Rig rig = locks(2);
        rig.begin(0, 1);
        rig.locks(0, "a");
        rig.locks(0, "b");
        rig.locks(1, "a");

        rig.ends(0);

        var resources = rig.recorder.trace().resources();
        assertThat(resources.get(1).uses().getFirst().endNanos())
                .isLessThanOrEqualTo(resources.get(0).uses().getFirst().endNanos());
        assertThat(granted).containsExactly(1);
        rig.endAll();
    }

    @Test
    void aTaskThatIsStoppedWhileItWaitsIsPassedOver() {
        Rig rig = locks(3);
        rig.begin(0, 1, 2);
        rig.locks(0, "a");
        rig.locks(1, "a");
        rig.locks(2, "a");

        rig.executions.get(1).stop(new Outcome.Cancelled());
        rig.ends(0);

        assertThat(granted).containsExactly(2);
        rig.endAll();
    }

    @Test
    void aRingIsFoundWhenItCloses() {
        Rig rig = locks(3);
        rig.begin(0, 1, 2);
        rig.locks(0, "a");
        rig.locks(1, "b");
        rig.locks(2, "a");
        rig.locks(0, "b");
        assertThat(rig.recorder.trace().deadlocks()).isEmpty();

        rig.locks(1, "a");

        assertThat(rig.deadlock().waits())
                .as("task 2 only waits behind them")
                .containsExactly(
                        new Deadlock.StuckWait(0, 1, Purpose.HOLD, List.of(1)),
                        new Deadlock.StuckWait(1, 0, Purpose.HOLD, List.of(0)));
        rig.endAll();
    }

    @Test
    void theTimeoutOfOneEndsAllOfTheDeadlockAndLetsTheOthersGoOn() {
        Rig rig = locks(3);
        rig.begin(0, 1, 2);
        rig.locks(0, "a");
        rig.locks(1, "b");
        rig.locks(2, "a");
        rig.locks(0, "b");
        rig.locks(1, "a");

        Outcome own = rig.shared.timedOut(rig.executions.get(1), TIMEOUT);
        rig.executions.get(1).stop(own);

        Trace trace = rig.recorder.trace();
        assertThat(trace.task(0).endNanos()).isEqualTo(trace.task(1).endNanos());
        for (int task : new int[] {0, 1}) {
            assertThat(((Outcome.Failed) rig.outcome(task)).kind()).isEqualTo(FailureKind.DEADLOCK);
        }
        assertThat(((Outcome.Failed) own).sentence())
                .contains(
                        "task 1 waits for lock b, held by task 2; task 2 waits for lock a, held by"
                                + " task 1");
        assertThat(rig.outcome(2)).isNull();
        rig.ends(0);
        rig.ends(1);
        assertThat(granted).containsExactly(2);
        rig.endAll();
    }

    @Test
    void aTaskThatOnlyWaitsBehindADeadlockTimesOut() {
        Rig rig = locks(3);
        rig.begin(0, 1, 2);
        rig.locks(0, "a");
        rig.locks(1, "b");
        rig.locks(0, "b");
        rig.locks(1, "a");
        rig.locks(2, "a");

        var outcome = (Outcome.Failed) rig.shared.timedOut(rig.executions.get(2), TIMEOUT);

        assertThat(outcome.kind()).isEqualTo(FailureKind.TIMED_OUT);
        assertThat(outcome.sentence()).contains("waited for lock a, held by task 1");
        assertThat(rig.outcome(0)).isNull();
        rig.endAll();
    }

    @Test
    void brokenDeadlocksFailTheTaskThatClosedTheRingAtOnce() {
        StepSequence both = StepSequence.of(lock("a"), lock("b"));
        Rig rig = new Rig(2, true, List.of(lockNamed("a"), lockNamed("b")), both, both);
        rig.begin(0, 1);
        rig.locks(0, "a");
        rig.locks(1, "b");
        rig.locks(0, "b");
        rig.locks(1, "a");

        assertThat(((Outcome.Failed) rig.outcome(1)).kind()).isEqualTo(FailureKind.DEADLOCK);
        rig.ends(1);

        assertThat(rig.outcome(0)).isNull();
        assertThat(granted).containsExactly(0);
        rig.endAll();
    }

    @Test
    void aPermitIsNoDeadlockWhileOneOfItsHoldersCanGoOn() {
        Step permit = new Step.Permit("p", 2, StepSequence.of(lock("a")));
        StepSequence each = StepSequence.of(permit);
        Rig rig =
                new Rig(
                        3,
                        false,
                        List.of(new Resource("p", Resource.Type.PERMIT, 2), lockNamed("a")),
                        each,
                        each,
                        StepSequence.of(lock("a", permit)));
        rig.begin(0, 1, 2);
        rig.locks(0, "p");
        rig.locks(1, "p");
        rig.locks(2, "a");
        rig.locks(2, "p");
        rig.locks(0, "a");
        assertThat(rig.recorder.trace().deadlocks()).isEmpty();

        rig.locks(1, "a");

        assertThat(rig.deadlock().waits())
                .extracting(Deadlock.StuckWait::task)
                .containsExactly(0, 1, 2);
        rig.endAll();
    }

    @Test
    void takersInAllWorkersStarveThePuttersBehindThem() {
        StepSequence put = StepSequence.of(new Step.Put("q"));
        StepSequence take = StepSequence.of(new Step.Take("q"));
        Rig rig = new Rig(2, false, List.of(queue("q", 1)), take, take, put, put);
        rig.begin(0, 1);
        rig.asks(0, "q", Purpose.TAKE);
        assertThat(rig.recorder.trace().deadlocks()).isEmpty();

        rig.asks(1, "q", Purpose.TAKE);

        assertThat(rig.deadlock().waits())
                .containsExactly(
                        new Deadlock.StuckWait(0, 0, Purpose.TAKE, List.of(2, 3)),
                        new Deadlock.StuckWait(1, 0, Purpose.TAKE, List.of(2, 3)));
        var outcome = (Outcome.Failed) rig.shared.timedOut(rig.executions.get(0), TIMEOUT);
        assertThat(outcome.kind()).isEqualTo(FailureKind.DEADLOCK);
        assertThat(outcome.sentence())
                .contains(
                        "an item of queue q, which only tasks 3, 4 would put, which wait for a"
                                + " worker");
        rig.endAll();
    }

    @Test
    void anItemThatNobodyWillPutIsATimeoutAndNoDeadlock() {
        Rig rig =
                new Rig(
                        2,
                        false,
                        List.of(queue("q", 1)),
                        StepSequence.of(new Step.Take("q")),
                        StepSequence.of(NAP));
        rig.begin(0, 1);
        rig.asks(0, "q", Purpose.TAKE);

        var outcome = (Outcome.Failed) rig.shared.timedOut(rig.executions.get(0), TIMEOUT);

        assertThat(outcome.kind()).isEqualTo(FailureKind.TIMED_OUT);
        assertThat(outcome.sentence()).contains("no task is left that would put one");
        assertThat(rig.recorder.trace().deadlocks()).isEmpty();
        rig.endAll();
    }

    @Test
    void aDeadlockThatTheEndOfAnotherTaskCausesIsFound() {
        StepSequence swap = StepSequence.of(new Step.Take("q"), new Step.Put("r"));
        StepSequence back = StepSequence.of(new Step.Take("r"), new Step.Put("q"));
        Rig rig =
                new Rig(
                        3,
                        false,
                        List.of(queue("q", 1), queue("r", 1)),
                        swap,
                        back,
                        StepSequence.of(NAP, new Step.Put("q")));
        rig.begin(0, 1, 2);
        rig.asks(0, "q", Purpose.TAKE);
        rig.asks(1, "r", Purpose.TAKE);
        assertThat(rig.recorder.trace().deadlocks()).isEmpty();

        rig.ends(2); // it failed before its put

        assertThat(rig.deadlock().waits())
                .extracting(Deadlock.StuckWait::task)
                .containsExactly(0, 1);
        rig.endAll();
    }

    @Test
    void aRingBehindTheFirstOfAQueueIsFound() {
        StepSequence take = StepSequence.of(new Step.Take("q"));
        Rig rig =
                new Rig(
                        4,
                        false,
                        List.of(queue("q", 1), lockNamed("a")),
                        take,
                        StepSequence.of(lock("a", new Step.Take("q"))),
                        StepSequence.of(lock("a", new Step.Put("q"))),
                        StepSequence.of(NAP, new Step.Put("q")));
        rig.begin(0, 1, 2, 3);
        rig.asks(0, "q", Purpose.TAKE);
        rig.locks(1, "a");
        rig.asks(1, "q", Purpose.TAKE);
        rig.locks(2, "a");
        assertThat(rig.recorder.trace().deadlocks()).isEmpty();

        rig.ends(3); // it failed before its put

        assertThat(rig.deadlock().waits())
                .extracting(Deadlock.StuckWait::task)
                .as("task 0 only waits behind them")
                .containsExactly(1, 2);
        rig.endAll();
    }

    @Test
    void whenTheLastPutIsConsumedARingIsFound() {
        StepSequence swap = StepSequence.of(new Step.Take("q"), new Step.Put("r"));
        StepSequence back = StepSequence.of(new Step.Take("r"), new Step.Put("q"));
        Rig rig =
                new Rig(
                        4,
                        false,
                        List.of(queue("q", 1), queue("r", 1)),
                        StepSequence.of(new Step.Take("q")),
                        swap,
                        back,
                        StepSequence.of(new Step.Put("q"), NAP));
        rig.begin(0, 1, 2, 3);
        rig.asks(0, "q", Purpose.TAKE);
        rig.asks(1, "q", Purpose.TAKE);
        rig.asks(2, "r", Purpose.TAKE);
        assertThat(rig.recorder.trace().deadlocks()).isEmpty();

        rig.asks(3, "q", Purpose.PUT); // for task 0; it runs on, but puts no more

        assertThat(rig.deadlock().waits())
                .extracting(Deadlock.StuckWait::task)
                .containsExactly(1, 2);
        rig.endAll();
    }

    @Test
    void whileARunIsCancelledNoDeadlockIsFound() {
        StepSequence swap = StepSequence.of(new Step.Take("q"), new Step.Put("r"));
        StepSequence back = StepSequence.of(new Step.Take("r"), new Step.Put("q"));
        Rig rig =
                new Rig(
                        3,
                        true,
                        List.of(queue("q", 1), queue("r", 1)),
                        swap,
                        back,
                        StepSequence.of(NAP, new Step.Put("q")));
        rig.begin(0, 1, 2);
        rig.asks(0, "q", Purpose.TAKE);
        rig.asks(1, "r", Purpose.TAKE);

        rig.shared.stopSearching();
        rig.ends(2);

        assertThat(rig.recorder.trace().deadlocks()).isEmpty();
        assertThat(rig.outcome(0)).isNull();
        rig.endAll();
    }

    /** Each of ten thousand waits for all others: the search must not look at all pairs. */
    @Test
    void aLargeDeadlockIsFound() {
        int count = 10_000;
        StepSequence[] steps = new StepSequence[count];
        java.util.Arrays.fill(steps, StepSequence.of(new Step.Take("q"), new Step.Put("q")));
        Rig rig = new Rig(count, false, List.of(queue("q", 1)), steps);
        for (int task = 0; task < count; task++) {
            rig.begin(task);
        }
        for (int task = 0; task < count; task++) {
            rig.asks(task, "q", Purpose.TAKE);
        }

        assertThat(rig.deadlock().waits()).hasSize(count);
        assertThat(rig.deadlock().waits().getFirst().holders()).hasSizeLessThan(100);
        rig.shared.stopSearching();
    }
}
