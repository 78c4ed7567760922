package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.chart.OverviewStrip;
import dev.overlap.render.TimeRange;
import dev.overlap.text.measure.MeasuredFigure;
import dev.overlap.text.measure.OverviewText;
import dev.overlap.text.measure.RangeText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.RangeMeter;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Checks that a range is measured, zoomed to and played, and that the overview leads elsewhere. */
class RangeAndOverviewTest extends WindowTest {

    /** A run is a thousand units long: so long that it does not matter when the test comes. */
    private static final long UNIT = 100_000_000;

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private void finishLater(FakeRun run) {
        run.allAnsweredAfter(1_000 * UNIT);
        screen.until(() -> screen.status().startsWith("Finished"));
    }

    private void select(long from, long to) {
        robot.interact(
                () -> screen.timeline().rangeProperty().set(new TimeRange(from * UNIT, to * UNIT)));
    }

    private void zoomTo(long from, long to) {
        robot.interact(() -> screen.timeline().zoomTo(new TimeRange(from * UNIT, to * UNIT)));
        screen.until(this::isOverviewPainted);
    }

    private boolean isOverviewPainted() {
        long wall = screen.timeline().traceProperty().get().wallNanos();
        String description =
                OverviewText.description(shown().beginNanos(), shown().endNanos(), wall);
        return description.equals(screen.node("#overview").getAccessibleText());
    }

    private TimeRange shown() {
        return Objects.requireNonNull(screen.look(() -> screen.timeline().windowProperty().get()));
    }

    private List<MeasuredFigure> expected(long from, long to) {
        Trace trace = screen.timeline().traceProperty().get();
        RangeText text =
                new RangeText(
                        new RangeMeter(trace, trace.horizonNanos()).measure(from * UNIT, to * UNIT),
                        TraceMoment.at(trace, TraceMoment.FOLLOW));
        List<MeasuredFigure> all = new ArrayList<>(text.tasks());
        text.range().phaseNanos().keySet().forEach(phase -> all.add(text.phase(phase)));
        all.addAll(text.workers());
        return all;
    }

    @Test
    void aRangeIsMeasuredZoomedToPlayedCopiedAndCleared() {
        assertThat(screen.shows("#range")).isFalse();
        FakeRun run = begin();
        run.recorder().busy(0, 1);
        finishLater(run);
        select(200, 700);
        screen.until(() -> screen.shows("#range"));

        List<MeasuredFigure> figures = expected(200, 700);
        assertThat(figures)
                .extracting(MeasuredFigure::id)
                .containsExactly(
                        "begun", "ended", "mean", "peak", "bytes", "phase-wait", "worker-0");
        assertThat(figures)
                .allSatisfy(
                        figure ->
                                assertThat(screen.text("#range-" + figure.id()))
                                        .isEqualTo(figure.value()));
        assertThat(screen.text("#range-mean")).isEqualTo("6.00");
        assertThat(screen.text("#range-length")).isEqualTo("50.0 s");
        assertThat(screen.node("#range").getAccessibleText())
                .startsWith("Range: 20.000 s to 70.000 s. Length: 50.0 s. Begun: 0.");
        assertFits("#range");

        robot.clickOn("#range-copy");
        assertThat(screen.look(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("Range\t20.000 s to 70.000 s\nLength\t50.0 s\nBegun\t0\n");
        robot.clickOn("#range-zoom");
        screen.until(() -> screen.shows("#overview"));
        assertThat(shown().beginNanos()).isEqualTo(180 * UNIT);
        assertThat(shown().endNanos()).isEqualTo(720 * UNIT);
        robot.clickOn("#range-play");
        screen.until(() -> playhead() > 200 * UNIT);
        robot.clickOn("#range-clear");
        screen.until(() -> !screen.shows("#range"));
        assertThat(focused("#timeline")).isTrue();
    }

    /** Every part of a box is within it, and the box is within the window. */
    private void assertFits(String box) {
        screen.look(
                () -> {
                    Node outer = screen.node(box);
                    Bounds whole = outer.localToScene(outer.getLayoutBounds());
                    assertThat(whole.getHeight()).isBetween(20.0, 110.0);
                    WindowRobot.inSight(outer)
                            .map(node -> node.localToScene(node.getLayoutBounds()))
                            .forEach(part -> assertThat(whole.contains(part)).isTrue());
                    return null;
                });
    }

    @Test
    void aRangeOfALiveRunIsMeasuredUpToThePresent() {
        FakeRun run = begin();
        select(0, 36_000);
        screen.until(() -> screen.shows("#range"));

        assertThat(screen.text("#range-remark")).endsWith(" of it so far");
        assertThat(screen.text("#range-ended")).isEqualTo("0");
        assertThat(screen.isDisabled("#range-play")).isTrue();
        finishLater(run);
        screen.until(() -> screen.text("#range-ended").equals("6"));
        assertThat(screen.timeline().rangeProperty().get().endNanos())
                .as("cut at the end of the run")
                .isEqualTo(screen.timeline().traceProperty().get().wallNanos());
        assertThat(screen.text("#range-remark")).isEmpty();
        hold(100 * UNIT);
        select(50, 500);
        screen.until(() -> screen.text("#range-remark").endsWith("replay has not reached"));
    }

    @Test
    void theOverviewIsThereWhileZoomedAndItsBrushPans() {
        finishLater(begin());
        assertThat(screen.shows("#overview")).isFalse();
        zoomTo(200, 400);
        TimeRange before = shown();
        assertThat(screen.node("#overview").getAccessibleText())
                .contains("The timeline shows 19.200 s to 40.800 s of 1");

        robot.drag(at(300)).moveTo(at(500)).drop();
        assertThat(shown().lengthNanos()).isEqualTo(before.lengthNanos());
        assertThat(shown().beginNanos()).isCloseTo(392 * UNIT, within(6 * UNIT));
        long begin = shown().beginNanos();
        robot.drag(at(shown().endNanos() / UNIT)).moveTo(at(800)).drop();
        assertThat(shown().beginNanos()).as("only an edge moved").isEqualTo(begin);
        assertThat(shown().endNanos()).isCloseTo(800 * UNIT, within(12 * UNIT));
        robot.drag(at(150)).moveTo(at(50)).drop();
        assertThat(shown().beginNanos()).isCloseTo(50 * UNIT, within(6 * UNIT));
        assertThat(shown().endNanos()).isCloseTo(150 * UNIT, within(6 * UNIT));

        robot.moveTo(at(100)).doubleClickOn(MouseButton.PRIMARY);
        screen.until(() -> !screen.shows("#overview"));
        robot.interact(() -> screen.timeline().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(shown().beginNanos()).as("undone").isCloseTo(50 * UNIT, within(6 * UNIT));
    }

    @Test
    void theOverviewHasKeys() {
        finishLater(begin());
        zoomTo(200, 400);
        robot.interact(() -> screen.node("#overview").requestFocus());
        long begin = shown().beginNanos();
        long length = shown().lengthNanos();
        robot.push(KeyCode.RIGHT);
        assertThat(shown().beginNanos()).isEqualTo(begin + (long) (length * 0.12));
        robot.push(KeyCode.HOME);
        assertThat(shown().beginNanos()).isZero();
        robot.push(KeyCode.PLUS);
        assertThat(shown().lengthNanos()).isLessThan(length);
        robot.push(KeyCode.F);
        screen.until(() -> !screen.shows("#overview"));
        assertThat(focused("#timeline")).isTrue();
    }

    /** The middle of the overview at an instant, on the screen. */
    private Point2D at(long units) {
        return screen.look(
                () -> {
                    OverviewStrip strip = screen.find("#overview", OverviewStrip.class);
                    double x = strip.xOf(units * UNIT);
                    return strip.localToScreen(x, strip.getLayoutBounds().getHeight() / 2);
                });
    }
}
