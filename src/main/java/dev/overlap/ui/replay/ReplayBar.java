package dev.overlap.ui.replay;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.ReplayText;
import dev.overlap.ui.controls.IconButton;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

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
    private final Button play = new IconButton("replay-play", Feather.PLAY, ReplayText.PLAY_HELP);
    private final Label time = new Label();
    private final Label widestTime = new Label();
    private final StackPane timeArea = new StackPane(widestTime, time);

    public ReplayBar(Replay replay) {
        this.replay = replay;
        getStyleClass().add("replay-bar");
        setAlignment(Pos.CENTER_LEFT);
        setUpPlay();
        time.setId("replay-time");
        time.getStyleClass().add("quiet");
        setUpTimeArea();
        SpeedBox speedBox = new SpeedBox(replay.speedProperty());
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
        Button previous =
                new IconButton("replay-previous", Feather.SKIP_BACK, ReplayText.PREVIOUS_HELP);
        previous.setOnAction(_ -> replay.previous());
        Button next = new IconButton("replay-next", Feather.SKIP_FORWARD, ReplayText.NEXT_HELP);
        next.setOnAction(_ -> replay.next());
        showOnlyWithRun(previous);
        showOnlyWithRun(next);
        return group(previous, play, next);
    }

    private HBox rangeButtons() {
        Button from =
                rangeButton(
                        "replay-range-from",
                        new Label(ReplayText.RANGE_FROM),
                        ReplayText.RANGE_FROM_HELP);
        from.setOnAction(_ -> replay.beginRange());
        Button to =
                rangeButton(
                        "replay-range-to",
                        new Label(ReplayText.RANGE_TO),
                        ReplayText.RANGE_TO_HELP);
        to.setOnAction(_ -> replay.endRange());
        Button loop = ofRange("replay-range-play", Feather.REPEAT, ReplayText.RANGE_PLAY_HELP);
        loop.setOnAction(_ -> replay.playRange());
        Button clear = ofRange("replay-range-clear", Feather.X, ReplayText.RANGE_CLEAR_HELP);
        clear.setOnAction(_ -> replay.clearRange());
        HBox buttons = group(from, to, loop, clear);
        showOnlyWithRun(buttons);
        return buttons;
    }

    private static Button rangeButton(String id, Label word, String help) {
        word.setMinWidth(USE_PREF_SIZE);
        return new IconButton(id, word, help);
    }

    /** A button that needs a range. */
    private Button ofRange(String id, Feather icon, String help) {
        Button button = new IconButton(id, icon, help);
        button.disableProperty().bind(replay.rangeProperty().isNull());
        return button;
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
        play.setOnAction(_ -> replay.toggle());
        replay.playingProperty().subscribe(this::showPlaying);
    }

    private void showPlaying(boolean playing) {
        play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
        play.setAccessibleText(playing ? "Pause the replay." : "Replay this run.");
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
}
