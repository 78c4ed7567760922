package dev.overlap.chart;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.VariantResult;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * A comparison of numbers of workers as a curve: wall time against workers. Points appear as they
 * are measured. The arrows, Home and End select one; Enter or a click opens its run.
 *
 * <p>Threads: JavaFX thread only. {@link #pulse} paints, once per pulse, if anything has changed.
 */
public final class WorkerSweepChart extends Control {

    private final ObjectProperty<@Nullable Comparison> comparison =
            new SimpleObjectProperty<>(this, "comparison");
    private final StringProperty sentence = new SimpleStringProperty(this, "sentence", "");
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
    private Consumer<VariantResult> onOpen = _ -> {};

    /** A view of no sweep. */
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

    /** What to draw, with a variant a number of workers; null draws nothing. */
    public ObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison;
    }

    /** What stands under it, or empty. */
    public StringProperty sentenceProperty() {
        return sentence;
    }

    /** The index of the selected point, or -1. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Whether the ground is dark. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** How many times larger than usual everything is. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    /** Says what happens when a point is opened that has something to show. */
    public void setOnOpen(Consumer<VariantResult> action) {
        onOpen = action;
    }

    void open(int point) {
        Comparison shown = comparison.get();
        boolean known = shown != null && point >= 0 && point < shown.entries().size();
        if (shown != null && known && shown.entries().get(point).drawn() != null) {
            onOpen.accept(shown.entries().get(point));
        }
    }

    /**
     * Paints the sweep, if anything has changed since the last time. Never throws: a frame that
     * cannot be painted is logged and left out.
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
