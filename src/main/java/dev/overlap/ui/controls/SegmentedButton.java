package dev.overlap.ui.controls;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import java.util.List;

/**
 * A choice between a few things, all in sight, exactly one of them chosen.
 *
 * <p>Threads: JavaFX thread only.
 *
 * @param <T> what is chosen; never null
 */
public final class SegmentedButton<T> extends HBox {

    /**
     * One of the things.
     *
     * @param sentence says what choosing it shows
     */
    public record Pill<T>(String id, String name, T meaning, String sentence) {}

    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> chosen;

    /**
     * Pills for a choice.
     *
     * @param chosen follows these pills, and is followed
     */
    public SegmentedButton(ObjectProperty<T> chosen, List<Pill<T>> pills) {
        this.chosen = chosen;
        setMinWidth(USE_PREF_SIZE);
        for (Pill<T> pill : pills) {
            getChildren().add(button(pill, shape(pills.indexOf(pill), pills.size())));
        }
        chosen.subscribe(this::show);
    }

    private static String shape(int index, int count) {
        if (index == 0) {
            return Styles.LEFT_PILL;
        }
        return index == count - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }

    private ToggleButton button(Pill<T> pill, String shape) {
        ToggleButton button = new ToggleButton(pill.name());
        button.setId(pill.id());
        button.setToggleGroup(group);
        button.setUserData(pill.meaning());
        button.getStyleClass().addAll(shape, Styles.SMALL);
        button.setAccessibleText(pill.name() + ". " + pill.sentence());
        button.setTooltip(new Tooltip(pill.sentence()));
        button.setOnAction(_ -> choose(pill.meaning()));
        return button;
    }

    /** A second click on the chosen one would leave none chosen. */
    private void choose(T meaning) {
        chosen.set(meaning);
        show(meaning);
    }

    private void show(T now) {
        group.getToggles().stream()
                .filter(pill -> now.equals(pill.getUserData()))
                .forEach(group::selectToggle);
    }
}
