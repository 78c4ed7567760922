package dev.overlap.ui.title;

import atlantafx.base.theme.Styles;

import dev.overlap.chart.background.TraceCalculator;
import dev.overlap.plan.Plan;
import dev.overlap.text.glossary.RunNumber;
import dev.overlap.text.run.MachineLoadText;
import dev.overlap.text.run.RunTitleText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMemo;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.FinishedRun;
import dev.overlap.trace.metrics.MachineLoad;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.WideTooltip;
import dev.overlap.ui.run.RunController.MedianRun;
import dev.overlap.ui.run.RunController.RunOrigin;
import dev.overlap.ui.run.RunController.Started;
import dev.overlap.ui.run.RunNumbers;
import dev.overlap.ui.title.RunTitle.TitlePart;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The line over the chart: whose run it shows, in what the window has changed since, and whether
 * the machine was busy. It wraps where it is narrow; hidden without a run.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class RunTitleBar extends VBox implements RunNumbers {

    private static final double PAD = 24;
    private static final String DOT = " \u00b7";

    private final FlowPane title = line();
    private final FlowPane machine = line();
    private final Map<TitlePart, Label> parts = new EnumMap<>(TitlePart.class);
    private final Label difference = warning("title-difference");
    private final Label busy = warning("title-busy");
    private final Button runNow =
            button("run-now", RunTitleText.RUN_NOW, RunTitleText.RUN_NOW_HELP);
    private final Button runAgain =
            button("run-again", RunTitleText.RUN_AGAIN, RunTitleText.RUN_AGAIN_HELP);
    private final Button runOwn =
            button("run-own", RunTitleText.RUN_AGAIN, RunTitleText.RUN_OWN_HELP);
    private final SequentialBaseline baseline = new SequentialBaseline();
    private @Nullable ShownRun shown;
    private @Nullable Trace finishedTrace;
    private @Nullable FinishedRun finished;
    private double measured = Double.NaN;
    private final TraceCalculator<FinishedRun> calculator;
    private @Nullable RunTitle last;

    /**
     * @param whole the numbers of finished runs
     */
    public RunTitleBar(TraceMemo<FinishedRun> whole) {
        calculator = new TraceCalculator<>(moment -> whole.of(moment.trace()));
        setId("run-title");
        getStyleClass().add("run-title");
        setAccessibleRole(AccessibleRole.TEXT);
        for (TitlePart kind : TitlePart.values()) {
            parts.put(kind, part(kind));
        }
        title.getChildren().addAll(parts.values());
        title.getChildren().addAll(runOwn, difference, runNow);
        machine.getChildren().addAll(busy, runAgain);
        getChildren().setAll(title, machine);
        NodeVisibility.set(this, false);
    }

    private static FlowPane line() {
        FlowPane line = new FlowPane(4, 2);
        line.setRowValignment(VPos.CENTER);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Label part(TitlePart kind) {
        Label part = fitting(new Label());
        part.setId("title-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        String meaning = meaning(kind);
        if (!meaning.isEmpty()) {
            part.setTooltip(new WideTooltip(meaning));
        }
        switch (kind) {
            case MODEL, WALL -> part.getStyleClass().add("strong");
            case WORKERS, TASKS, SPEED_UP, GUESS, ORIGIN -> part.getStyleClass().add("quiet");
        }
        return part;
    }

    private static String meaning(TitlePart kind) {
        return switch (kind) {
            case WALL -> RunNumber.WALL.meaning();
            case SPEED_UP -> RunNumber.SPEED_UP.meaning();
            case GUESS -> RunNumber.GUESS.meaning();
            case WORKERS -> RunNumber.THREADS.meaning();
            case MODEL, TASKS, ORIGIN -> "";
        };
    }

    private Label warning(String id) {
        Label warning = fitting(new Label("", new FontIcon(Feather.ALERT_TRIANGLE)));
        warning.setId(id);
        warning.getStyleClass().add("warning");
        return warning;
    }

    /** Wraps a label that is wider than this bar. */
    private Label fitting(Label label) {
        label.setWrapText(true);
        label.maxWidthProperty().bind(widthProperty().subtract(PAD));
        return label;
    }

    private static Button button(String id, String words, String sentence) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setTooltip(new WideTooltip(sentence));
        button.setAccessibleText(words + ". " + sentence);
        return button;
    }

    /** Follows the shown run. */
    public void follow(ShownRun run) {
        shown = run;
        run.modelProperty().subscribe(this::refresh);
        run.differenceProperty().subscribe(this::refresh);
        run.outdatedProperty().subscribe(this::refresh);
    }

    /**
     * Sets the actions that run what the window holds now, and the plan of an opened run.
     *
     * @param own receives that plan
     */
    public void onRun(Runnable action, Consumer<Plan> own) {
        runNow.setOnAction(_ -> action.run());
        runAgain.setOnAction(_ -> runAgain(action, own));
        runOwn.setOnAction(_ -> runAgain(action, own));
    }

    private void runAgain(Runnable action, Consumer<Plan> own) {
        Started started = shown == null ? null : shown.started();
        if (started != null && started.origin() != null && !started.isForeign()) {
            own.accept(started.run().plan());
        } else {
            action.run();
        }
    }

    /** Sets whether a run can be started now. */
    public void setRunnable(boolean runnable) {
        runNow.setDisable(!runnable);
        runAgain.setDisable(!runnable);
        runOwn.setDisable(!runnable);
    }

    /** Shows what has changed since the last call. */
    public void refresh() {
        Started started = shown == null ? null : shown.started();
        NodeVisibility.set(this, started != null);
        if (started != null && shown != null) {
            show(started, shown);
        }
    }

    private void show(Started started, ShownRun run) {
        FinishedRun numbers = finished(started);
        show(RunTitle.of(started, numbers, measured));
        showDifference(
                run.outdatedProperty().get() ? run.differenceProperty().get() : RunDifference.NONE);
        NodeVisibility.set(runOwn, started.origin() != null && !started.isForeign());
        runAgain.setDisable(runNow.isDisable() || started.isForeign()); // under no model of ours
        showMachine(numbers == null ? null : numbers.load());
        setAccessibleText(accessibleSentence());
    }

    private void show(RunTitle now) {
        if (now.equals(last)) {
            return;
        }
        last = now;
        TitlePart end = List.copyOf(now.parts().keySet()).getLast();
        for (Map.Entry<TitlePart, Label> part : parts.entrySet()) {
            String words = now.parts().getOrDefault(part.getKey(), "");
            part.getValue().setText(part.getKey() == end ? words : words + DOT);
            NodeVisibility.set(part.getValue(), !words.isEmpty());
        }
    }

    @Override
    public boolean isShown(Started run) {
        return shown != null && run.equals(shown.started());
    }

    @Override
    public boolean areKnown() {
        Started started = shown == null ? null : shown.started();
        return started != null && finished(started) != null;
    }

    @Override
    public double measuredSpeedUp() {
        Started started = shown == null ? null : shown.started();
        return started == null || finished(started) == null ? Double.NaN : measured;
    }

    private void showDifference(RunDifference since) {
        difference.setText(RunTitleText.difference(since.list(), since.model(), since.settings()));
        NodeVisibility.set(difference, since.any());
        NodeVisibility.set(runNow, since.any());
        NodeVisibility.set(runAgain, !since.any());
    }

    private void showMachine(@Nullable MachineLoad load) {
        String sentence = load == null ? "" : MachineLoadText.of(load);
        NodeVisibility.set(machine, !sentence.isEmpty());
        if (load != null && !sentence.equals(busy.getText())) {
            busy.setText(sentence);
            busy.setTooltip(new WideTooltip(MachineLoadText.help(load)));
            runAgain.setAccessibleHelp(sentence + " " + MachineLoadText.help(load));
        }
    }

    /** The numbers of a finished run; null while it lasts, or as long as they are computed. */
    @SuppressWarnings("ReferenceEquality") // a trace is what it is
    private @Nullable FinishedRun finished(Started started) {
        Trace trace = started.run().trace();
        if (trace != finishedTrace) {
            finishedTrace = trace;
            finished = null;
            measured = Double.NaN;
        }
        if (finished == null && trace.isFinished()) {
            finished = calculator.at(new TraceMoment(trace, trace.wallNanos(), false));
            if (finished != null) {
                measured = measured(started, finished);
            }
        }
        return finished;
    }

    /** A run of another day or machine is no measure for those of this window. */
    private double measured(Started started, FinishedRun numbers) {
        RunOrigin origin = started.origin();
        if (origin != null) {
            return origin.measuredSpeedUp();
        }
        remember(started, numbers);
        return baseline.speedUp(started.run().plan(), numbers.numbers());
    }

    private void remember(Started started, FinishedRun numbers) {
        MedianRun median = started.median();
        if (median == null) {
            baseline.add(started.run().plan(), numbers.numbers());
        } else if (median.sequentialNanos() > 0) {
            baseline.set(started.run().plan(), median.sequentialNanos());
        }
    }

    /** What is shown, as a screen reader says it. */
    private String accessibleSentence() {
        List<String> sentences = new ArrayList<>();
        sentences.add(last == null ? "" : RunTitleText.ACCESSIBLE.formatted(last.text()));
        if (difference.isVisible()) {
            sentences.add(RunTitleText.sentence(difference.getText()));
        }
        if (machine.isVisible()) {
            sentences.add(busy.getText());
        }
        return String.join(" ", sentences);
    }
}
