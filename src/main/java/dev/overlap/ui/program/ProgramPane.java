package dev.overlap.ui.program;

import static dev.overlap.text.program.WatchText.FOLD_HELP;

import atlantafx.base.theme.Styles;

import dev.overlap.program.ProgramRun;
import dev.overlap.text.program.Advice;
import dev.overlap.text.program.Advice.Topic;
import dev.overlap.text.program.WatchText;
import dev.overlap.ui.controls.IconButton;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.WideTooltip;
import dev.overlap.ui.program.ProgramLaunch.Conclusion;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/**
 * What is told of a program below the chart: whether it runs or how it ended, what it prints, and
 * beside that what helps or what its tasks wait for.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ProgramPane extends BorderPane {

    private static final double OUTPUT_SHARE = 0.58;

    /** So many lines are in sight where there is nothing else to tell. */
    private static final double QUIET_LINES = 3.5;

    private static final double LINE_PX = 20; // before there is a style

    /** What can be done in the pane. */
    interface Actions extends AdviceBox.Actions {

        /** Runs the same command again. */
        void runAgain();

        /** Copies what was printed. */
        void copyOutput(String text);

        /** Hides the pane. */
        void close();
    }

    /**
     * What is told beside the output.
     *
     * @param troubles of a program that runs: a hang, or children that it has left
     * @param advice on one that has ended
     */
    private record Told(List<String> troubles, List<Advice> advice) {
        static final Told NOTHING = new Told(List.of(), List.of());
    }

    private final Actions actions;
    private final OutputList output;
    private final Label name = new Label();
    private final Label state = new Label();
    private final CheckBox rerun = new CheckBox(WatchText.RERUN);
    private final Button again;
    private final VBox advice = new VBox();
    private final ScrollPane adviceScroll = new ScrollPane(advice);
    private final SplitPane content = new SplitPane();
    private final Button fold = new IconButton("program-fold", Feather.CHEVRON_DOWN, FOLD_HELP);
    private final Node head;
    private boolean folded;
    private Told told = Told.NOTHING;

    ProgramPane(Actions actions) {
        this.actions = actions;
        output = new OutputList(actions::copyOutput);
        again =
                button(
                        "program-again",
                        WatchText.RUN_AGAIN,
                        Feather.REPEAT,
                        WatchText.RUN_AGAIN_HELP);
        again.setOnAction(_ -> actions.runAgain());
        setId("program-pane");
        getStyleClass().add("program-pane");
        advice.setId("program-advice");
        advice.getStyleClass().add("advice-list");
        adviceScroll.setFitToWidth(true);
        adviceScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        adviceScroll.getStyleClass().add("advice-scroll");
        content.getItems().setAll(output);
        content.getStyleClass().add("program-content");
        head = head();
        setTop(head);
        setCenter(content);
    }

    /** What folds and unfolds it. */
    Button fold() {
        return fold;
    }

    boolean isFolded() {
        return folded;
    }

    /** Shows only the head, or all. */
    void setFolded(boolean folds) {
        folded = folds;
        setCenter(folds ? null : content);
        setMaxHeight(folds ? USE_PREF_SIZE : Double.MAX_VALUE);
        fold.setGraphic(new FontIcon(folds ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
    }

    /** Returns the height that is enough for a program of which there is nothing to explain. */
    double quietHeight() {
        double line = output.getFixedCellSize() > 0 ? output.getFixedCellSize() : LINE_PX;
        return head.prefHeight(-1) + QUIET_LINES * line;
    }

    /** Returns whether there is something to explain or to do: it hangs, or it has failed. */
    boolean isUrgent() {
        return !told.troubles.isEmpty()
                || told.advice.stream().anyMatch(it -> it.topic() != Topic.PARTLY_SEEN);
    }

    private Node head() {
        name.setId("program-name");
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        state.setId("program-state");
        state.setMinWidth(USE_PREF_SIZE);
        rerun.setId("program-rerun-now");
        rerun.setMinWidth(USE_PREF_SIZE);
        rerun.setTooltip(new WideTooltip(WatchText.RERUN_HELP));
        rerun.setAccessibleText(WatchText.RERUN + ". " + WatchText.RERUN_HELP);
        Button copy = button("program-copy", "Copy", Feather.COPY, WatchText.COPY_OUTPUT_HELP);
        copy.setOnAction(_ -> actions.copyOutput(output.text()));
        Button close = new IconButton("program-close", Feather.X, WatchText.CLOSE_HELP);
        close.setOnAction(_ -> actions.close());
        HBox space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(name, state, space, rerun, again, copy, fold, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("program-head");
        return head;
    }

    private static Button button(String id, String words, Feather icon, String help) {
        Button button = new Button(words, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.SMALL);
        button.setTooltip(new WideTooltip(help));
        button.setAccessibleText(words + ". " + help);
        return button;
    }

    /** Whether it is run again when it is saved; of use only if its file is known. */
    CheckBox rerun() {
        return rerun;
    }

    /**
     * Shows a program.
     *
     * @param idle whether it could be run again now
     */
    void refresh(ProgramLaunch launch, boolean idle) {
        name.setText(launch.request().name());
        state.setText(state(launch));
        again.setDisable(!idle);
        NodeVisibility.set(rerun, launch.content().file() != null);
        output.refresh(launch);
        tell(launch);
    }

    private static String state(ProgramLaunch launch) {
        Conclusion conclusion = launch.conclusion();
        ProgramRun run = launch.run();
        if (conclusion != null) {
            return WatchText.ended(conclusion.ending());
        }
        if (run == null) {
            return launch.hasFailed() ? WatchText.NOT_STARTED : WatchText.STARTING;
        }
        return launch.isStopped() ? WatchText.STOPPED : WatchText.RUNNING;
    }

    private void tell(ProgramLaunch launch) {
        Conclusion conclusion = launch.conclusion();
        List<Advice> given = conclusion == null ? List.of() : conclusion.advice();
        Told now = new Told(launch.troubles(), given);
        if (!now.equals(told)) {
            told = now;
            advice.getChildren().clear();
            now.troubles.forEach(it -> advice.getChildren().add(AdviceBox.sentence(it)));
            now.advice.forEach(it -> advice.getChildren().add(new AdviceBox(it, actions)));
            showAdvice(!advice.getChildren().isEmpty());
            setFolded(folded && !isUrgent());
        }
    }

    private void showAdvice(boolean shown) {
        boolean isShown = content.getItems().size() > 1;
        if (shown && !isShown) {
            content.getItems().add(adviceScroll);
            content.setDividerPositions(OUTPUT_SHARE);
        } else if (!shown && isShown) {
            content.getItems().remove(adviceScroll);
        }
    }
}
