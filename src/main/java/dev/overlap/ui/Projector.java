package dev.overlap.ui;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Parent;

import java.util.EnumSet;
import java.util.Set;

/**
 * The mode for the last row of a room: type and bars {@value #SCALE} times as large, and nothing
 * around the picture that is not needed. The side panes step aside; they can be called back, and
 * come back by themselves when the mode ends.
 *
 * <p>Threads: JavaFX thread only.
 */
final class Projector {

    /** How much larger everything is. */
    static final double SCALE = 1.6;

    private static final String STYLE_CLASS = "projector";

    private final Parent root;
    private final Panes panes;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final Set<Panes.Side> away = EnumSet.noneOf(Panes.Side.class);

    /**
     * @param root is marked with a style class while the mode is on
     */
    Projector(Parent root, Panes panes) {
        this.root = root;
        this.panes = panes;
    }

    ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** How many times as large as usual everything is now. */
    double scale() {
        return on.get() ? SCALE : 1;
    }

    /** Begins the mode, or ends it. */
    void toggle() {
        if (on.get()) {
            root.getStyleClass().remove(STYLE_CLASS);
            away.forEach(panes::show);
            away.clear();
        } else {
            root.getStyleClass().add(STYLE_CLASS);
            EnumSet.allOf(Panes.Side.class).stream().filter(panes::isShown).forEach(away::add);
            away.forEach(panes::putAside);
        }
        on.set(!on.get());
    }
}
