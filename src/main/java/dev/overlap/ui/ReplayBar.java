package dev.overlap.ui;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Plays a finished run once more: play and hold, speed, and a playhead that can be dragged. */
final class ReplayBar extends HBox {

    private final Replay replay;
    private final Button play = new Button();
    private final ComboBox<Double> speed = new ComboBox<>();
    private final Slider playhead = new Slider(0, 1, 1);
    private final Label time = new Label();
    private boolean following;

    ReplayBar(Replay replay) {
        this.replay = replay;
        getStyleClass().add("replay-bar");
        setAlignment(Pos.CENTER_LEFT);
        setUpPlay();
        setUpSpeed();
        setUpPlayhead();
        time.getStyleClass().add("quiet");
        time.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(play, speed, playhead, time);
        disableProperty().bind(replay.lengthProperty().isEqualTo(0));
        replay.playheadProperty().subscribe(this::showPlayhead);
        replay.lengthProperty().subscribe(this::showPlayhead);
        addEventFilter(KeyEvent.KEY_PRESSED, this::spaceAlwaysPlays);
    }

    private void setUpPlay() {
        play.setId("replay-play");
        play.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        play.setTooltip(new Tooltip("Replay this run, or hold (Space)"));
        play.setOnAction(_ -> replay.toggle());
        replay.playingProperty().subscribe(this::showPlaying);
    }

    private void showPlaying(boolean playing) {
        play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
        play.setAccessibleText(playing ? "Hold the replay." : "Replay this run.");
    }

    private void setUpSpeed() {
        speed.setId("speed");
        speed.setMinWidth(USE_PREF_SIZE);
        speed.setAccessibleText("Speed of the replay.");
        speed.getItems().setAll(1.0, 0.25, 0.1);
        speed.setConverter(new SpeedWords());
        speed.setValue(1.0);
        speed.valueProperty().subscribe(chosen -> replay.speedProperty().set(chosen));
    }

    private void setUpPlayhead() {
        playhead.setId("replay");
        playhead.setAccessibleText("Instant of the run that is shown.");
        HBox.setHgrow(playhead, Priority.ALWAYS);
        playhead.valueProperty().subscribe(this::moved);
    }

    private void moved(Number share) {
        if (!following) {
            replay.seek((long) (share.doubleValue() * replay.lengthProperty().get()));
        }
    }

    private void showPlayhead() {
        long length = replay.lengthProperty().get();
        long at = replay.isOn() ? replay.playheadProperty().get() : length;
        following = true; // the slider shows what is, and must not take that for a wish
        playhead.setValue(length == 0 ? 1 : (double) at / length);
        following = false;
        time.setText(length == 0 ? "" : Figures.millis(at) + " of " + Figures.millis(length));
    }

    /** In this bar Space plays and holds, whichever of its parts has the focus. */
    private void spaceAlwaysPlays(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            replay.toggle();
            event.consume();
        }
    }

    private static final class SpeedWords extends StringConverter<Double> {

        @Override
        public String toString(Double speed) {
            return (speed == 1 ? "1" : speed.toString()) + "\u00d7";
        }

        @Override
        public Double fromString(String words) {
            return Double.valueOf(words.replace("\u00d7", ""));
        }
    }
}
