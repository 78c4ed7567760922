package dev.overlap.text.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import org.junit.jupiter.api.Test;

import java.util.List;

class TaskTableTextTest {

    private static final long MILLI = 1_000_000;

    private final Trace trace =
            TraceBuilder.of("lab:/a", "lab:/b")
                    .enter(0, Phase.READY, 10)
                    .enter(0, Phase.WAIT, 12)
                    .enter(0, Phase.READY, 50)
                    .enter(0, Phase.RECEIVE, 55)
                    .answered(0, 200, 60)
                    .answered(1, 200, 80)
                    .finished();
    private final TaskTrack task = trace.task(0);

    private TraceMoment at(long millis) {
        return new TraceMoment(trace, millis * MILLI, true);
    }

    @Test
    void cellsSayWhatHadHappenedByTheMoment() {
        assertThat(TaskTableText.from(task, at(9))).isEmpty();
        assertThat(TaskTableText.from(task, at(10))).isEqualTo("10");
        assertThat(TaskTableText.to(task, at(59))).isEmpty();
        assertThat(TaskTableText.to(task, at(60))).isEqualTo("60");
        assertThat(TaskTableText.in(Phase.READY, task, at(80))).isEqualTo("7.0");
        assertThat(TaskTableText.in(Phase.READY, task, at(11))).isEqualTo("1.0");
        assertThat(TaskTableText.in(Phase.RECEIVE, task, at(54))).isEmpty();
        assertThat(TaskTableText.in(Phase.TLS, task, at(80))).isEmpty();
    }

    @Test
    void sentenceHasThePhasesInTheirOrderWithTheirRepeats() {
        assertThat(TaskTableText.sentence(task, at(80)))
                .isEqualTo(
                        "Task 1, lab:/a: 200. queued 10 ms, ready 2.0 ms, wait 38 ms, ready"
                                + " 5.0 ms, receive 5.0 ms.");
        assertThat(TaskTableText.sentence(task, at(13)))
                .isEqualTo("Task 1, lab:/a: wait. queued 10 ms, ready 2.0 ms, wait 1.0 ms.");
    }

    @Test
    void sentenceOfAComputationUnderTheInterpreterLockEnds() {
        TraceBuilder many = TraceBuilder.of("cpu:1s");
        for (int turn = 0; turn < 50; turn++) {
            many.enter(0, Phase.READY, 2 * turn + 1).enter(0, Phase.COMPUTE, 2 * turn + 2);
        }
        Trace computed = many.answered(0, 200, 200).finished();
        assertThat(TaskTableText.sentence(computed.task(0), TraceMoment.at(computed, 200 * MILLI)))
                .endsWith(", and 77 more phases.");
    }

    @Test
    void copiedRowsAreLinesOfCellsBetweenTabs() {
        assertThat(TaskTableText.copied(List.of(List.of("task", "to"), List.of("lab:/a", "60.0"))))
                .isEqualTo("task\tto\nlab:/a\t60.0\n");
    }
}
