package dev.overlap.ui.program;

import atlantafx.base.theme.Styles;

import dev.overlap.text.program.WatchText;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.WideTooltip;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The fields in which it is confirmed what to run. */
final class ProgramForm extends VBox {

    private final Label changed = sentence("program-changed", WatchText.CHANGED, "warning");
    private final TextField command = field("program-command", WatchText.COMMAND_HELP);
    private final TextField folder = field("program-folder", WatchText.FOLDER_HELP);
    private final Label interpreter = sentence("program-python", "", "program-interpreter");
    private final TextArea hosts = new TextArea();
    private final CheckBox rerun = new CheckBox(WatchText.RERUN);
    private final Label problem = sentence("program-problem", "", "problem");
    private final Button chooseFile =
            button("program-choose", "Choose\u2026", WatchText.CHOOSE_FILE);
    private final Button choosePython =
            button("program-python-choose", "Other\u2026", WatchText.CHOOSE_PYTHON);
    private final Button foundPython = button("program-python-found", "Find", WatchText.USE_FOUND);
    private final Button run = button("program-run", "Run", WatchText.RUN_HELP);
    private final Button cancel = button("program-cancel", "Cancel", WatchText.CANCEL_HELP);

    ProgramForm() {
        getStyleClass().add("program-form");
        Label title = new Label(WatchText.TITLE);
        title.getStyleClass().add("pane-title");
        hosts.setId("program-hosts");
        hosts.setPrefRowCount(3);
        hosts.setPromptText(WatchText.HOSTS_PROMPT);
        explain(hosts, WatchText.HOSTS_HELP);
        rerun.setId("program-rerun");
        rerun.setTooltip(new WideTooltip(WatchText.RERUN_HELP));
        rerun.setAccessibleText(WatchText.RERUN + ". " + WatchText.RERUN_HELP);
        cancel.getStyleClass().add(Styles.ACCENT);
        HBox buttons = new HBox(8, run, cancel);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Label may = sentence("program-may", WatchText.MAY, "quiet");
        getChildren().setAll(title, changed, grid(), rerun, may, problem, buttons);
        NodeVisibility.set(changed, false);
        problem("");
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("program-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        names.setHalignment(HPos.LEFT);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, fields);
        row(grid, 0, WatchText.COMMAND, command, chooseFile);
        row(grid, 1, WatchText.FOLDER, folder);
        row(grid, 2, WatchText.PYTHON, interpreter, foundPython, choosePython);
        row(grid, 3, WatchText.HOSTS, hosts);
        return grid;
    }

    private static void row(GridPane grid, int row, String name, Region field, Button... buttons) {
        Label label = new Label(name);
        label.setLabelFor(field);
        GridPane.setValignment(label, VPos.TOP);
        label.getStyleClass().add("program-label");
        HBox line = new HBox(8, field);
        line.getChildren().addAll(buttons);
        line.setAlignment(Pos.CENTER_LEFT);
        field.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(field, Priority.ALWAYS);
        grid.addRow(row, label, line);
    }

    private static Label sentence(String id, String words, String style) {
        Label label = new Label(words);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static TextField field(String id, String help) {
        TextField field = new TextField();
        field.setId(id);
        explain(field, help);
        return field;
    }

    private static void explain(TextInputControl field, String help) {
        field.setTooltip(new WideTooltip(help));
        field.setAccessibleText(help);
    }

    private static Button button(String id, String words, String help) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new WideTooltip(help));
        button.setAccessibleText(words + ". " + help);
        return button;
    }

    Label changed() {
        return changed;
    }

    TextField command() {
        return command;
    }

    TextField folder() {
        return folder;
    }

    Label interpreter() {
        return interpreter;
    }

    TextArea hosts() {
        return hosts;
    }

    CheckBox rerun() {
        return rerun;
    }

    Button chooseFile() {
        return chooseFile;
    }

    Button choosePython() {
        return choosePython;
    }

    Button foundPython() {
        return foundPython;
    }

    Button run() {
        return run;
    }

    Button cancel() {
        return cancel;
    }

    /** Says why it cannot be run; nothing if empty. */
    void problem(String words) {
        problem.setText(words);
        NodeVisibility.set(problem, !words.isEmpty());
    }
}
