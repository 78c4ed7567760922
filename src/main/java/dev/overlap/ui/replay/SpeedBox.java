package dev.overlap.ui.replay;

import dev.overlap.text.ReplayText;

import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

/** Chooses the playback speed: spelled out in the list, short in the closed box. */
final class SpeedBox extends ComboBox<PlaybackSpeed> {

    SpeedBox(Property<PlaybackSpeed> speed) {
        setId("speed");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(ReplayText.SPEED_ACCESSIBLE);
        getItems().setAll(PlaybackSpeed.all());
        setVisibleRowCount(PlaybackSpeed.all().size());
        setConverter(new SpeedConverter());
        setButtonCell(new ShortTextCell());
        valueProperty().bindBidirectional(speed);
    }

    private static final class ShortTextCell extends ListCell<PlaybackSpeed> {

        @Override
        protected void updateItem(@Nullable PlaybackSpeed speed, boolean empty) {
            super.updateItem(speed, empty);
            setText(speed == null || empty ? null : speed.shortText());
        }
    }

    private static final class SpeedConverter extends StringConverter<PlaybackSpeed> {

        @Override
        public String toString(@Nullable PlaybackSpeed speed) {
            return speed == null ? "" : speed.text();
        }

        @Override
        public PlaybackSpeed fromString(String text) {
            return PlaybackSpeed.all().stream()
                    .filter(speed -> speed.text().equals(text))
                    .findFirst()
                    .orElse(PlaybackSpeed.realTime());
        }
    }
}
