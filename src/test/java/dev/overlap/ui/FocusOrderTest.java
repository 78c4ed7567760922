package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.RowGrouping;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Checks that Tab follows the reading order: from top to bottom, from left to right. */
class FocusOrderTest extends WindowTest {

    private static final List<String> TOP = List.of("lesson", "model", "workers", "run", "compare");
    private static final List<String> RARE =
            List.of("pane-sites", "pane-details", "projector", "theme", "help");
    private static final List<String> SITES = List.of("list-menu", "samples", "sites", "add-site");
    private static final List<String> SETTINGS =
            List.of(
                    "connections-per-host",
                    "connections",
                    "warm",
                    "timeout",
                    "repeat",
                    "trust-system",
                    "interpreter-lock",
                    "first-failure-cancels",
                    "break-deadlocks");
    private static final List<String> CHART = List.of("fold-task", "guess");
    private static final List<String> TIMELINE = List.of("timeline");
    private static final List<String> REPLAY =
            List.of(
                    "replay-previous",
                    "replay-play",
                    "replay-next",
                    "speed",
                    "replay-range-from",
                    "replay-range-to",
                    "replay");

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void beforeTheFirstRun() {
        assertOrder(TOP, RARE, SITES, SETTINGS, CHART, TIMELINE, List.of("page-run"));
    }

    @Test
    void duringARun() {
        begin();
        screen.until(() -> !screen.isDisabled("#stop"));

        assertOrder(
                List.of("lesson", "model", "workers", "stop", "export"),
                RARE,
                SITES,
                SETTINGS,
                CHART,
                TIMELINE,
                List.of("page-run"));
    }

    @Test
    void afterARunWithItsReplay() {
        finish();

        assertOrder(
                TOP,
                List.of("export"),
                RARE,
                SITES,
                SETTINGS,
                CHART,
                TIMELINE,
                REPLAY,
                List.of("page-run"));
    }

    @Test
    void whileFinding() {
        robot.push(KeyCode.CONTROL, KeyCode.F);

        assertOrder(
                TOP,
                RARE,
                SITES,
                SETTINGS,
                CHART,
                List.of("find", "find-previous", "find-next"),
                TIMELINE,
                List.of("page-run"));
    }

    @Test
    void throughALesson() {
        openLesson();
        choose("#lesson", 1);

        assertOrder(
                List.of(
                        "lesson", "model", "run",
                        "compare"), // one thread per task: no workers to set
                RARE,
                SITES,
                SETTINGS,
                CHART,
                TIMELINE,
                List.of("page-lesson"),
                lessonStops());
    }

    /** The guess fields come first: the question is asked before anything runs. */
    private List<String> lessonStops() {
        List<String> guesses = new ArrayList<>();
        WindowRobot.inSight(window.scene().getRoot())
                .map(Node::getId)
                .filter(id -> id != null && id.startsWith("lesson-guess-"))
                .forEach(guesses::add);
        assertThat(guesses).isNotEmpty();
        Collections.addAll(
                guesses,
                "lesson-run",
                "lesson-compare",
                "lesson-explanation",
                "lesson-notes",
                "lesson-previous",
                "lesson-next",
                "lesson-end");
        return guesses;
    }

    @Test
    void throughTheProgram() {
        robot.clickOn("#page-code");

        assertOrder(
                TOP,
                RARE,
                SITES,
                SETTINGS,
                CHART,
                TIMELINE,
                List.of("page-code", "code-py", "code-copy", "code-save", "code"));
    }

    @Test
    void hiddenPanesReturnToTheirPositions() {
        robot.push(KeyCode.F9).push(KeyCode.F10);
        assertOrder(TOP, RARE, CHART, TIMELINE);
        robot.push(KeyCode.F10).push(KeyCode.F9);

        assertOrder(TOP, RARE, SITES, SETTINGS, CHART, TIMELINE, List.of("page-run"));
    }

    /** Nothing in the window behind the comparison is focusable. */
    @Test
    void withinAComparison() {
        openComparison();
        assertOrder(
                List.of("compare-models-mode", "compare-models", "compare-runs", "compare-run"),
                List.of("compare-order", "compare-guess", "compare-export", "compare-back"),
                List.of("multiples"));
        robot.clickOn("#compare-workers-mode");

        assertOrder(
                List.of(
                        "compare-workers-mode",
                        "compare-swept",
                        "compare-counts",
                        "compare-runs",
                        "compare-run"),
                List.of("compare-export", "compare-back"),
                List.of("sweep"));
    }

    @Test
    void arrowsChooseAmongTheRowsOfTheChart() {
        focus("fold-task");
        robot.push(KeyCode.RIGHT);
        if (focused("#fold-worker")) {
            robot.push(KeyCode.SPACE);
        }

        assertThat(screen.timeline().groupingProperty().get()).isEqualTo(RowGrouping.WORKERS);
    }

    @SafeVarargs
    private void assertOrder(List<String>... parts) {
        List<String> expected = new ArrayList<>();
        for (List<String> part : parts) {
            expected.addAll(part);
        }
        focus(expected.getFirst());
        assertThat(stops(expected.size() + 5)).isEqualTo(expected);
        robot.press(KeyCode.SHIFT);
        List<String> back = stops(expected.size() + 5);
        robot.release(KeyCode.SHIFT);
        Collections.reverse(back.subList(1, back.size()));
        assertThat(back).as("with Shift").isEqualTo(expected);
    }

    private void focus(String id) {
        robot.interact(() -> screen.node("#" + id).requestFocus());
        assertThat(focusOwner().getId()).isEqualTo(id);
    }

    /** Collects the focus owners until Tab returns to the first one, or the limit is reached. */
    private List<String> stops(int limit) {
        List<String> stops = new ArrayList<>();
        String begin = focusOwner().getId();
        do {
            stops.add(focusOwner().getId());
            robot.push(KeyCode.TAB);
        } while (!begin.equals(focusOwner().getId()) && stops.size() < limit);
        return stops;
    }
}
