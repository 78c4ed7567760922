package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.RowGrouping;
import dev.overlap.testkit.Eventually;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Checks that Tab follows the reading order, from top to bottom and from left to right, and that
 * each stop shows that it has the focus.
 */
class FocusOrderTest extends WindowTest {

    private static final List<String> TOP =
            List.of("file", "lesson", "model", "workers", "run", "compare");
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
    private static final List<String> CHART =
            List.of("fold-task", "arrange", "show-table", "guess");

    /** In a narrow chart the table is left to its key. */
    private static final List<String> NARROW_CHART = List.of("fold-task", "arrange", "guess");

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

    /** Two pixels, of which one side of four may lie on something of a similar colour. */
    private static final double MIN_FRAME_PX = 1.4;

    private static final Set<String> compared = new HashSet<>();

    private Robot keyboard;

    @Start
    void start(Stage stage) {
        open(stage);
        keyboard = new Robot();
    }

    @Test
    void beforeTheFirstRun() {
        assertOrder(TOP, RARE, SITES, SETTINGS, CHART, TIMELINE, List.of("page-run", "figures"));
    }

    @Test
    void duringARun() {
        begin();
        screen.until(() -> !screen.isDisabled("#stop"));

        assertOrder(
                List.of("file", "lesson", "model", "workers", "stop", "export"),
                RARE,
                SITES,
                SETTINGS,
                CHART,
                TIMELINE,
                List.of("page-run", "figures", "workers-grid"));
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
                List.of("page-run", "figures", "workers-grid"));
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
                List.of("page-run", "figures"));
    }

    @Test
    void throughALesson() {
        openLesson();
        chooseLesson(2);

        assertOrder(
                List.of(
                        "file", "lesson", "model", "run",
                        "compare"), // one thread per task: no workers to set
                RARE,
                SITES,
                SETTINGS,
                CHART,
                TIMELINE,
                List.of("page-lesson", "lesson-cards", "step-guess"),
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
                "lesson-notes",
                "lesson-run",
                "lesson-compare",
                "lesson-skip",
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
                NARROW_CHART,
                TIMELINE,
                List.of("page-code", "code-py", "code-copy", "code-save", "code"));
    }

    @Test
    void hiddenPanesReturnToTheirPositions() {
        robot.push(KeyCode.F9).push(KeyCode.F10);
        assertOrder(TOP, RARE, CHART, TIMELINE);
        robot.push(KeyCode.F10).push(KeyCode.F9);

        assertOrder(TOP, RARE, SITES, SETTINGS, CHART, TIMELINE, List.of("page-run", "figures"));
    }

    /** Nothing in the window behind the comparison is focusable. */
    @Test
    void withinAComparison() {
        openComparison();
        assertOrder(
                List.of(
                        "compare-models-mode",
                        "compare-models",
                        "compare-several",
                        "compare-runs",
                        "compare-run"),
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
    void inProjectorMode() {
        robot.push(KeyCode.F8).push(KeyCode.F9);
        assertOrder(TOP, RARE, SITES, SETTINGS, NARROW_CHART, TIMELINE);
        robot.push(KeyCode.F10);

        assertOrder(TOP, RARE, NARROW_CHART, TIMELINE, List.of("page-run", "figures"));
    }

    @Test
    void withinSheets() {
        openComparison();
        robot.interact(screen.find("#compare-guess", Button.class)::fire);
        assertOrder(
                List.of("guess-sequential", "guess-threads", "guess-thread-pool"),
                List.of("guess-event-loop", "guess-blocked-loop", "guess-done"));
        robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
        robot.clickOn("#add-site").write("a.example x101").push(KeyCode.ENTER).push(KeyCode.F5);
        screen.until(() -> screen.shows("#question"));

        assertOrder(List.of("question-run", "question-cancel"));
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
        robot.interact(screen.find("#theme", Button.class)::fire); // the way back is in the other
        shift(true);
        List<String> back = stops(expected.size() + 5);
        shift(false);
        Collections.reverse(back.subList(1, back.size()));
        assertThat(back).as("with Shift").isEqualTo(expected);
    }

    /** Focuses a node as Tab does, with one step and back: only then is the focus shown. */
    private void focus(String id) {
        robot.interact(() -> screen.node("#" + id).requestFocus());
        typeTab();
        shift(true);
        typeTab();
        shift(false);
        assertThat(focusOwner().getId()).isEqualTo(id);
    }

    private void shift(boolean pressed) {
        screen.look(
                () -> {
                    if (pressed) {
                        keyboard.keyPress(KeyCode.SHIFT);
                    } else {
                        keyboard.keyRelease(KeyCode.SHIFT);
                    }
                    return pressed;
                });
    }

    /**
     * Collects the focus owners until Tab returns to the first one, or the limit is reached, and
     * checks that each showed its focus: compared with its picture at the next stop. A picture
     * costs more than a step, so each stop is compared once in each look.
     */
    private List<String> stops(int limit) {
        FocusPictures pictures = new FocusPictures(window.scene());
        List<Node> stops = new ArrayList<>();
        do {
            stops.add(focusOwner());
            if (compared.add(screen.look(this::look) + focusOwner().getId())) {
                screen.look(pictures::take);
            }
            typeTab();
            assertFocusWasVisible(pictures, stops.getLast());
        } while (!stops.getFirst().equals(focusOwner()) && stops.size() < limit);
        robot.interact(stops.getFirst()::requestFocus);
        List<String> ids = new ArrayList<>();
        stops.forEach(stop -> ids.add(stop.getId()));
        return ids;
    }

    private String look() {
        boolean dark = screen.timeline().darkProperty().get();
        return (dark ? "dark " : "light ") + screen.timeline().scaleProperty().get() + " ";
    }

    private void assertFocusWasVisible(FocusPictures pictures, Node stop) {
        if (screen.look(() -> pictures.has(stop))) {
            assertThat(screen.look(() -> pictures.changedFrame(stop)))
                    .as("%s%s shows its focus", screen.look(this::look), stop.getId())
                    .isGreaterThan(MIN_FRAME_PX);
        }
    }

    /** Types Tab and waits until the window has been laid out. */
    private void typeTab() {
        CountDownLatch pulse = new CountDownLatch(1);
        Runnable counter = pulse::countDown;
        screen.look(
                () -> {
                    keyboard.keyType(KeyCode.TAB);
                    window.scene().addPostLayoutPulseListener(counter);
                    Platform.requestNextPulse();
                    return counter;
                });
        Eventually.holds("the window is laid out", () -> pulse.getCount() == 0);
        screen.look(
                () -> {
                    window.scene().removePostLayoutPulseListener(counter);
                    return counter;
                });
    }
}
