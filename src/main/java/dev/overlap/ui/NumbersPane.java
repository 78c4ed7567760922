package dev.overlap.ui;

import dev.overlap.trace.Statistics;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The numbers of the run, up to the moment that the window shows. */
final class NumbersPane extends VBox {

    private static final String NONE = "\u2013";

    private final GridPane grid = new GridPane();
    private final Label wall = figure("wall", "Wall time");
    private final Label work = figure("work", "Sum of all tasks' work");
    private final Label gain = figure("gain", "Against sequential");
    private final Label longest = figure("longest", "Longest task, alone");
    private final Label peak = figure("peak", "Peak in flight");
    private final Label threads = figure("threads", "Threads");
    private final Label helpers = helpers();
    private final Label answered = figure("answered", "Answered");
    private final Label failed = figure("failed", "Failed");
    private final Label cancelled = figure("cancelled", "Cancelled");

    NumbersPane() {
        setId("numbers");
        getStyleClass().add("section");
        Label title = new Label("This run");
        title.getStyleClass().add("pane-title");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, new ColumnConstraints());
        grid.getStyleClass().add("numbers-grid");
        getChildren().setAll(title, grid);
        show(null);
    }

    private Label figure(String id, String name) {
        Label words = new Label(name);
        words.getStyleClass().add("quiet");
        words.setMinWidth(USE_PREF_SIZE);
        Label figure = new Label(NONE);
        figure.setId("number-" + id);
        figure.getStyleClass().add("figure");
        figure.setMaxWidth(Double.MAX_VALUE);
        figure.setWrapText(true); // rather than being cut off, where the pane is narrow
        words.setLabelFor(figure);
        grid.addRow(grid.getRowCount(), words, figure);
        return figure;
    }

    /** The helpers' names need a line of their own. */
    private Label helpers() {
        Label names = new Label();
        names.setId("number-helpers");
        names.getStyleClass().addAll("quiet", "helpers");
        names.setWrapText(true);
        names.setMaxWidth(Double.MAX_VALUE);
        names.setMinHeight(USE_PREF_SIZE);
        grid.add(names, 0, grid.getRowCount(), 2, 1);
        return names;
    }

    /** Shows the numbers of a moment, or that there are none yet. */
    void show(@Nullable Reading reading) {
        if (reading == null) {
            grid.getChildren().stream()
                    .filter(node -> node.getStyleClass().contains("figure"))
                    .forEach(node -> ((Label) node).setText(NONE));
            name(List.of());
            return;
        }
        showFigures(reading.numbers());
        threads.setText(threads(reading.moment().trace()));
        name(reading.moment().trace().helpers());
    }

    private void name(List<String> threads) {
        helpers.setText(helpersOf(threads));
        helpers.setVisible(!threads.isEmpty());
        helpers.setManaged(!threads.isEmpty());
    }

    private void showFigures(Statistics numbers) {
        wall.setText(Figures.millis(numbers.wallNanos()));
        work.setText(Figures.millis(numbers.workNanos()));
        gain.setText("\u2248 " + Figures.factor(numbers.derivedSpeedUp()) + " \u00d7 (derived)");
        longest.setText(Figures.millis(numbers.longestNanos()));
        peak.setText(Figures.count(numbers.peakInFlight()));
        answered.setText(share(numbers.answered(), numbers.tasks()));
        failed.setText(share(numbers.failed(), numbers.tasks()));
        cancelled.setText(share(numbers.cancelled(), numbers.tasks()));
    }

    private static String share(int part, int whole) {
        return Figures.count(part) + " of " + Figures.count(whole);
    }

    private static String helpersOf(List<String> threads) {
        return "+ " + Figures.count(threads.size(), "helper") + ": " + String.join(", ", threads);
    }

    /** The threads that carried tasks, such as {@code 1 loop}. The helpers have their own line. */
    static String threads(Trace trace) {
        List<String> roles = new ArrayList<>();
        for (WorkerTrack.Role role : WorkerTrack.Role.values()) {
            addRole(roles, trace, role);
        }
        return roles.isEmpty() ? NONE : String.join(" + ", roles);
    }

    private static void addRole(List<String> roles, Trace trace, WorkerTrack.Role role) {
        long count = trace.workers().stream().filter(worker -> worker.role() == role).count();
        if (count > 0) {
            roles.add(Figures.count(count, role.word()));
        }
    }
}
