package dev.overlap.chart;

import static dev.overlap.testkit.ComparisonBuilder.atOnce;
import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.finished;
import static dev.overlap.testkit.ComparisonBuilder.going;
import static dev.overlap.testkit.ComparisonBuilder.live;
import static dev.overlap.testkit.ComparisonBuilder.oneByOne;
import static dev.overlap.testkit.ComparisonBuilder.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.VariantResult;
import dev.overlap.render.Theme;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@ExtendWith(ApplicationExtension.class)
class ComparisonChartTest {

    private static final long MILLI = 1_000_000;

    private ComparisonChart view;
    private final List<String> opened = new ArrayList<>();

    @Start
    void show(Stage stage) {
        view = new ComparisonChart();
        view.setOnOpen(variantResult -> opened.add(variantResult.variant().name()));
        stage.setScene(new Scene(new StackPane(view), 900, 500));
        stage.show();
    }

    private static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    private ComparisonChartSkin show(Comparison comparison) {
        return fx(
                () -> {
                    view.comparisonProperty().set(comparison);
                    view.layout();
                    view.pulse();
                    return (ComparisonChartSkin) view.getSkin();
                });
    }

    private void pulse() {
        fx(
                () -> {
                    view.pulse();
                    return null;
                });
    }

    private static Comparison measured() {
        return finished(
                1,
                entry("sequential", "Sequential", oneByOne(2, 100)),
                entry("event-loop", "Event loop", atOnce(2, 100)));
    }

    private static Comparison before() {
        return going(1, waiting("sequential", "Sequential"), waiting("event-loop", "Event loop"));
    }

    private Point2D at(ComparisonChartSkin skin, int index, long nanos) {
        return fx(
                () ->
                        view.localToScreen(
                                skin.scaledCanvas().pixels(skin.layout().xOf(nanos)),
                                skin.scaledCanvas().pixels(skin.layout().partOf(index).middle())));
    }

    private Long guess(String model) {
        return fx(() -> view.guessesProperty().get().of(model));
    }

    @Test
    void clickOnAPanelSelectsAndOpensIt(FxRobot robot) {
        ComparisonChartSkin skin = show(measured());
        robot.clickOn(at(skin, 0, 50 * MILLI));
        assertThat(opened).containsExactly("Sequential");
        assertThat(view.selectedProperty().get()).isZero();
    }

    @Test
    void axisIsZoomedAndMovedAsInATimeline(FxRobot robot) {
        ComparisonChartSkin skin = show(measured());
        long whole = length(skin);
        robot.interact(view::requestFocus);
        robot.interact(() -> view.fireEvent(wheelWithControl(x(skin, 100 * MILLI))));
        assertThat(length(skin)).isLessThan(whole);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(length(skin)).isEqualTo(whole);
        push(robot, KeyCode.W, KeyCode.W);
        assertThat(length(skin)).isLessThan(whole);
        long begin = begin(skin);
        push(robot, KeyCode.D);
        assertThat(begin(skin)).isGreaterThan(begin);
        push(robot, KeyCode.A, KeyCode.A);
        assertThat(begin(skin)).isLessThan(begin);
        push(robot, KeyCode.S, KeyCode.S, KeyCode.S);
        assertThat(fx(() -> view.windowProperty().get())).isNull();
        push(robot, KeyCode.UP, KeyCode.F); // the event loop's 100 ms
        assertThat(length(skin)).isEqualTo(102_500_000L);
        push(robot, KeyCode.F);
        assertThat(length(skin)).isEqualTo(whole);

        double from = x(skin, 50 * MILLI);
        double to = x(skin, 150 * MILLI);
        robot.interact(
                () -> {
                    view.fireEvent(withControl(MouseEvent.MOUSE_PRESSED, from));
                    view.fireEvent(withControl(MouseEvent.MOUSE_DRAGGED, to));
                    view.fireEvent(withControl(MouseEvent.MOUSE_RELEASED, to));
                });
        assertThat(length(skin)).isBetween(95 * MILLI, 105 * MILLI);
        assertThat(begin(skin)).isBetween(47 * MILLI, 53 * MILLI);
        assertThat(opened).isEmpty();
    }

    /** Each key acts on what is shown after the one before. */
    private void push(FxRobot robot, KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.push(key);
            pulse();
        }
    }

    private double x(ComparisonChartSkin skin, long nanos) {
        return fx(() -> skin.scaledCanvas().pixels(skin.layout().xOf(nanos)));
    }

    private static MouseEvent withControl(EventType<MouseEvent> type, double x) {
        return new MouseEvent(
                type,
                x,
                200,
                x,
                200,
                MouseButton.PRIMARY,
                1,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private static ScrollEvent wheelWithControl(double x) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                200,
                x,
                200,
                false,
                true,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private long length(ComparisonChartSkin skin) {
        pulse();
        return fx(() -> skin.layout().shownWindow().lengthNanos());
    }

    private long begin(ComparisonChartSkin skin) {
        pulse();
        return fx(() -> skin.layout().shownWindow().beginNanos());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.6})
    void draggingInAnUnmeasuredPanelSetsItsGuessAtAnyScale(double scale, FxRobot robot) {
        fx(
                () -> {
                    view.scaleProperty().set(scale);
                    return null;
                });
        ComparisonChartSkin skin = show(before());
        robot.moveTo(at(skin, 1, 2_000 * MILLI)).press(MouseButton.PRIMARY);
        robot.moveTo(at(skin, 1, 6_000 * MILLI)).release(MouseButton.PRIMARY);
        assertThat(guess("event-loop")).isBetween(5_800 * MILLI, 6_200 * MILLI);
        assertThat(guess("sequential")).isNull();
        assertThat(opened).as("there is nothing to open yet").isEmpty();
        assertThat(fx(() -> view.getCursor())).isEqualTo(Cursor.H_RESIZE);
    }

    @Test
    void guessDraggedOffToTheLeftIsRemoved(FxRobot robot) {
        ComparisonChartSkin skin = show(before());
        robot.moveTo(at(skin, 1, 2_000 * MILLI)).press(MouseButton.PRIMARY);
        assertThat(guess("event-loop")).isNotNull();
        robot.moveTo(at(skin, 1, -1_000 * MILLI)).release(MouseButton.PRIMARY);
        assertThat(guess("event-loop")).isNull();
    }

    @Test
    void guessesAreLockedOnceAResultIsVisible(FxRobot robot) {
        TraceBuilder traceBuilder = TraceBuilder.of("a").enter(0, Phase.WAIT, 0);
        ComparisonChartSkin skin =
                show(
                        going(
                                1,
                                live("threads", "Threads", traceBuilder.live()),
                                entry("event-loop", "Event loop", atOnce(2, 100))));
        for (int part = 0; part < 2; part++) {
            robot.moveTo(at(skin, part, 20 * MILLI)).press(MouseButton.PRIMARY);
            robot.moveTo(at(skin, part, 60 * MILLI)).release(MouseButton.PRIMARY);
        }
        assertThat(fx(() -> view.guessesProperty().get().nanos())).isEmpty();
    }

    @Test
    void keysSelectInDisplayOrderAndEnterOpens(FxRobot robot) {
        show(measured());
        fx(
                () -> {
                    view.requestFocus();
                    return null;
                });
        robot.type(KeyCode.DOWN, KeyCode.ENTER, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(opened).containsExactly("Event loop", "Sequential");
        robot.type(KeyCode.UP, KeyCode.UP);
        assertThat(view.selectedProperty().get()).isEqualTo(1);
    }

    @Test
    void arrowsMoveTheGuessOfTheSelectedPanelAndDeleteRemovesIt(FxRobot robot) {
        show(before());
        fx(
                () -> {
                    view.requestFocus();
                    return null;
                });
        robot.type(KeyCode.DOWN, KeyCode.RIGHT);
        long first = guess("sequential");
        robot.type(KeyCode.RIGHT);
        assertThat(guess("sequential")).isGreaterThan(first);
        robot.type(KeyCode.DELETE);
        assertThat(guess("sequential")).isNull();
    }

    @Test
    void accessibleTextListsTheWallTimesInDisplayOrder() {
        assertThat(view.getAccessibleText()).isEqualTo(AccessibleDescription.NOTHING_COMPARED);
        show(measured());
        assertThat(view.getAccessibleText()).contains("Event loop: 100 ms; Sequential: 200 ms.");
        fx(
                () -> {
                    view.orderProperty().set(SortOrder.LIST);
                    view.sentenceProperty().set("The loop is faster.");
                    view.pulse();
                    return null;
                });
        assertThat(view.getAccessibleText())
                .contains("Sequential: 200 ms; Event loop: 100 ms.")
                .endsWith("The loop is faster.");
    }

    @Test
    void waitIsPaintedAccordingToLayoutAndScale() {
        ComparisonChartSkin skin = show(measured());
        double left = fx(() -> skin.layout().plotLeft());
        fx(
                () -> {
                    view.scaleProperty().set(1.6);
                    view.darkProperty().set(true);
                    return null;
                });
        pulse();
        double x = fx(() -> skin.scaledCanvas().pixels(skin.layout().xOf(50 * MILLI)));
        double y = fx(() -> skin.scaledCanvas().pixels(skin.layout().partOf(0).middle()));
        assertThat(fx(() -> skin.scaledCanvas().pixels(skin.layout().plotLeft())))
                .isGreaterThan(left);
        List<Color> column =
                fx(
                        () -> {
                            var pixels = view.snapshot(null, null).getPixelReader();
                            return IntStream.range(-20, 20)
                                    .mapToObj(dy -> pixels.getColor((int) x, (int) y + dy))
                                    .toList();
                        });
        int wait = Theme.DARK.of(Phase.WAIT);
        assertThat(column).contains(Color.rgb(wait >> 16 & 0xFF, wait >> 8 & 0xFF, wait & 0xFF));
    }

    @Test
    void pulseDoesNotRepaintWithoutChanges() {
        ComparisonChartSkin skin = show(measured());
        Object before = fx(skin::layout);
        pulse();
        assertThat(fx(skin::layout)).isSameAs(before);
    }

    @Test
    void manyPanelsScrollAndTheSelectedOneBecomesVisible() {
        VariantResult[] entries =
                IntStream.range(0, 20)
                        .mapToObj(i -> entry("m" + i, "Model " + i, atOnce(3, 100 + i)))
                        .toArray(VariantResult[]::new);
        ComparisonChartSkin skin = show(finished(1, entries));
        assertThat(view.lookup(".scroll-bar").isVisible()).isTrue();
        fx(
                () -> {
                    view.selectedProperty().set(19);
                    view.pulse();
                    return null;
                });
        double middle = fx(() -> skin.layout().partOf(19).middle());
        assertThat(fx(() -> skin.layout().view().contains(middle))).isTrue();
    }

    @Test
    void disposedSkinReleasesItsControlAndANewOneTakesOver() {
        ComparisonChartSkin skin = show(measured());
        fx(
                () -> {
                    view.setSkin(new ComparisonChartSkin(view));
                    skin.dispose();
                    view.layout();
                    view.pulse();
                    return null;
                });
        assertThat(skin.getSkinnable()).isNull();
        assertThat(fx(() -> view.getChildrenUnmodifiable()))
                .filteredOn(Canvas.class::isInstance)
                .hasSize(1);
    }
}
