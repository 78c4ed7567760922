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

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

class TaskExecutionTest {

    private static final int RACES = 20_000;

    private final TraceRecorder recorder =
            new TraceRecorder(new Trace(Collections.nCopies(RACES, "a")));

    static List<Outcome> outcomes() {
        return List.of(
                new Outcome.Cancelled(), new Outcome.Failed(FailureKind.TIMED_OUT, "Too late."));
    }

    /**
     * The worker may see the closed socket before the stopping thread has recorded the outcome: the
     * outcome of the stop counts.
     */
    @ParameterizedTest
    @MethodSource("outcomes")
    @Timeout(120)
    void aTaskThatIsStoppedEndsAsItWasStoppedWhateverItsWorkerSays(Outcome why)
            throws InterruptedException {
        recorder.begin();
        List<TaskExecution> executions =
                IntStream.range(0, RACES).mapToObj(this::execution).toList();
        Thread worker = Thread.ofPlatform().start(() -> executions.forEach(this::endOnceStopped));

        executions.forEach(execution -> execution.stop(why));
        worker.join();

        assertThat(executions)
                .extracting(it -> recorder.trace().task(it.index()).outcome())
                .containsOnly(why);
        assertThat(executions)
                .extracting(it -> it.outcome().toCompletableFuture().join())
                .containsOnly(why);
    }

    private void endOnceStopped(TaskExecution execution) {
        while (!execution.isStopped()) {
            Thread.onSpinWait();
        }
        execution.end(new Outcome.Failed(FailureKind.OTHER, "Socket is closed."));
    }

    private TaskExecution execution(int index) {
        Task task = new Task(index, StepSequence.of(new Step.Fetch(new Address.Lab("/"))), 0);
        return new TaskExecution(task, recorder);
    }
}
