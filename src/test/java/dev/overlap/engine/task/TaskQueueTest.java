package dev.overlap.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.plan.address.Address;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Tests that every task in a queue ends, even if its worker has ended. */
class TaskQueueTest {

    private final TraceRecorder recorder = new TraceRecorder(new Trace(List.of("a", "b", "c")));
    private final TaskQueue queue = new TaskQueue();

    private TaskExecution carry(int task) {
        return new TaskExecution(
                new Task(task, StepSequence.of(new Step.Fetch(new Address.Lab("/"))), 0), recorder);
    }

    @Test
    void tasksAreTakenInTheOrderOfTheirComing() throws InterruptedException {
        TaskExecution first = carry(0);
        TaskExecution second = carry(1);
        queue.add(first);
        queue.add(second);

        assertThat(queue.take()).isSameAs(first);
        assertThat(queue.take()).isSameAs(second);
        assertThat(first.isOver()).isFalse();
    }

    @Test
    void whatWaitsOrComesLaterIsOverWithASentence() {
        recorder.begin();
        TaskExecution stopped = carry(0);
        TaskExecution waiting = carry(1);
        TaskExecution late = carry(2);
        queue.add(stopped);
        queue.add(waiting);
        stopped.stop(new Outcome.Cancelled());

        queue.close();
        queue.add(late);

        assertThat(List.of(stopped, waiting, late)).allMatch(TaskExecution::isOver);
        assertThat(recorder.trace().task(0).outcome()).isEqualTo(new Outcome.Cancelled());
        assertThat(List.of(1, 2))
                .extracting(task -> recorder.trace().task(task).outcome())
                .allSatisfy(
                        outcome ->
                                assertThat(outcome)
                                        .isInstanceOfSatisfying(
                                                Outcome.Failed.class,
                                                failed ->
                                                        assertThat(failed.kind())
                                                                .isEqualTo(
                                                                        FailureKind.WORKER_DIED)));
    }
}
