package dev.overlap.ui.run;

import atlantafx.base.theme.Styles;

import dev.overlap.chart.background.TraceQuestion;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.text.RunText;
import dev.overlap.text.rows.RowText;
import dev.overlap.trace.TraceMoment;
import dev.overlap.ui.controls.IconButton;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Finds tasks by part of their name, status or failure. Enter goes to the next match and
 * Shift+Enter to the previous one, cyclically; Esc closes.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class FindBar extends HBox {

    /** The callbacks into the window; unset ones do nothing. */
    public static final class Callbacks {

        private Supplier<@Nullable TraceMoment> moment = () -> null;
        private Supplier<@Nullable RowOrder> order = () -> null;
        private Supplier<Integer> selected =
                () -> {
                    throw new IllegalStateException("no selected is set");
                };
        private IntConsumer select = _ -> {};
        private Runnable leave = () -> {};

        /** Supplies the shown moment, or null without a run. */
        public Callbacks moment(Supplier<@Nullable TraceMoment> moment) {
            this.moment = moment;
            return this;
        }

        /** Supplies the order in which to find tasks; null for that of the list. */
        public Callbacks order(Supplier<@Nullable RowOrder> order) {
            this.order = order;
            return this;
        }

        /** Supplies the index of the selected task, or -1. */
        public Callbacks selected(Supplier<Integer> selected) {
            this.selected = selected;
            return this;
        }

        /** Receives the index of a match. */
        public Callbacks select(IntConsumer select) {
            this.select = select;
            return this;
        }

        /** Returns the focus to the timeline. */
        public Callbacks leave(Runnable leave) {
            this.leave = leave;
            return this;
        }
    }

    private final Callbacks callbacks;
    private final TextField query = new TextField();
    private final Label count = new Label();
    private final TraceQuestion<TaskSearch, String> counts =
            new TraceQuestion<>(search -> search.moment().trace(), FindBar::found);

    public FindBar(Callbacks callbacks) {
        this.callbacks = callbacks;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        query.setId("find");
        query.setPromptText(RunText.FIND_PROMPT);
        query.setAccessibleText(RunText.FIND_ACCESSIBLE);
        query.textProperty().subscribe((_, _) -> goTo(0, 1));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::findOnEnter);
        addEventFilter(KeyEvent.KEY_PRESSED, this::closeOnEscape);
        count.setId("find-count");
        count.getStyleClass().add("quiet");
        count.setMinWidth(USE_PREF_SIZE);
        setHgrow(query, Priority.ALWAYS);
        getChildren()
                .setAll(
                        query,
                        count,
                        button("find-previous", Feather.CHEVRON_UP, RunText.FIND_PREVIOUS, -1),
                        button("find-next", Feather.CHEVRON_DOWN, RunText.FIND_NEXT, 1));
        hide();
    }

    private Button button(String id, Feather icon, String sentence, int step) {
        Button button = new IconButton(id, icon, sentence);
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(_ -> goTo(step, step));
        return button;
    }

    /** Shows the bar and focuses it. */
    public void open() {
        NodeVisibility.set(this, true);
        query.requestFocus();
        query.selectAll();
        goTo(0, 1);
    }

    private void hide() {
        NodeVisibility.set(this, false);
    }

    /** Handled anywhere in the bar: otherwise Esc would stop the run. */
    private void closeOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            callbacks.leave.run();
            event.consume();
        }
    }

    private void findOnEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            int step = event.isShiftDown() ? -1 : 1;
            goTo(step, step);
            event.consume();
        }
    }

    /**
     * Selects the next match.
     *
     * @param from offset of the first candidate from the selected task
     * @param step 1 to search forwards, -1 backwards
     */
    private void goTo(int from, int step) {
        TaskSearch search = search();
        if (search != null) {
            int next = search.next(callbacks.selected.get(), from, step);
            if (next >= 0) {
                callbacks.select.accept(next);
            }
        }
        count();
    }

    /** Updates the count of matches, which depends on the shown moment. */
    public void refresh() {
        if (isVisible()) {
            count();
        }
    }

    private void count() {
        TaskSearch search = search();
        String words = search == null ? "" : counts.askSimilar(search, search::isOfSameRun);
        count.setText(words == null ? "" : words);
    }

    private static String found(TaskSearch search) {
        long shown = search.shownMatches();
        return RowText.found(shown, search.matches() - shown);
    }

    /** Returns the search for what was typed, or null without a run or a text. */
    private @Nullable TaskSearch search() {
        TraceMoment moment = callbacks.moment.get();
        String pattern = query.getText().strip();
        return moment == null || pattern.isEmpty()
                ? null
                : TaskSearch.of(moment, orderOf(moment), pattern);
    }

    /** The order as painted, unless that was of another run. */
    private RowOrder orderOf(TraceMoment moment) {
        RowOrder order = callbacks.order.get();
        return order == null || order.total() != moment.trace().tasks().size()
                ? RowOrder.ofList(moment.trace())
                : order;
    }
}
