package dev.overlap.ui.controls;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;

/**
 * A choice between a few visible options, exactly one of them selected.
 *
 * <p>Threads: JavaFX thread only.
 *
 * @param <T> the value of an option; never null
 */
public final class SegmentedButton<T> extends HBox {

    /**
     * One option.
     *
     * @param sentence describes it in its tooltip
     */
    public record Pill<T>(String id, String name, T value, String sentence) {}

    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> chosen;
    private final List<Pill<T>> pills;
    private final Tooltip why = new Tooltip();

    /**
     * Creates the buttons.
     *
     * @param chosen the selected value, bound in both directions
     */
    public SegmentedButton(ObjectProperty<T> chosen, List<Pill<T>> pills) {
        this.chosen = chosen;
        this.pills = List.copyOf(pills);
        why.setId("why-unavailable");
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

    /**
     * Greys out an option, or enables it again.
     *
     * @param reason why it is greyed out, told by its tooltip; empty to enable it
     */
    public void setUnavailable(T value, String reason) {
        setUnavailable(pill(value), reason);
    }

    /**
     * Abbreviates an option while a bar is narrow.
     *
     * @param letters the width of the bar in multiples of the font size
     */
    public void abbreviate(T value, String abbreviation, Region bar, double letters) {
        ResponsiveLabels.abbreviateIfNarrow(bar, letters, button(pill(value)), abbreviation);
    }

    private Pill<T> pill(T value) {
        return pills.stream().filter(it -> it.value().equals(value)).findFirst().orElseThrow();
    }

    private ToggleButton button(Pill<T> pill) {
        return (ToggleButton) getChildren().get(pills.indexOf(pill));
    }

    /** A greyed button has no tooltip, so that of the whole row gives the reason. */
    private void setUnavailable(Pill<T> pill, String reason) {
        ToggleButton button = button(pill);
        button.setDisable(!reason.isEmpty());
        String sentence = reason.isEmpty() ? pill.sentence() : reason;
        button.setAccessibleText(pill.name() + ". " + sentence);
        Tooltip.uninstall(this, why);
        why.setText(reason);
        if (!reason.isEmpty()) {
            Tooltip.install(this, why);
        }
    }

    private ToggleButton button(Pill<T> pill, String shape) {
        ToggleButton button = new ToggleButton(pill.name());
        button.setId(pill.id());
        button.setToggleGroup(group);
        button.setUserData(pill.value());
        button.getStyleClass().addAll(shape, Styles.SMALL);
        button.setAccessibleText(pill.name() + ". " + pill.sentence());
        button.setTooltip(new Tooltip(pill.sentence()));
        button.setOnAction(_ -> choose(pill.value()));
        return button;
    }

    /** A second click on the selected button would deselect it. */
    private void choose(T value) {
        chosen.set(value);
        show(value);
    }

    private void show(T now) {
        group.getToggles().stream()
                .filter(pill -> now.equals(pill.getUserData()))
                .forEach(group::selectToggle);
    }
}
