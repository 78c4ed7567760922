package dev.overlap.chart;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.VariantResult;
import dev.overlap.render.TimeRange;

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
 * A comparison as small multiples: one panel per variant on a common time axis, with its metrics
 * beside it. It grows while the comparison runs. A click opens a panel; before anything has run,
 * pressing and dragging in a plot sets the user's guess.
 *
 * <p>The time axis is zoomed and moved as in a {@link Timeline}: Ctrl with the wheel or a drag, W
 * and S, A and D, F.
 *
 * <p>Keys: Up and Down select a panel, Enter opens it; before it has run, Left and Right move its
 * guess and Delete removes it.
 *
 * <p>Threads: JavaFX thread only. It reads the traces of the comparison when {@link #pulse} is
 * called, once per pulse.
 */
public final class ComparisonChart extends Control {

    private final ObjectProperty<@Nullable Comparison> comparison =
            new SimpleObjectProperty<>(this, "comparison");
    private final ObjectProperty<SortOrder> order =
            new SimpleObjectProperty<>(this, "order", SortOrder.WALL);
    private final ObjectProperty<Guesses> guesses =
            new SimpleObjectProperty<>(this, "guesses", Guesses.NONE);
    private final ObjectProperty<@Nullable TimeRange> window =
            new SimpleObjectProperty<>(this, "window");
    private final StringProperty sentence = new SimpleStringProperty(this, "sentence", "");
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
    private final DoubleProperty scroll = new SimpleDoubleProperty(this, "scroll");
    private Consumer<VariantResult> onOpen = _ -> {};

    /** Creates an empty chart. */
    public ComparisonChart() {
        FxTextMetrics.register();
        setId("multiples");
        getStyleClass().add("multiples");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(AccessibleDescription.NOTHING_COMPARED);
        setFocusTraversable(true);
        setMinSize(0, 0);
        setPrefSize(800, 500);
    }

    /**
     * The comparison to draw, or null for none. Set again whenever one of its runs begins or ends.
     */
    public ObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison;
    }

    /** The sort order of the panels. Never null. */
    public ObjectProperty<SortOrder> orderProperty() {
        return order;
    }

    /** The user's guesses; changed by dragging. Never null. */
    public ObjectProperty<Guesses> guessesProperty() {
        return guesses;
    }

    /** The visible part of the common time axis, or null for all of it, even while it grows. */
    public ObjectProperty<@Nullable TimeRange> windowProperty() {
        return window;
    }

    /** Shows the whole time axis, and forgets earlier views: for other results. */
    public void fitAll() {
        window.set(null);
        if (getSkin() instanceof ComparisonChartSkin skin) {
            skin.views().clearViews();
        }
    }

    /** The sentence below the panels, or empty. */
    public StringProperty sentenceProperty() {
        return sentence;
    }

    /** The index of the selected variant in the comparison's own order, or -1. */
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

    /** The scroll offset of the panels, in units of the drawing. */
    public DoubleProperty scrollProperty() {
        return scroll;
    }

    /** Sets the action that opens a panel with a trace, on a click or Enter. */
    public void setOnOpen(Consumer<VariantResult> action) {
        onOpen = action;
    }

    /** The selected panel, or null for none. */
    public @Nullable VariantResult selectedPanel() {
        Comparison shown = comparison.get();
        int index = selected.get();
        boolean known = shown != null && index >= 0 && index < shown.entries().size();
        return shown == null || !known ? null : shown.entries().get(index);
    }

    void open(VariantResult variantResult) {
        if (variantResult.drawn() != null) {
            onOpen.accept(variantResult);
        }
    }

    /**
     * Reads the comparison and repaints if anything has changed since the last call. Never throws:
     * a frame that cannot be painted is logged and skipped.
     */
    public void pulse() {
        if (getSkin() instanceof ComparisonChartSkin skin) {
            skin.pulse();
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ComparisonChartSkin(this);
    }
}
