package dev.overlap.chart;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
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
 * A comparison as small multiples: a part a variant, all on one time axis, with their numbers
 * beside them. It grows while the comparison goes on. A click on a part opens it; before it has
 * run, pressing and dragging in its plot says how long people think that it takes.
 *
 * <p>Keys: Up and Down select a part, Enter opens it; on one that has not run Left and Right move
 * its guess and Delete takes it away.
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
    private final StringProperty sentence = new SimpleStringProperty(this, "sentence", "");
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
    private final DoubleProperty scroll = new SimpleDoubleProperty(this, "scroll");
    private Consumer<VariantResult> onOpen = _ -> {};

    /** A view of no comparison. */
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

    /** What to draw; null draws nothing. Set anew whenever a run of it has begun or finished. */
    public ObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison;
    }

    /** How the parts are sorted. Never null. */
    public ObjectProperty<SortOrder> orderProperty() {
        return order;
    }

    /** What people think; changed by dragging. Never null. */
    public ObjectProperty<Guesses> guessesProperty() {
        return guesses;
    }

    /** What stands under it all, or empty. */
    public StringProperty sentenceProperty() {
        return sentence;
    }

    /** The index of the selected entry, in the comparison's own order, or -1. */
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

    /** How far the parts are scrolled, in units of the picture. */
    public DoubleProperty scrollProperty() {
        return scroll;
    }

    /** Says what opens a part that has something to show: a click on it, or Enter. */
    public void setOnOpen(Consumer<VariantResult> action) {
        onOpen = action;
    }

    void open(VariantResult variantResult) {
        if (variantResult.drawn() != null) {
            onOpen.accept(variantResult);
        }
    }

    /**
     * Looks at the comparison and paints it, if anything has changed since the last time. Never
     * throws: a frame that cannot be painted is logged and left out.
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
