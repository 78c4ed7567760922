package dev.overlap.ui.run;

import atlantafx.base.theme.Styles;

import dev.overlap.text.NumberFormats;
import dev.overlap.text.RunText;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Finds tasks by a part of their name, their status or what went wrong. Enter goes to the next one
 * and Shift+Enter to the one before, round and round; Esc closes.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class FindBar extends HBox {

    /** What is searched, and what for. What is not set does nothing. */
    public static final class Callbacks {

        private Supplier<@Nullable TraceMoment> moment = () -> null;
        private Supplier<Integer> selected =
                () -> {
                    throw new IllegalStateException("no selected is set");
                };
        private IntConsumer select = _ -> {};
        private Runnable leave = () -> {};

        /** That is shown, or null where there is no run. */
        public Callbacks moment(Supplier<@Nullable TraceMoment> moment) {
            this.moment = moment;
            return this;
        }

        /** The index of the selected task, or -1. */
        public Callbacks selected(Supplier<Integer> selected) {
            this.selected = selected;
            return this;
        }

        /** Takes the index of a task that was found. */
        public Callbacks select(IntConsumer select) {
            this.select = select;
            return this;
        }

        /** Gives the focus back. */
        public Callbacks leave(Runnable leave) {
            this.leave = leave;
            return this;
        }
    }

    private final Callbacks callbacks;
    private final TextField words = new TextField();
    private final Label count = new Label();

    public FindBar(Callbacks callbacks) {
        this.callbacks = callbacks;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("find");
        words.setPromptText(RunText.FIND_PROMPT);
        words.setAccessibleText(RunText.FIND_ACCESSIBLE);
        words.textProperty().subscribe((_, _) -> goTo(0, 1));
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::goOnByEnter);
        addEventFilter(KeyEvent.KEY_PRESSED, this::closeByEsc);
        count.setId("find-count");
        count.getStyleClass().add("quiet");
        count.setMinWidth(USE_PREF_SIZE);
        setHgrow(words, Priority.ALWAYS);
        getChildren()
                .setAll(
                        words,
                        count,
                        button("find-previous", Feather.CHEVRON_UP, RunText.FIND_PREVIOUS, -1),
                        button("find-next", Feather.CHEVRON_DOWN, RunText.FIND_NEXT, 1));
        hide();
    }

    private Button button(String id, Feather icon, String sentence, int step) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setAccessibleText(sentence);
        button.setTooltip(new Tooltip(sentence));
        button.setOnAction(_ -> goTo(step, step));
        return button;
    }

    /** Asks for words. */
    public void open() {
        NodeVisibility.set(this, true);
        words.requestFocus();
        words.selectAll();
        goTo(0, 1);
    }

    private void hide() {
        NodeVisibility.set(this, false);
    }

    /** From any part of the bar: one that let Esc through would stop the run. */
    private void closeByEsc(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            callbacks.leave.run();
            event.consume();
        }
    }

    private void goOnByEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            int step = event.isShiftDown() ? -1 : 1;
            goTo(step, step);
            event.consume();
        }
    }

    /**
     * Selects the first match from the selected task on.
     *
     * @param from how far from the selected one the search begins
     * @param step 1 to search forwards, -1 backwards
     */
    private void goTo(int from, int step) {
        TraceMoment moment = callbacks.moment.get();
        String wanted = wanted();
        if (moment == null || wanted.isEmpty()) {
            count();
            return;
        }
        Trace trace = moment.trace();
        int tasks = trace.tasks().size();
        int begin = Math.max(0, callbacks.selected.get()) + from;
        for (int i = 0; i < tasks; i++) {
            int index = Math.floorMod(begin + i * step, tasks);
            if (matches(moment, trace.task(index), wanted)) {
                callbacks.select.accept(index);
                break;
            }
        }
        count();
    }

    /** Another moment is shown: what is found by how a task ended may be more now, or less. */
    public void refresh() {
        if (isVisible()) {
            count();
        }
    }

    private void count() {
        TraceMoment moment = callbacks.moment.get();
        String wanted = wanted();
        count.setText(moment == null || wanted.isEmpty() ? "" : found(moment, wanted));
    }

    private String wanted() {
        return words.getText().strip().toLowerCase(Locale.ROOT);
    }

    private static String found(TraceMoment moment, String wanted) {
        long matches =
                moment.trace().tasks().stream()
                        .filter(task -> matches(moment, task, wanted))
                        .count();
        return matches == 0 ? "none" : NumberFormats.count(matches) + " found";
    }

    private static boolean matches(TraceMoment moment, TaskTrack task, String wanted) {
        String end = moment.hasEnded(task) ? end(task.outcome()) : "";
        return task.label().toLowerCase(Locale.ROOT).contains(wanted)
                || end.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** How the row ends, as its words in the chart say. */
    private static String end(@Nullable Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(int status, long _) -> Integer.toString(status);
            case Outcome.Failed(var kind, String _) -> "failed " + kind.words();
            case Outcome.Computed computed -> computed.word();
            case Outcome.Cancelled cancelled -> cancelled.word();
            case null -> "";
        };
    }
}
