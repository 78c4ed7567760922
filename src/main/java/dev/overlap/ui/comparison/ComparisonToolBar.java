package dev.overlap.ui.comparison;

import atlantafx.base.theme.Styles;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.SortOrder;
import dev.overlap.text.comparison.ComparisonScreenText;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.ResponsiveLabels;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The tool bar of a comparison: subject, number of runs, run and stop, sort order, and back.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ComparisonToolBar extends HBox {

    /** The actions of the buttons; unset ones do nothing. */
    static final class Callbacks {

        private Runnable run = () -> {};
        private Runnable stop = () -> {};
        private Runnable guess = () -> {};
        private Runnable back = () -> {};

        Callbacks run(Runnable run) {
            this.run = run;
            return this;
        }

        Callbacks stop(Runnable stop) {
            this.stop = stop;
            return this;
        }

        Callbacks guess(Runnable guess) {
            this.guess = guess;
            return this;
        }

        Callbacks back(Runnable back) {
            this.back = back;
            return this;
        }
    }

    private static final double ROOM_FOR_LABELS = 88;
    private static final double ROOM_FOR_WORDS = 84;

    private final VariantChoice choice = new VariantChoice();
    private final Spinner<Integer> runs =
            new Spinner<>(1, ComparisonPlan.MAX_RUNS, ComparisonPlan.DEFAULT_RUNS);
    private final ComboBox<SortOrder> order = new ComboBox<>();
    private final HBox sorting = new HBox(8);
    private final Button run = new Button("Run", new FontIcon(Feather.PLAY));
    private final Button stop = new Button("Stop", new FontIcon(Feather.SQUARE));
    private final Button guess = new Button("Guess", new FontIcon(Feather.TARGET));

    /**
     * @param export a menu, shown before the back button
     */
    ComparisonToolBar(Callbacks callbacks, Node export) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        setUpRuns();
        setUpOrder();
        setUpButtons(callbacks);
        Button back = named(new Button("Back"), "compare-back", ComparisonScreenText.BACK_HELP);
        back.setOnAction(_ -> callbacks.back.run());
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Label title = new Label("Compare");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label runsEach = label(ComparisonScreenText.RUNS_EACH, runs);
        Label sort = label("Sort", order);
        ResponsiveLabels.showIfWide(this, ROOM_FOR_LABELS, title, runsEach, sort);
        ResponsiveLabels.showTextIfWide(this, ROOM_FOR_WORDS, stop);
        ResponsiveLabels.showTextIfWide(this, ROOM_FOR_WORDS, guess);
        getChildren().setAll(title, choice, runsEach, runs, run, stop, space);
        sorting.getChildren().setAll(sort, order);
        sorting.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(sorting, guess, export, back);
        choice.subjectProperty().subscribe(this::showSubject);
    }

    private void setUpRuns() {
        named(runs, "compare-runs", ComparisonScreenText.RUNS_EACH_HELP);
        runs.setEditable(true);
        runs.getEditor().setAccessibleText(runs.getAccessibleText());
        runs.setMinWidth(USE_PREF_SIZE);
    }

    private void setUpOrder() {
        named(order, "compare-order", ComparisonScreenText.ORDER_HELP);
        order.getItems().setAll(SortOrder.values());
        order.setConverter(new OrderConverter());
        order.setValue(SortOrder.WALL);
        order.setMinWidth(USE_PREF_SIZE);
    }

    private void setUpButtons(Callbacks callbacks) {
        named(run, "compare-run", ComparisonScreenText.RUN_HELP);
        run.getStyleClass().add(Styles.ACCENT);
        run.setOnAction(_ -> callbacks.run.run());
        named(stop, "compare-stop", ComparisonScreenText.STOP_HELP);
        stop.setOnAction(_ -> callbacks.stop.run());
        named(guess, "compare-guess", ComparisonScreenText.GUESS_HELP);
        guess.setOnAction(_ -> callbacks.guess.run());
    }

    /** Sets the id, tooltip and accessible text of a control. */
    private static <T extends Control> T named(T control, String id, String sentence) {
        control.setId(id);
        control.setAccessibleText(sentence);
        control.setTooltip(new Tooltip(sentence));
        if (control instanceof Button) {
            control.setMinWidth(USE_PREF_SIZE);
        }
        return control;
    }

    private static Label label(String text, Node labelled) {
        Label label = new Label(text);
        label.setLabelFor(labelled);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("quiet");
        return label;
    }

    private void showSubject(ComparisonSubject now) {
        NodeVisibility.set(sorting, now == ComparisonSubject.MODELS);
        NodeVisibility.set(guess, now == ComparisonSubject.MODELS);
    }

    /** What is compared. */
    VariantChoice choice() {
        return choice;
    }

    ObjectProperty<SortOrder> orderProperty() {
        return order.valueProperty();
    }

    /** The number of runs per variant. */
    int runs() {
        runs.commitValue();
        return runs.getValue();
    }

    /** The number of runs per variant, as it is shown; never null. */
    ObjectProperty<Integer> runsProperty() {
        return runs.getValueFactory().valueProperty();
    }

    void setRuns(int count) {
        runs.getValueFactory().setValue(count);
    }

    /**
     * Disables the controls that do not apply.
     *
     * @param again whether there is a previous measurement
     */
    void show(boolean running, boolean again) {
        run.setText(again ? ComparisonScreenText.RUN_AGAIN : "Run");
        run.setAccessibleText(ComparisonScreenText.RUN_ACCESSIBLE.formatted(run.getText()));
        run.setDisable(running);
        stop.setDisable(!running);
        choice.setRunning(running);
        runs.setDisable(running);
    }

    private static final class OrderConverter extends StringConverter<SortOrder> {

        @Override
        public String toString(SortOrder order) {
            return switch (order) {
                case WALL -> ComparisonScreenText.FASTEST_FIRST;
                case LIST -> ComparisonScreenText.AS_CHOSEN;
                case NAME -> ComparisonScreenText.BY_NAME;
            };
        }

        @Override
        public SortOrder fromString(String words) {
            throw new UnsupportedOperationException("orders are chosen, not typed");
        }
    }
}
