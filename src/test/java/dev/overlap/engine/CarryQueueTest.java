package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Address;
import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A worker that has left leaves no task behind. */
class CarryQueueTest {

    private final Recorder recorder = new Recorder(new Trace(List.of("a", "b", "c")));
    private final CarryQueue queue = new CarryQueue();

    private Carry carry(int task) {
        return new Carry(new Task(task, new Site.Fetch(new Address.Lab("/")), 0), recorder);
    }

    @Test
    void tasksAreTakenInTheOrderOfTheirComing() throws InterruptedException {
        Carry first = carry(0);
        Carry second = carry(1);
        queue.add(first);
        queue.add(second);

        assertThat(queue.take()).isSameAs(first);
        assertThat(queue.take()).isSameAs(second);
        assertThat(first.isOver()).isFalse();
    }

    @Test
    void whatWaitsOrComesLaterIsOverWithASentence() {
        recorder.begin();
        Carry stopped = carry(0);
        Carry waiting = carry(1);
        Carry late = carry(2);
        queue.add(stopped);
        queue.add(waiting);
        stopped.stop(new Outcome.Cancelled());

        queue.close();
        queue.add(late);

        assertThat(List.of(stopped, waiting, late)).allMatch(Carry::isOver);
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
                                                                .isEqualTo(Failure.WORKER_DIED)));
    }
}
