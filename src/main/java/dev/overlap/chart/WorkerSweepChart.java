package dev.overlap.chart;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.VariantResult;
import dev.overlap.render.comparison.SweepFrame;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * A worker sweep as a curve of wall time against number of workers. Points appear as they are
 * measured. The arrows, Home and End select one; Enter or a click opens its run.
 *
 * <p>Threads: JavaFX thread only. {@link #pulse} paints, once per pulse, if anything has changed.
 */
public final class WorkerSweepChart extends Control {

    /** The value of {@link #forecastProperty} while nothing is known. */
    public static final long NO_FORECAST = SweepFrame.NO_FORECAST;

    private final ObjectProperty<@Nullable Comparison> comparison =
            new SimpleObjectProperty<>(this, "comparison");
    private final StringProperty sentence = new SimpleStringProperty(this, "sentence", "");
    private final LongProperty forecast = new SimpleLongProperty(this, "forecast", NO_FORECAST);
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
    private Consumer<VariantResult> onOpen = _ -> {};

    /** Creates an empty chart. */
    public WorkerSweepChart() {
        FxTextMetrics.register();
        setId("sweep");
        getStyleClass().add("sweep");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(AccessibleDescription.NOTHING_SWEPT);
        setFocusTraversable(true);
        setMinSize(0, 0);
        setPrefSize(800, 500);
    }

    /** The comparison to draw, one variant per number of workers; null draws nothing. */
    public ObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison;
    }

    /** The sentence below the curve, or empty. */
    public StringProperty sentenceProperty() {
        return sentence;
    }

    /**
     * The time expected of the first point, in nanoseconds, for the ideal curve before anything is
     * measured; {@link #NO_FORECAST} if unknown.
     */
    public LongProperty forecastProperty() {
        return forecast;
    }

    /** The index of the selected point, or -1. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Whether the dark theme is used. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** The scale of the drawing, 1 for the normal size. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    /** Sets the action that opens a point with a trace. */
    public void setOnOpen(Consumer<VariantResult> action) {
        onOpen = action;
    }

    /** The selected point, or null for none. */
    public @Nullable VariantResult selectedPoint() {
        return point(selected.get());
    }

    private @Nullable VariantResult point(int index) {
        Comparison shown = comparison.get();
        boolean known = shown != null && index >= 0 && index < shown.entries().size();
        return shown == null || !known ? null : shown.entries().get(index);
    }

    void open(int index) {
        VariantResult point = point(index);
        if (point != null && point.drawn() != null) {
            onOpen.accept(point);
        }
    }

    /**
     * Repaints if anything has changed since the last call. Never throws: a frame that cannot be
     * painted is logged and skipped.
     */
    public void pulse() {
        if (getSkin() instanceof WorkerSweepChartSkin skin) {
            skin.pulse();
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new WorkerSweepChartSkin(this);
    }
}
