package dev.overlap.chart;

import dev.overlap.render.schedule.ScheduleFrame;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

import org.jspecify.annotations.Nullable;

/**
 * A race that a person schedules. It changes only with its properties and is painted in the next
 * pulse. Who sets the frame also sets the accessible text.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class ScheduleChart extends Control {

    private final ObjectProperty<@Nullable ScheduleFrame> frame =
            new SimpleObjectProperty<>(this, "frame");
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);

    /** Creates an empty chart. */
    public ScheduleChart() {
        FxTextMetrics.register();
        setId("schedule");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(0, 0);
        setPrefSize(800, 500);
    }

    /** What to draw; null draws nothing. */
    public ObjectProperty<@Nullable ScheduleFrame> frameProperty() {
        return frame;
    }

    /** Whether the dark theme is used. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** The scale of the drawing, 1 for the normal size. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ScheduleChartSkin(this);
    }
}
