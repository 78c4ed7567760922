package dev.overlap.ui;

import dev.overlap.chart.OverviewStrip;
import dev.overlap.chart.Timeline;
import dev.overlap.comparison.Guesses;
import dev.overlap.report.RunReport.Look;
import dev.overlap.trace.TraceMemo;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.FinishedRun;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.guess.GuessField;
import dev.overlap.ui.measure.RangeBox;
import dev.overlap.ui.replay.Replay;
import dev.overlap.ui.replay.ReplayBar;
import dev.overlap.ui.rows.RowMenu;
import dev.overlap.ui.rows.RowsNotice;
import dev.overlap.ui.run.FindBar;
import dev.overlap.ui.table.TaskTable;
import dev.overlap.ui.title.RunTitleBar;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The centre of the window: the timeline of a run between its tool bar, with the title of the run,
 * and the replay bar, with the overview and the figures of a range as they apply.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ChartArea extends BorderPane {

    private final Timeline timeline = new Timeline();
    private final GuessField guessField;
    private final FindBar find;
    private final ChartToolBar toolBar;
    private final BooleanProperty tableShown = new SimpleBooleanProperty(this, "tableShown");
    private final TaskTable table = new TaskTable(timeline.selectedTaskProperty());
    private final Supplier<@Nullable TraceMoment> moment;
    private final OverviewStrip overview;
    private final RangeBox range;
    private final RunTitleBar title;
    private final RowMenu rowMenu = new RowMenu(timeline);

    /**
     * Creates the area without a run.
     *
     * @param guesses edited by the field for the guess
     * @param whole the numbers of finished runs
     * @param moment what the timeline shows, for finding tasks; null without a run
     * @param say shows a sentence about a guess that is not understood
     */
    ChartArea(
            Replay replay,
            ObjectProperty<Guesses> guesses,
            TraceMemo<FinishedRun> whole,
            Supplier<@Nullable TraceMoment> moment,
            Consumer<String> say) {
        this.moment = moment;
        title = new RunTitleBar(whole);
        guessField = new GuessField(guesses, say);
        find =
                new FindBar(
                        new FindBar.Callbacks()
                                .moment(moment)
                                .order(timeline.rowOrderProperty()::get)
                                .selected(timeline.selectedTaskProperty()::get)
                                .select(timeline.selectedTaskProperty()::set)
                                .leave(this::focusTimeline));
        toolBar = new ChartToolBar(timeline, tableShown, guessField);
        timeline.playheadProperty().bind(replay.playheadProperty());
        replay.rangeProperty().bindBidirectional(timeline.rangeProperty());
        replay.selectedTaskProperty().bind(timeline.selectedTaskProperty());
        timeline.onSeekProperty().set(replay::seek);
        timeline.setFocusTraversable(true);
        setTop(head()); // first, as Tab follows this order
        setCenter(new StackPane(timeline, table));
        tableShown.subscribe(this::showTable);
        timeline.accessibleHelpProperty().bind(title.accessibleTextProperty());
        overview = new OverviewStrip(timeline);
        range = new RangeBox(timeline, replay::playRange, say);
        setBottom(new VBox(overview, range, new ReplayBar(replay)));
        getStyleClass().add("centre");
    }

    /** The tool bar and the title, which shrink and wrap in a narrow window. */
    private VBox head() {
        toolBar.setMinWidth(0);
        title.setMinWidth(0);
        return new VBox(toolBar, find, title, new RowsNotice(timeline));
    }

    /** Shows the table in place of the chart, or the chart again, and moves the focus there. */
    private void showTable(boolean shown) {
        boolean focused = timeline.isFocused() || table.isFocused();
        NodeVisibility.set(table, shown);
        NodeVisibility.set(timeline, !shown);
        refreshTable();
        if (focused) {
            focusTimeline();
        }
    }

    private void refreshTable() {
        if (tableShown.get()) {
            table.show(moment.get(), timeline.rowOrderProperty().get());
        }
    }

    /** Switches between the chart and its table. */
    void toggleTable() {
        tableShown.set(!tableShown.get());
    }

    /** Paints what has changed; called once per pulse. */
    void pulse() {
        timeline.pulse();
        overview.pulse();
    }

    /** Updates the texts. */
    void refresh() {
        title.refresh();
        find.refresh();
        refreshTable();
        range.refresh();
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

    /** Gives the keyboard to the timeline, or to the table in its place. */
    void focusTimeline() {
        (tableShown.get() ? table : timeline).requestFocus();
    }

    /** The context menu of the rows. */
    RowMenu rowMenu() {
        return rowMenu;
    }

    /** A look of pictures with the rows that the timeline shows. */
    Look showing(Look look) {
        return look.withRows(timeline.groupingProperty().get())
                .withChoice(timeline.rowChoiceProperty().get());
    }

    /** Switches to the next row grouping. */
    void nextGrouping() {
        toolBar.nextGrouping();
    }
}
