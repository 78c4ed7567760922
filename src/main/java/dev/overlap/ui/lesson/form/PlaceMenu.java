package dev.overlap.ui.lesson.form;

import dev.overlap.lesson.Observation;
import dev.overlap.lesson.Zoom;
import dev.overlap.text.lesson.PlaceText;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Ties a sentence to what the chart shows at present: the selected task, the rows, the zoom, the
 * moment of the replay, each on its own. What is tied stays so when the chart shows something else.
 */
final class PlaceMenu extends MenuButton {

    /** What a sentence can be tied to. */
    private enum Tie {
        TASK,
        ROWS,
        ZOOM,
        MOMENT;

        /** What it is, in words; empty if the place does not have it. */
        private String words(Observation place) {
            Zoom zoom = place.zoom();
            Duration at = place.at();
            return switch (this) {
                case TASK -> PlaceText.task(place.select());
                case ROWS -> PlaceText.rows(place.rows());
                case ZOOM -> zoom == null ? "" : PlaceText.zoom(zoom);
                case MOMENT -> at == null ? "" : PlaceText.moment(at);
            };
        }

        private String none() {
            return switch (this) {
                case TASK -> PlaceText.NO_TASK;
                case ROWS -> PlaceText.NO_ROWS;
                case ZOOM -> PlaceText.NO_ZOOM;
                case MOMENT -> PlaceText.NO_MOMENT;
            };
        }
    }

    private final Map<Tie, CheckMenuItem> items = new EnumMap<>(Tie.class);
    private final Map<Tie, Observation> tied = new EnumMap<>(Tie.class);
    private final Runnable changed;
    private Observation shown = new Observation("");

    /**
     * @param changed is called when a tie was made or untied
     */
    PlaceMenu(String id, Runnable changed) {
        this.changed = changed;
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        for (Tie tie : Tie.values()) {
            CheckMenuItem item = new CheckMenuItem();
            item.setId(id + "-" + tie.name().toLowerCase(Locale.ROOT));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> set(tie, item.isSelected()));
            items.put(tie, item);
        }
        getItems().setAll(items.values());
        arrange();
    }

    /**
     * Sets what the chart shows.
     *
     * @param place says nothing
     */
    void offer(Observation place) {
        shown = place;
        arrange();
    }

    private void set(Tie tie, boolean on) {
        if (on) {
            tied.put(tie, shown);
        } else {
            tied.remove(tie);
        }
        arrange();
        changed.run();
    }

    private void arrange() {
        items.forEach(
                (tie, item) -> {
                    String words = tie.words(tied.getOrDefault(tie, shown));
                    item.setText(words.isEmpty() ? tie.none() : words);
                    item.setSelected(tied.containsKey(tie));
                    item.setDisable(words.isEmpty());
                });
        String words = PlaceText.of(of(""));
        setText(words);
        setAccessibleText(PlaceText.HELP.formatted(words));
    }

    /** A sentence with the place that it is tied to. */
    Observation of(String say) {
        @Nullable Observation task = tied.get(Tie.TASK);
        @Nullable Observation rows = tied.get(Tie.ROWS);
        @Nullable Observation zoom = tied.get(Tie.ZOOM);
        @Nullable Observation moment = tied.get(Tie.MOMENT);
        return new Observation(
                say,
                task == null ? "" : task.select(),
                rows == null ? "" : rows.rows(),
                zoom == null ? null : zoom.zoom(),
                moment == null ? null : moment.at());
    }
}
