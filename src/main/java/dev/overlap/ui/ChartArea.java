package dev.overlap.ui;

import dev.overlap.chart.Timeline;
import dev.overlap.comparison.Guesses;
import dev.overlap.render.RowGrouping;
import dev.overlap.trace.TraceMoment;
import dev.overlap.ui.guess.GuessField;
import dev.overlap.ui.replay.Replay;
import dev.overlap.ui.replay.ReplayBar;
import dev.overlap.ui.run.FindBar;
import dev.overlap.ui.title.RunTitleBar;

import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The centre of the window: the timeline of a run between its tool bar, with the title of the run,
 * and the replay bar.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ChartArea extends BorderPane {

    private final Timeline timeline = new Timeline();
    private final GuessField guessField;
    private final FindBar find;
    private final ChartToolBar toolBar;
    private final RunTitleBar title = new RunTitleBar();

    /**
     * Creates the area without a run.
     *
     * @param guesses edited by the field for the guess
     * @param moment what the timeline shows, for finding tasks; null without a run
     * @param say shows a sentence about a guess that is not understood
     */
    ChartArea(
            Replay replay,
            ObjectProperty<Guesses> guesses,
            Supplier<@Nullable TraceMoment> moment,
            Consumer<String> say) {
        guessField = new GuessField(guesses, say);
        find =
                new FindBar(
                        new FindBar.Callbacks()
                                .moment(moment)
                                .selected(timeline.selectedTaskProperty()::get)
                                .select(timeline.selectedTaskProperty()::set)
                                .leave(timeline::requestFocus));
        toolBar = new ChartToolBar(timeline, guessField, find);
        timeline.playheadProperty().bind(replay.playheadProperty());
        timeline.setFocusTraversable(true);
        setTop(head());
        timeline.accessibleHelpProperty().bind(title.accessibleTextProperty());
        setCenter(timeline);
        setBottom(new ReplayBar(replay));
        getStyleClass().add("centre");
        setMinWidth(300);
    }

    /** The tool bar and the title, which shrink and wrap in a narrow window. */
    private VBox head() {
        toolBar.setMinWidth(0);
        title.setMinWidth(0);
        return new VBox(toolBar, title);
    }

    Timeline timeline() {
        return timeline;
    }

    GuessField guessField() {
        return guessField;
    }

    RunTitleBar title() {
        return title;
    }

    FindBar find() {
        return find;
    }

    /** Gives the keyboard to the timeline. */
    void focusTimeline() {
        timeline.requestFocus();
    }

    /** What a row of the timeline is. */
    RowGrouping rows() {
        return timeline.groupingProperty().get();
    }

    /** Switches to the next row grouping. */
    void nextGrouping() {
        toolBar.nextGrouping();
    }
}
