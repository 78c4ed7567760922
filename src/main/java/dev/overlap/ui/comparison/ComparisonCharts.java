package dev.overlap.ui.comparison;

import dev.overlap.chart.ComparisonChart;
import dev.overlap.chart.WorkerSweepChart;
import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.forecast.Forecast;
import dev.overlap.text.comparison.ComparisonScreenText;

import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * The two charts of the comparison screen, of which one is visible.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ComparisonCharts extends StackPane {

    private final ComparisonChart multiples = new ComparisonChart();
    private final WorkerSweepChart sweep = new WorkerSweepChart();

    ComparisonCharts() {
        setMinSize(0, 0);
        getChildren().setAll(multiples, sweep);
    }

    ObjectProperty<SortOrder> orderProperty() {
        return multiples.orderProperty();
    }

    ObjectProperty<Guesses> guessesProperty() {
        return multiples.guessesProperty();
    }

    /** Sets the action that opens a variant with a trace. */
    void setOnOpen(Consumer<VariantResult> action) {
        multiples.setOnOpen(action);
        sweep.setOnOpen(action);
    }

    /** Sets what the menu of a panel or a point does. */
    void setPanelActions(PanelMenu.Actions actions) {
        multiples.setContextMenu(new PanelMenu(multiples::selectedPanel, actions));
        sweep.setContextMenu(new PanelMenu(sweep::selectedPoint, actions));
    }

    /** Shows the chart of a subject. */
    void show(ComparisonSubject comparisonSubject) {
        multiples.setVisible(comparisonSubject == ComparisonSubject.MODELS);
        sweep.setVisible(comparisonSubject == ComparisonSubject.WORKERS);
    }

    /**
     * Shows results in the chart of a subject.
     *
     * @param comparison the results, or the empty plan of a comparison; null for nothing
     * @param begun whether it has begun
     */
    void show(ComparisonSubject comparisonSubject, @Nullable Comparison comparison, boolean begun) {
        boolean planned = comparison != null && !begun;
        switch (comparisonSubject) {
            case MODELS -> {
                multiples.comparisonProperty().set(comparison);
                multiples
                        .sentenceProperty()
                        .set(planned ? ComparisonScreenText.GUESS_INVITATION : "");
            }
            case WORKERS -> {
                boolean measured = comparison != null && comparison.done() > 0;
                sweep.comparisonProperty().set(comparison);
                sweep.sentenceProperty().set(measured ? ComparisonScreenText.POINT_HINT : "");
            }
        }
    }

    /** Sets the forecast that the ideal curve of a sweep follows until it is measured. */
    void setForecast(@Nullable Forecast forecast) {
        long first = forecast == null ? -1 : forecast.variants().getFirst().nanos();
        sweep.forecastProperty().set(first <= 0 ? WorkerSweepChart.NO_FORECAST : first);
    }

    /** Shows the whole time axis. */
    void fitAll() {
        multiples.fitAll();
    }

    /** Whether a part of the time axis is shown. */
    boolean isZoomed() {
        return multiples.isVisible() && multiples.windowProperty().get() != null;
    }

    /** Gives the keyboard to the chart of a subject. */
    void focus(ComparisonSubject comparisonSubject) {
        (comparisonSubject == ComparisonSubject.WORKERS ? sweep : multiples).requestFocus();
    }

    /** Paints if needed. Called once per pulse. */
    void pulse() {
        multiples.pulse();
        sweep.pulse();
    }

    void setDark(boolean dark) {
        multiples.darkProperty().set(dark);
        sweep.darkProperty().set(dark);
    }

    void setScale(double scale) {
        multiples.scaleProperty().set(scale);
        sweep.scaleProperty().set(scale);
    }
}
