package dev.overlap.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Resource;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.testkit.ResourceAssertions;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;

/** Races real threads for two locks, many times. */
class DeadlockRaceTest {

    private static final int STAGGERED_RUNS = 200;
    private static final int ORDERED_RUNS = 2_000;
    private static final Step NAP = new Step.Sleep(Duration.ofMillis(1));
    private static final StepSequence BOTH =
            StepSequence.of(new Step.Lock("a", StepSequence.of(NAP)));

    private static final List<Resource> LOCKS =
            List.of(
                    new Resource("a", Resource.Type.LOCK, 1),
                    new Resource("b", Resource.Type.LOCK, 1));

    /** Two tasks, each of which takes two locks on a thread of its own. */
    private static final class Race {

        private final TraceRecorder recorder = new TraceRecorder(new Trace(List.of("0", "1")));
        private final List<TaskExecution> executions;
        private final SharedResources shared;
        private final LocalResources resources;

        /** Held by both before each asks for its second lock. */
        private final CyclicBarrier haveOne = new CyclicBarrier(2);

        Race() {
            recorder.begin();
            List<Task> tasks =
                    IntStream.range(0, 2).mapToObj(index -> new Task(index, BOTH, index)).toList();
            shared = new SharedResources(LOCKS, tasks, recorder, 2, true);
            resources = new LocalResources(shared, recorder);
            executions = tasks.stream().map(task -> new TaskExecution(task, recorder)).toList();
            executions.forEach(each -> each.setCleanup(() -> shared.end(each)));
        }

        Trace run(boolean staggered, List<String> first, List<String> second)
                throws InterruptedException {
            executions.forEach(shared::begin);
            Thread one = Thread.ofPlatform().start(() -> lock(0, staggered, first));
            Thread other = Thread.ofPlatform().start(() -> lock(1, staggered, second));
            one.join();
            other.join();
            recorder.trace().resources().forEach(ResourceAssertions::assertSound);
            return recorder.trace();
        }

        private void lock(int task, boolean staggered, List<String> names) {
            TaskExecution execution = executions.get(task);
            try {
                resources.acquire(execution, new Claim(names.get(0), Purpose.HOLD));
                if (staggered) {
                    haveOne.await();
                }
                resources.acquire(execution, new Claim(names.get(1), Purpose.HOLD));
                execution.end(new Outcome.Done());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aRingIsFoundInEachRunInWhichBothHoldOneLock() throws InterruptedException {
        for (int run = 0; run < STAGGERED_RUNS; run++) {
            Trace trace = new Race().run(true, List.of("a", "b"), List.of("b", "a"));

            assertThat(trace.deadlocks()).hasSize(1);
            assertThat(trace.tasks())
                    .extracting(task -> task.outcome())
                    .as("one of them gives way")
                    .contains(new Outcome.Done())
                    .anyMatch(
                            outcome ->
                                    outcome instanceof Outcome.Failed failed
                                            && failed.kind() == FailureKind.DEADLOCK);
        }
    }

    @Test
    void thereIsNoneWhereBothAskInTheSameOrder() throws InterruptedException {
        for (int run = 0; run < ORDERED_RUNS; run++) {
            Trace trace = new Race().run(false, List.of("a", "b"), List.of("a", "b"));

            assertThat(trace.deadlocks()).isEmpty();
            assertThat(trace.tasks()).allMatch(task -> task.outcome().isSuccess());
        }
    }
}
