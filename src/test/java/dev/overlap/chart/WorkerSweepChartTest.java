package dev.overlap.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

@ExtendWith(ApplicationExtension.class)
class WorkerSweepChartTest {

    private WorkerSweepChart view;
    private final List<String> opened = new ArrayList<>();

    @Start
    void show(Stage stage) {
        view = new WorkerSweepChart();
        view.setOnOpen(variantResult -> opened.add(variantResult.variant().name()));
        stage.setScene(new Scene(new StackPane(view), 800, 500));
        stage.show();
    }

    private static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    /** 1 and 2 workers are measured, 4 are not. */
    private static Comparison sweep() {
        List<Variant> variants =
                Variant.ofWorkers(
                        TraceBuilder.plan("thread-pool", "lab:/delay/100"), List.of(1, 2, 4));
        List<VariantResult> entries =
                List.of(
                        new VariantResult(variants.get(0), samples(400), null),
                        new VariantResult(variants.get(1), samples(200), null),
                        new VariantResult(variants.get(2), List.of(), null));
        return new Comparison(new ComparisonPlan(variants, 1), entries, false);
    }

    private static List<Measurement> samples(double millis) {
        return List.of(new Measurement(ComparisonBuilder.atOnce(2, millis), -1));
    }

    private WorkerSweepChartSkin show(Comparison comparison, double scale) {
        return fx(
                () -> {
                    view.scaleProperty().set(scale);
                    view.comparisonProperty().set(comparison);
                    view.layout();
                    view.pulse();
                    return (WorkerSweepChartSkin) view.getSkin();
                });
    }

    private Point2D at(WorkerSweepChartSkin skin, int point, double scale) {
        return fx(() -> view.localToScreen(skin.layout().xOf(point) * scale, 150 * scale));
    }

    @Test
    void clickOpensAMeasuredPoint(FxRobot robot) {
        WorkerSweepChartSkin skin = show(sweep(), 1.6);
        robot.clickOn(at(skin, 1, 1.6));
        robot.clickOn(at(skin, 2, 1.6));
        assertThat(opened).containsExactly("2");
    }

    @Test
    void arrowsSelectAPointAndEnterOpensAMeasuredOne(FxRobot robot) {
        show(sweep(), 1);
        robot.interact(view::requestFocus);
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.ENTER);
        assertThat(fx(view::getAccessibleText)).endsWith("Selected: 2 workers.");
        robot.push(KeyCode.END).push(KeyCode.ENTER).push(KeyCode.HOME).push(KeyCode.LEFT);
        robot.push(KeyCode.ENTER);
        assertThat(opened).containsExactly("2", "1");
    }

    @Test
    void accessibleTextListsThePoints() {
        assertThat(view.getAccessibleText()).isEqualTo(AccessibleDescription.NOTHING_SWEPT);
        show(sweep(), 1);
        assertThat(view.getAccessibleText()).contains("1 worker: 400 ms; 2 workers: 200 ms.");
    }

    @Test
    void pulseDoesNotRepaintWithoutChanges() {
        WorkerSweepChartSkin skin = show(sweep(), 1);
        Object before = fx(skin::layout);
        fx(
                () -> {
                    view.pulse();
                    return null;
                });
        assertThat(fx(skin::layout)).isSameAs(before);
    }

    @Test
    void disposedSkinReleasesItsControl() {
        WorkerSweepChartSkin skin = show(sweep(), 1);
        fx(
                () -> {
                    view.setSkin(null);
                    skin.dispose();
                    skin.dispose();
                    view.pulse();
                    return null;
                });
        assertThat(skin.getSkinnable()).isNull();
    }
}
