package dev.overlap.ui.durations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.TaskDurations;

import javafx.scene.Node;
import javafx.scene.control.Label;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@ExtendWith(ApplicationExtension.class)
class DurationsPaneTest {

    private static final List<String> ROWS =
            List.of("shortest", "median", "p90", "p95", "p99", "longest");

    /** Tasks that take 1 ms, 2 ms and so on, after a millisecond in the queue; one more fails. */
    private static TaskDurations durations(int tasks) {
        TraceBuilder builder =
                new TraceBuilder(IntStream.rangeClosed(0, tasks).mapToObj(i -> "t").toList());
        for (int task = 0; task < tasks; task++) {
            builder.enter(task, Phase.WAIT, 1).answered(task, 200, task + 2);
        }
        builder.failed(tasks, FailureKind.RESET, 1);
        return TaskDurations.of(TraceMoment.at(builder.finished(), TraceMoment.FOLLOW));
    }

    private DurationsPane show(FxRobot robot, int tasks) {
        DurationsPane pane = new DurationsPane();
        robot.interact(() -> pane.show(durations(tasks)));
        return pane;
    }

    private static Stream<String> shown(DurationsPane pane) {
        return ROWS.stream().filter(row -> pane.lookup("#duration-" + row) != null);
    }

    private static String text(DurationsPane pane, String id) {
        return ((Label) pane.lookup("#" + id)).getText();
    }

    private static boolean hasHistogram(DurationsPane pane) {
        Node bars = pane.lookup("#durations-histogram");
        return pane.isVisible() && bars.getParent().isVisible();
    }

    @Test
    void asMuchIsShownAsTheNumberOfTasksJustifies(FxRobot robot) {
        DurationsPane pane = new DurationsPane();
        robot.interact(() -> pane.show(null));
        assertThat(pane.isVisible()).isFalse();
        assertThat(show(robot, 0).isVisible()).isFalse();
        assertThat(show(robot, 1).isVisible()).isFalse();
        assertThat(shown(show(robot, 2))).containsExactly("shortest", "median", "longest");
        assertThat(hasHistogram(show(robot, 9))).isFalse();
        assertThat(shown(show(robot, 10))).containsExactly("shortest", "median", "p90", "longest");
        assertThat(hasHistogram(show(robot, 10))).isTrue();
        assertThat(shown(show(robot, 100))).containsExactlyElementsOf(ROWS);
    }

    /** Otherwise a tooltip that is open would go away at each change. */
    @Test
    void nodesStayWhileTheNumbersChange(FxRobot robot) {
        DurationsPane pane = show(robot, 100);
        Node median = pane.lookup("#duration-median");
        Node percentile = pane.lookup("#duration-p90");
        Node bar = pane.lookup(".histogram-bar");
        robot.interact(() -> pane.show(durations(101)));
        assertThat(text(pane, "duration-median")).isEqualTo("51 ms");
        assertThat(pane.lookup("#duration-median")).isSameAs(median);
        assertThat(pane.lookup("#duration-p90")).isSameAs(percentile);
        assertThat(pane.lookup(".histogram-bar")).isSameAs(bar);
        robot.interact(() -> pane.show(durations(2)));
        assertThat(shown(pane)).containsExactly("shortest", "median", "longest");
        robot.interact(() -> pane.show(durations(100)));
        assertThat(shown(pane)).containsExactlyElementsOf(ROWS);
    }

    @Test
    void tenThousandTasksHaveTheirFigures(FxRobot robot) {
        DurationsPane pane = show(robot, 10_000);
        assertThat(text(pane, "duration-median")).isEqualTo("5.00 s");
        assertThat(text(pane, "duration-p99")).isEqualTo("9.90 s");
        assertThat(text(pane, "duration-queued-shortest")).isEqualTo("2.0 ms");
        assertThat(text(pane, "durations-basis"))
                .isEqualTo(
                        "Measured: 10,000 tasks completed, each from leaving the queue to its end."
                                + " Left out: 1 failed or cancelled.");
        assertThat(pane.lookup("#durations-histogram").getAccessibleText())
                .startsWith("Histogram of durations. 1 ms to 2 ms: 1 task; 2 ms to 5 ms: 3 tasks;");
        assertThat(text(pane, "durations-most")).isEqualTo("most: 5 s to 10 s: 5,000 tasks");
    }
}
