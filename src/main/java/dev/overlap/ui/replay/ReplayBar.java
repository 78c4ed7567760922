package dev.overlap.ui.replay;

import atlantafx.base.theme.Styles;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.ReplayText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The controls of a replay: play and pause, single steps, speed, a playhead slider and a range to
 * loop. Without a run, only the main controls are visible, disabled; in narrow windows the time is
 * left to the status line.
 */
public final class ReplayBar extends HBox {

    /** In multiples of the font size. */
    private static final double MIN_WIDTH_FOR_TIME = 46;

    private final Replay replay;
    private final Button play = button("replay-play", new FontIcon());
    private final ComboBox<PlaybackSpeed> speedBox = new ComboBox<>();
    private final Label time = new Label();
    private final Label widestTime = new Label();
    private final StackPane timeArea = new StackPane(widestTime, time);

    public ReplayBar(Replay replay) {
        this.replay = replay;
        getStyleClass().add("replay-bar");
        setAlignment(Pos.CENTER_LEFT);
        setUpPlay();
        setUpSpeed();
        time.setId("replay-time");
        time.getStyleClass().add("quiet");
        setUpTimeArea();
        ReplaySlider slider = new ReplaySlider(replay);
        HBox.setHgrow(slider, Priority.ALWAYS);
        getChildren().setAll(steps(), speedBox, rangeButtons(), slider, timeArea);
        disableProperty().bind(replay.lengthProperty().isEqualTo(0));
        replay.playheadProperty().subscribe(this::showTime);
        replay.lengthProperty().subscribe(this::showTime);
        widthProperty().subscribe(this::showTime);
        addEventFilter(KeyEvent.KEY_PRESSED, this::togglePlayOnSpace);
    }

    private HBox steps() {
        Button previous = button("replay-previous", new FontIcon(Feather.SKIP_BACK));
        explain(previous, ReplayText.PREVIOUS_HELP);
        previous.setOnAction(_ -> replay.previous());
        Button next = button("replay-next", new FontIcon(Feather.SKIP_FORWARD));
        explain(next, ReplayText.NEXT_HELP);
        next.setOnAction(_ -> replay.next());
        showOnlyWithRun(previous);
        showOnlyWithRun(next);
        return group(previous, play, next);
    }

    private HBox rangeButtons() {
        Button from = button("replay-range-from", new Label("A"));
        explain(from, ReplayText.RANGE_FROM_HELP);
        from.setOnAction(_ -> replay.beginRange());
        Button to = button("replay-range-to", new Label("B"));
        explain(to, ReplayText.RANGE_TO_HELP);
        to.setOnAction(_ -> replay.endRange());
        Button clear = button("replay-range-clear", new FontIcon(Feather.X));
        explain(clear, ReplayText.RANGE_CLEAR_HELP);
        clear.setOnAction(_ -> replay.clearRange());
        clear.disableProperty().bind(replay.rangeProperty().isNull());
        HBox buttons = group(from, to, clear);
        showOnlyWithRun(buttons);
        return buttons;
    }

    private static Button button(String id, Node graphic) {
        Button button = new Button(null, graphic);
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static void explain(Button button, String sentence) {
        button.setAccessibleText(sentence);
        button.setTooltip(new Tooltip(sentence));
    }

    private static HBox group(Node... parts) {
        HBox group = new HBox(parts);
        group.setAlignment(Pos.CENTER);
        group.setMinWidth(USE_PREF_SIZE);
        return group;
    }

    private void showOnlyWithRun(Node node) {
        node.visibleProperty().bind(replay.lengthProperty().greaterThan(0));
        node.managedProperty().bind(node.visibleProperty());
    }

    private void setUpPlay() {
        play.setTooltip(new Tooltip(ReplayText.PLAY_HELP));
        play.setOnAction(_ -> replay.toggle());
        replay.playingProperty().subscribe(this::showPlaying);
    }

    private void showPlaying(boolean playing) {
        play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
        play.setAccessibleText(playing ? "Pause the replay." : "Replay this run.");
    }

    private void setUpSpeed() {
        speedBox.setId("speed");
        speedBox.setMinWidth(USE_PREF_SIZE);
        speedBox.setAccessibleText(ReplayText.SPEED_ACCESSIBLE);
        speedBox.getItems().setAll(PlaybackSpeed.all());
        speedBox.setVisibleRowCount(PlaybackSpeed.all().size());
        speedBox.setConverter(new SpeedConverter());
        speedBox.setButtonCell(new ShortTextCell());
        speedBox.valueProperty().bindBidirectional(replay.speedProperty());
    }

    /**
     * Reserves the width of the widest time, so that the slider does not jitter during playback.
     */
    private void setUpTimeArea() {
        timeArea.setAlignment(Pos.CENTER_RIGHT);
        timeArea.setMinWidth(USE_PREF_SIZE);
        widestTime.setVisible(false);
    }

    private void showTime() {
        long length = replay.lengthProperty().get();
        long at = replay.isOn() ? replay.playheadProperty().get() : length;
        time.setText(
                DurationFormat.instant(at, length)
                        + " of "
                        + DurationFormat.instant(length, length));
        boolean shown = length > 0 && getWidth() > MIN_WIDTH_FOR_TIME * time.getFont().getSize();
        widestTime.setText(
                DurationFormat.instant(length, length)
                        + " of "
                        + DurationFormat.instant(length, length));
        NodeVisibility.set(timeArea, shown);
    }

    /** In this bar Space plays and pauses, whichever control has the focus. */
    private void togglePlayOnSpace(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            replay.toggle();
            event.consume();
        }
    }

    /** Shows the short label in the closed combo box. */
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
