package dev.overlap.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeRange;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.render.timeline.TooltipContent;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

@ExtendWith(ApplicationExtension.class)
class TimelineTest {

    private static final long MILLI = 1_000_000;

    private Timeline timeline;

    @Start
    void show(Stage stage) {
        timeline = new Timeline();
        stage.setScene(new Scene(new StackPane(timeline), 800, 500));
        stage.show();
    }

    private static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    private TimelineSkin show(Trace trace) {
        return fx(
                () -> {
                    timeline.traceProperty().set(trace);
                    timeline.layout();
                    timeline.pulse();
                    return (TimelineSkin) timeline.getSkin();
                });
    }

    private static Trace three() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b", "c").fetch(0, 1, 20, 280, 300);
        return traceBuilder.fetch(1, 1, 20, 180, 200).fetch(2, 1, 20, 30, 40).finished();
    }

    private TimeRange shown(TimelineSkin skin) {
        return fx(
                () -> {
                    timeline.pulse();
                    return skin.layout().shownWindow();
                });
    }

    private Point2D inRow(TimelineSkin skin, int row, long nanos) {
        return fx(
                () ->
                        timeline.localToScreen(
                                skin.layout().xOf(nanos),
                                skin.layout().rowTop(row) + skin.layout().rowHeight() / 2));
    }

    private Color pixel(double x, double y) {
        return fx(
                () -> {
                    timeline.pulse();
                    WritableImage image = timeline.snapshot(null, null);
                    return image.getPixelReader().getColor((int) x, (int) y);
                });
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }

    @Test
    void emptyTimelineIsBlankAndSaysSoToAScreenReader() {
        assertThat(pixel(3, 3)).isEqualTo(color(Theme.LIGHT.ground()));
        assertThat(timeline.getAccessibleText()).contains("Nothing has been run");
        assertThat(timeline.getId()).isEqualTo("timeline");
    }

    @Test
    void waitIsPaintedAccordingToLayoutInBothThemes() {
        TimelineSkin skin = show(three());
        double x = fx(() -> skin.layout().xOf(150 * MILLI));
        double y = fx(() -> skin.layout().rowTop(0) + skin.layout().rowHeight() / 2);
        assertThat(pixel(x, y)).isEqualTo(color(Theme.LIGHT.of(Phase.WAIT)));
        fx(
                () -> {
                    timeline.darkProperty().set(true);
                    return null;
                });
        assertThat(pixel(3, 3)).isEqualTo(color(Theme.DARK.ground()));
        assertThat(timeline.getAccessibleText()).contains("3 tasks, finished in 300 ms");
    }

    @Test
    void pausedReplayShowsNothingAfterItsInstant() {
        TimelineSkin skin = show(three());
        fx(
                () -> {
                    timeline.playheadProperty().set(100 * MILLI);
                    return null;
                });
        double y = fx(() -> skin.layout().rowTop(0) + skin.layout().rowHeight() / 2);
        double before = fx(() -> skin.layout().xOf(60 * MILLI));
        double after = fx(() -> skin.layout().xOf(220 * MILLI));
        assertThat(pixel(before, y)).isEqualTo(color(Theme.LIGHT.of(Phase.WAIT)));
        assertThat(pixel(after, y)).isNotEqualTo(color(Theme.LIGHT.of(Phase.WAIT)));
        fx(
                () -> {
                    timeline.playheadProperty().set(Timeline.FOLLOW);
                    return null;
                });
        assertThat(pixel(after, y)).isEqualTo(color(Theme.LIGHT.of(Phase.WAIT)));
    }

    @Test
    void clickSelectsTheRowUnderThePointer(FxRobot robot) {
        TimelineSkin skin = show(three());
        robot.clickOn(inRow(skin, 1, 100 * MILLI));
        assertThat(timeline.selectedTaskProperty().get()).isEqualTo(1);
    }

    @Test
    void exchangeInAConnectionRowSelectsItsTaskAndHasATooltip(FxRobot robot) {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a", "b", "c").exchange(0, "c-1", 0, 100).answered(0, 200, 100);
        traceBuilder.exchange(1, "c-2", 0, 300).answered(1, 200, 300);
        traceBuilder.exchange(2, "c-1", 150, 300).answered(2, 200, 300);
        timeline.groupingProperty().set(RowGrouping.CONNECTIONS);
        TimelineSkin skin = show(traceBuilder.finished());
        robot.clickOn(inRow(skin, 0, 200 * MILLI));

        assertThat(timeline.selectedTaskProperty().get()).isEqualTo(2);
        assertThat(tip(skin).title()).startsWith("Connection 1 ");
        assertThat(tip(skin).reason()).isEqualTo("For c. The task before was a.");
        assertThat(timeline.getAccessibleText())
                .endsWith("Rows by connection: 2 connections. Selected: c.");
    }

    @Test
    void keysSelectZoomAndFit(FxRobot robot) {
        TimelineSkin skin = show(three());
        TimeRange whole = shown(skin);
        fx(
                () -> {
                    timeline.requestFocus();
                    return null;
                });
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.W);
        assertThat(timeline.selectedTaskProperty().get()).isZero();
        TimeRange zoomed = shown(skin);
        assertThat(zoomed.lengthNanos()).isLessThan(whole.lengthNanos());
        robot.type(KeyCode.D);
        assertThat(shown(skin).beginNanos()).isGreaterThan(zoomed.beginNanos());
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.F);
        TimeRange task = shown(skin);
        assertThat(task.beginNanos()).isBetween(-3 * MILLI, MILLI);
        assertThat(task.endNanos()).isBetween(40 * MILLI, 80 * MILLI);
        robot.type(KeyCode.F);
        assertThat(shown(skin)).isEqualTo(whole);
    }

    @Test
    void controlZUndoesAZoomAndControlYRedoesIt(FxRobot robot) {
        TimelineSkin skin = show(three());
        TimeRange whole = shown(skin);
        fx(
                () -> {
                    timeline.requestFocus();
                    return null;
                });
        robot.type(KeyCode.W);
        TimeRange zoomed = shown(skin);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(shown(skin)).isEqualTo(whole);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(shown(skin)).isEqualTo(zoomed);
    }

    @Test
    void tooltipOfTheHoveredTaskFollowsTheMouse(FxRobot robot) {
        TimelineSkin skin = show(three());
        robot.moveTo(inRow(skin, 1, 100 * MILLI));
        TooltipContent tooltip = tip(skin);
        assertThat(tooltip.title()).isEqualTo("b");
        assertThat(tooltip.here()).isEqualTo("wait 160 ms, from 20 ms to 180 ms");
        assertThat(fx(() -> skin.tip().canvas().isVisible())).isTrue();
        robot.moveTo(inRow(skin, 1, 100 * MILLI).add(0, -400));
        assertThat(tip(skin)).isNull();
    }

    private TooltipContent tip(TimelineSkin skin) {
        return fx(
                () -> {
                    timeline.pulse();
                    return skin.tip().shown();
                });
    }

    /** Fired by hand: the headless platform has no modifier keys for mouse events. */
    private void mouse(EventType<MouseEvent> type, double x, boolean shift, boolean control) {
        MouseButton button = MouseButton.PRIMARY;
        Event.fireEvent(
                timeline,
                new MouseEvent(
                        type, x, 100, x, 100, button, 1, shift, control, false, control, true,
                        false, false, false, false, false, null));
    }

    private void withControl(EventType<MouseEvent> type, double x) {
        mouse(type, x, false, true);
    }

    private void drag(TimelineSkin skin, long from, long to, boolean shift) {
        fx(
                () -> {
                    mouse(MouseEvent.MOUSE_PRESSED, skin.layout().xOf(from), shift, false);
                    mouse(MouseEvent.MOUSE_DRAGGED, skin.layout().xOf(to), shift, false);
                    mouse(MouseEvent.MOUSE_RELEASED, skin.layout().xOf(to), shift, false);
                    timeline.pulse();
                    return null;
                });
    }

    @Test
    void dragWithShiftSetsTheRangeAndItsEdgesAreDragged() {
        TimelineSkin skin = show(three());
        Color before = pixel(fx(() -> skin.layout().xOf(150 * MILLI)), 2 + axisBottom(skin));
        drag(skin, 200 * MILLI, 100 * MILLI, true);
        assertRange(100, 200);
        assertThat(pixel(fx(() -> skin.layout().xOf(150 * MILLI)), 2 + axisBottom(skin)))
                .as("tinted")
                .isNotEqualTo(before);
        drag(skin, 200 * MILLI, 250 * MILLI, false);
        assertRange(100, 250);
        drag(skin, 100 * MILLI, 290 * MILLI, false);
        assertRange(250, 290);
        drag(skin, 250 * MILLI, 400 * MILLI, false);
        assertRange(290, 300);
        drag(skin, 50 * MILLI, 51 * MILLI, true);
        assertRange(290, 300);
        assertThat(timeline.windowProperty().get()).as("no drag has moved the view").isNull();
        show(three());
        assertThat(timeline.rangeProperty().get()).as("a new trace has none").isNull();
    }

    private double axisBottom(TimelineSkin skin) {
        return fx(() -> skin.layout().axis().bottom());
    }

    private void assertRange(long fromMillis, long toMillis) {
        TimeRange range = timeline.rangeProperty().get();
        assertThat(range).isNotNull();
        assertThat(range.beginNanos() / (double) MILLI).isCloseTo((double) fromMillis, within(3.0));
        assertThat(range.endNanos() / (double) MILLI).isCloseTo((double) toMillis, within(3.0));
    }

    @Test
    void axisAsksForTheInstantUnderTheMouseOfAFinishedRunOnly(FxRobot robot) {
        List<Long> sought = new ArrayList<>();
        timeline.onSeekProperty().set(sought::add);
        TraceBuilder live = TraceBuilder.of("a").enter(0, Phase.WAIT, 1);
        show(live.live());
        robot.clickOn(onAxis(100 * MILLI));
        assertThat(sought).isEmpty();
        show(three());
        robot.moveTo(onAxis(100 * MILLI)).press(MouseButton.PRIMARY);
        robot.moveTo(onAxis(200 * MILLI)).release(MouseButton.PRIMARY);
        assertThat(sought.getFirst() / MILLI).isBetween(97L, 103L);
        assertThat(sought.getLast() / MILLI).isBetween(197L, 203L);
        assertThat(timeline.guessProperty().get()).isEqualTo(GuessMarks.NO_GUESS);
    }

    @Test
    void dragWithControlShowsTheRange(FxRobot robot) {
        TimelineSkin skin = show(three());
        fx(
                () -> {
                    double from = skin.layout().xOf(100 * MILLI);
                    double to = skin.layout().xOf(200 * MILLI);
                    withControl(MouseEvent.MOUSE_PRESSED, from);
                    withControl(MouseEvent.MOUSE_DRAGGED, to);
                    withControl(MouseEvent.MOUSE_RELEASED, to);
                    return null;
                });
        TimeRange range = shown(skin);
        assertThat(range.beginNanos()).isBetween(95 * MILLI, 105 * MILLI);
        assertThat(range.endNanos()).isBetween(195 * MILLI, 205 * MILLI);
        robot.doubleClickOn(timeline);
        assertThat(shown(skin).beginNanos()).isZero();
    }

    private Point2D onAxis(long nanos) {
        return fx(
                () -> {
                    timeline.layout();
                    timeline.pulse();
                    TimelineSkin skin = (TimelineSkin) timeline.getSkin();
                    var layout = skin.axisLayout();
                    return timeline.localToScreen(
                            skin.scaledCanvas().pixels(layout.xOf(nanos)),
                            skin.scaledCanvas().pixels(layout.axis().middle()));
                });
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.6})
    void guessIsDraggedFromTheRightEndBeforeAnyRunUndoneAndRemovedToTheLeft(
            double scale, FxRobot robot) {
        fx(
                () -> {
                    timeline.scaleProperty().set(scale);
                    return null;
                });
        robot.clickOn(onAxis(2_000 * MILLI)).clickOn(rightEnd());
        assertThat(timeline.guessProperty().get()).as("a click").isEqualTo(GuessMarks.NO_GUESS);
        robot.moveTo(rightEnd()).press(MouseButton.PRIMARY);
        robot.moveTo(onAxis(5_000 * MILLI));
        assertThat(timeline.guessProperty().get()).isBetween(4_800 * MILLI, 5_200 * MILLI);
        robot.release(MouseButton.PRIMARY).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(timeline.guessProperty().get()).isEqualTo(GuessMarks.NO_GUESS);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(timeline.guessProperty().get()).isBetween(4_800 * MILLI, 5_200 * MILLI);
        robot.moveTo(onAxis(5_000 * MILLI)).press(MouseButton.PRIMARY);
        robot.moveTo(onAxis(-1_500 * MILLI)).release(MouseButton.PRIMARY);
        assertThat(timeline.guessProperty().get()).isEqualTo(GuessMarks.NO_GUESS);
    }

    private Point2D rightEnd() {
        return onAxis(
                fx(() -> ((TimelineSkin) timeline.getSkin()).axisLayout())
                        .shownWindow()
                        .endNanos());
    }

    @Test
    void guessForTheNextRunIsDraggedOnTheAxisOfAFinishedOneAndRemovedByDelete(FxRobot robot) {
        TimelineSkin skin = show(three());
        fx(
                () -> {
                    timeline.runGuessProperty().set(150 * MILLI);
                    timeline.playheadProperty().set(200 * MILLI);
                    return null;
                });
        TimeRange whole = shown(skin);
        robot.moveTo(rightEnd()).press(MouseButton.PRIMARY);
        robot.moveTo(onAxis(200 * MILLI)).release(MouseButton.PRIMARY);
        assertThat(timeline.guessProperty().get()).isBetween(190 * MILLI, 210 * MILLI);
        assertThat(shown(skin)).as("a guess within the run changes no axis").isEqualTo(whole);
        robot.moveTo(onAxis(200 * MILLI)).press(MouseButton.PRIMARY);
        robot.moveTo(onAxis(250 * MILLI)).release(MouseButton.PRIMARY);
        assertThat(timeline.guessProperty().get())
                .as("at the playhead, which is dragged, not the guess")
                .isBetween(190 * MILLI, 210 * MILLI);
        robot.type(KeyCode.DELETE);
        assertThat(timeline.guessProperty().get()).isEqualTo(GuessMarks.NO_GUESS);
        assertThat(timeline.runGuessProperty().get()).isEqualTo(150 * MILLI);
    }

    @Test
    void hitTestsMatchPaintingAtALargerScale(FxRobot robot) {
        fx(
                () -> {
                    timeline.scaleProperty().set(1.6);
                    return null;
                });
        TimelineSkin skin = show(three());
        double x = fx(() -> 1.6 * skin.layout().xOf(150 * MILLI));
        double y = fx(() -> 1.6 * (skin.layout().rowTop(0) + skin.layout().rowHeight() / 2));
        assertThat(pixel(x, y)).isEqualTo(color(Theme.LIGHT.of(Phase.WAIT)));
        Point2D second =
                fx(
                        () ->
                                timeline.localToScreen(
                                        1.6 * skin.layout().xOf(100 * MILLI),
                                        1.6
                                                * (skin.layout().rowTop(1)
                                                        + skin.layout().rowHeight() / 2)));
        robot.clickOn(second);
        assertThat(timeline.selectedTaskProperty().get()).isEqualTo(1);
        robot.moveTo(second.add(3, 0));
        assertThat(tip(skin).title()).isEqualTo("b");
    }

    @Test
    void hiddenSelectionIsScrolledIntoView() {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(1_000, "a"));
        for (int task = 0; task < 1_000; task++) {
            traceBuilder.fetch(task, 1, 2, 3, 4);
        }
        TimelineSkin skin = show(traceBuilder.finished());
        fx(
                () -> {
                    timeline.selectedTaskProperty().set(900);
                    timeline.pulse();
                    return null;
                });
        double top = fx(() -> skin.layout().rowTop(900));
        assertThat(fx(() -> skin.layout().rows().contains(top))).isTrue();
        assertThat(timeline.lookup(".scroll-bar").isVisible()).isTrue();
    }

    @Test
    void selectionStaysVisibleWhenRowsBecomeConnections() {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(200, "a"));
        for (int task = 199; task >= 0; task--) {
            double begin = 200 - task;
            traceBuilder
                    .exchange(task, "c-" + task, begin, begin + 50)
                    .answered(task, 200, begin + 50);
        }
        TimelineSkin skin = show(traceBuilder.finished());
        fx(
                () -> {
                    timeline.selectedTaskProperty().set(3);
                    timeline.pulse();
                    timeline.groupingProperty().set(RowGrouping.CONNECTIONS);
                    timeline.pulse();
                    timeline.pulse();
                    return null;
                });
        int row = fx(() -> skin.layout().rowOfTask(3));
        assertThat(row).as("the last but three to begin").isEqualTo(196);
        double top = fx(() -> skin.layout().rowTop(196));
        assertThat(fx(() -> skin.layout().rows().contains(top))).isTrue();
    }

    @Test
    void pulseDoesNotRepaintWithoutChanges() {
        TimelineSkin skin = show(three());
        Object before = fx(skin::layout);
        fx(
                () -> {
                    timeline.pulse();
                    return null;
                });
        assertThat(fx(skin::layout)).isSameAs(before);
    }

    @Test
    void disposedSkinReleasesItsControl() {
        TimelineSkin skin = show(three());
        int children =
                fx(
                        () -> {
                            timeline.setSkin(null);
                            skin.dispose();
                            skin.dispose();
                            timeline.darkProperty().set(true);
                            timeline.pulse();
                            return timeline.getChildrenUnmodifiable().size();
                        });
        assertThat(children).isZero();
        assertThat(skin.getSkinnable()).isNull();
    }

    @Test
    void newSkinTakesOver() {
        show(three());
        fx(
                () -> {
                    timeline.setSkin(new TimelineSkin(timeline));
                    timeline.layout();
                    timeline.pulse();
                    return null;
                });
        assertThat(fx(() -> timeline.getChildrenUnmodifiable()))
                .filteredOn(Canvas.class::isInstance)
                .as("the chart and its tip")
                .hasSize(2);
        assertThat(fx(() -> timeline.lookupAll("*")))
                .filteredOn(ScrollBar.class::isInstance)
                .hasSize(1);
        assertThat(Platform.isFxApplicationThread()).isFalse();
    }
}
