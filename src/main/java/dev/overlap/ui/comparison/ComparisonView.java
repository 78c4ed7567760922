package dev.overlap.ui.comparison;

import dev.overlap.chart.ComparisonChart;
import dev.overlap.chart.WorkerSweepChart;
import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Plan;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.comparison.ComparisonScreenText;
import dev.overlap.text.comparison.ConclusionText;
import dev.overlap.ui.comparison.ComparisonLauncher.Begun;
import dev.overlap.ui.comparison.ComparisonToolBar.Subject;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The comparison screen: the list under several models, or under one model with a varying number of
 * workers. Selection at the top, chart in the middle, conclusion below.
 *
 * <p>Threads: JavaFX thread only. It reads the comparison once per pulse.
 */
public final class ComparisonView extends BorderPane {

    /** The callbacks into the window; unset ones do nothing. */
    static final class Callbacks {

        private Supplier<Plan> plan =
                () -> {
                    throw new IllegalStateException("no plan is set");
                };
        private Consumer<ComparisonPlan> begin = _ -> {};
        private Consumer<VariantResult> open = _ -> {};
        private Consumer<List<ConcurrencyModel>> ask = _ -> {};
        private Consumer<VariantResult> copy = _ -> {};
        private Runnable back = () -> {};
        private Consumer<String> say = _ -> {};

        /** Supplies the current plan: list, model and settings. */
        Callbacks plan(Supplier<Plan> plan) {
            this.plan = plan;
            return this;
        }

        /** Starts a comparison plan, after confirmation if needed. */
        Callbacks begin(Consumer<ComparisonPlan> begin) {
            this.begin = begin;
            return this;
        }

        /** Shows a variant as a full timeline. */
        Callbacks open(Consumer<VariantResult> open) {
            this.open = open;
            return this;
        }

        /** Asks for the user's guesses for these models. */
        Callbacks ask(Consumer<List<ConcurrencyModel>> ask) {
            this.ask = ask;
            return this;
        }

        /** Copies the figures of a variant. */
        Callbacks copy(Consumer<VariantResult> copy) {
            this.copy = copy;
            return this;
        }

        /** Leaves this view. */
        Callbacks back(Runnable back) {
            this.back = back;
            return this;
        }

        /** Receives status messages. */
        Callbacks say(Consumer<String> say) {
            this.say = say;
            return this;
        }
    }

    private static final String INVITATION = ComparisonScreenText.GUESS_INVITATION;

    private final Callbacks callbacks;
    private final ComparisonLauncher launcher;
    private final ObjectProperty<Guesses> guesses;
    private final ComparisonToolBar toolBar;
    private final ComparisonChart multiples = new ComparisonChart();
    private final WorkerSweepChart sweep = new WorkerSweepChart();
    private final Label progress = new Label();
    private final Label conclusion = new Label();
    private final Map<Subject, Begun> latest = new EnumMap<>(Subject.class);
    private @Nullable Comparison preview;
    private @Nullable Comparison described;

    /**
     * @param guesses bound to what is dragged here until a measurement begins
     * @param export the export menu
     */
    ComparisonView(
            ComparisonLauncher launcher,
            ObjectProperty<Guesses> guesses,
            Node export,
            Callbacks callbacks) {
        this.launcher = launcher;
        this.guesses = guesses;
        this.callbacks = callbacks;
        toolBar = new ComparisonToolBar(actions(), export);
        setId("compare-view");
        getStyleClass().add("compare-view");
        setMinSize(0, 0); // the tool bar shrinks in narrow windows
        setTop(toolBar);
        setCenter(new StackPane(multiples, sweep));
        setBottom(foot());
        multiples.orderProperty().bind(toolBar.orderProperty());
        multiples.guessesProperty().subscribe((_, now) -> guessDragged(now));
        multiples.setOnOpen(callbacks.open);
        sweep.setOnOpen(callbacks.open);
        multiples.setContextMenu(new PanelMenu(multiples, panelActions()));
        toolBar.choose(ComparisonPlan.DEFAULT_MODELS);
        toolBar.subjectProperty().subscribe(this::showSubject);
        launcher.runningProperty().subscribe(_ -> refresh());
        setVisible(false);
    }

    private ComparisonToolBar.Callbacks actions() {
        return new ComparisonToolBar.Callbacks()
                .run(this::run)
                .stop(launcher::stop)
                .guess(() -> callbacks.ask.accept(toolBar.models()))
                .back(callbacks.back);
    }

    private PanelMenu.Actions panelActions() {
        return new PanelMenu.Actions() {
            @Override
            public void open(VariantResult panel) {
                callbacks.open.accept(panel);
            }

            @Override
            public void copy(VariantResult panel) {
                callbacks.copy.accept(panel);
            }

            @Override
            public void leaveOut(VariantResult panel) {
                toolBar.leaveOut(panel.variant().plan().model());
            }

            @Override
            public boolean isChosen(VariantResult panel) {
                return toolBar.isChosen(panel.variant().plan().model());
            }
        };
    }

    private VBox foot() {
        progress.setId("compare-progress");
        progress.getStyleClass().add("quiet");
        conclusion.setId("conclusion");
        conclusion.setWrapText(true);
        conclusion.setMinHeight(USE_PREF_SIZE);
        conclusion.getStyleClass().add("conclusion");
        VBox foot = new VBox(progress, conclusion);
        foot.getStyleClass().add("compare-foot");
        return foot;
    }

    private void showSubject(Subject subject) {
        multiples.setVisible(subject == Subject.MODELS);
        sweep.setVisible(subject == Subject.WORKERS);
        refresh();
    }

    /** Shows the view with the latest results of the window's list, or ready to measure it. */
    void open() {
        Plan plan = callbacks.plan.get();
        toolBar.sweep(ConcurrencyModel.of(plan.model()));
        if (!launcher.isRunning()) {
            latest.values().removeIf(begun -> !isOf(begun, plan));
        }
        setVisible(true);
        refresh();
        (subject() == Subject.WORKERS ? sweep : multiples).requestFocus();
    }

    /** Whether results belong to this list and these settings, apart from the number of workers. */
    private static boolean isOf(Begun begun, Plan plan) {
        Plan measured = begun.runner().soFar().plan().variants().getFirst().plan();
        return measured.sites().equals(plan.sites())
                && measured.settings()
                        .withWorkers(plan.settings().workers())
                        .equals(plan.settings());
    }

    void close() {
        setVisible(false);
    }

    public boolean isOpen() {
        return isVisible();
    }

    /** Selects models and runs per model, and discards previous results. */
    public void choose(List<String> models, int runs) {
        toolBar.subjectProperty().set(Subject.MODELS);
        toolBar.choose(models);
        toolBar.setRuns(runs);
        latest.clear();
    }

    /** Starts the selected comparison, unless one is running. */
    public void run() {
        try {
            ComparisonPlan chosen = chosen();
            if (chosen == null) {
                callbacks.say.accept(ComparisonScreenText.NO_MODEL_CHOSEN);
            } else if (!launcher.isRunning()) {
                callbacks.begin.accept(chosen);
            }
        } catch (IllegalArgumentException tooMuch) {
            callbacks.say.accept(String.valueOf(tooMuch.getMessage()));
        }
    }

    /** Starts a comparison plan created by {@link #run} and shows it under the current subject. */
    void start(ComparisonPlan comparisonPlan) {
        latest.put(subject(), launcher.start(comparisonPlan, guesses.get()));
        refresh();
    }

    private Subject subject() {
        return toolBar.subjectProperty().get();
    }

    /** Returns the selected comparison plan; null if no model is selected. */
    private @Nullable ComparisonPlan chosen() {
        Plan plan = callbacks.plan.get();
        return switch (subject()) {
            case MODELS ->
                    toolBar.models().isEmpty()
                            ? null
                            : new ComparisonPlan(
                                    Variant.ofModels(
                                            plan.sites(), plan.settings(), toolBar.models()),
                                    toolBar.runs());
            case WORKERS -> {
                Plan swept = new Plan(plan.sites(), toolBar.swept().id(), plan.settings());
                List<Integer> workers = WorkerSweep.workersFor(swept);
                yield new ComparisonPlan(Variant.ofWorkers(swept, workers), toolBar.runs());
            }
        };
    }

    /** The shown comparison with its start time; null before the first. */
    @Nullable Begun shown() {
        return latest.get(subject());
    }

    /** The results of the shown comparison so far; null before the first. */
    @Nullable Comparison comparison() {
        return soFar(shown());
    }

    private static @Nullable Comparison soFar(@Nullable Begun begun) {
        return begun == null ? null : begun.runner().soFar();
    }

    /** Dragging changes the guesses only until there are results. */
    private void guessDragged(Guesses now) {
        if (latest.get(Subject.MODELS) == null) {
            guesses.set(now);
        }
    }

    /** Paints if needed. Called once per pulse. */
    public void pulse() {
        if (isOpen()) {
            Begun models = latest.get(Subject.MODELS);
            multiples.comparisonProperty().set(models == null ? preview : soFar(models));
            multiples.guessesProperty().set(models == null ? guesses.get() : models.guesses());
            multiples.sentenceProperty().set(models == null && preview != null ? INVITATION : "");
            sweep.comparisonProperty().set(soFar(latest.get(Subject.WORKERS)));
            multiples.pulse();
            sweep.pulse();
        }
    }

    /** Updates the tool bar and the texts. */
    public void refresh() {
        if (!isOpen()) {
            return;
        }
        updatePreview();
        Comparison now = soFar(shown());
        toolBar.show(launcher.isRunning(), now != null);
        Comparison visible = now == null ? preview : now;
        if (!Objects.equals(visible, described)) {
            described = visible;
            progress.setText(
                    visible == null ? ComparisonScreenText.CHOOSE_MODELS : progress(visible));
            conclusion.setText(now == null ? "" : ConclusionText.of(now));
        }
    }

    /** Without results, shows the empty panels of the planned comparison, ready for guesses. */
    private void updatePreview() {
        try {
            ComparisonPlan chosen = subject() == Subject.MODELS ? chosen() : null;
            ComparisonPlan previewed = preview == null ? null : preview.plan();
            if (!Objects.equals(previewed, chosen)) {
                preview = chosen == null ? null : Comparison.planned(chosen);
                callbacks.say.accept("");
            }
        } catch (IllegalArgumentException tooMuch) {
            preview = null; // reported when Run is pressed
        }
    }

    private String progress(Comparison visible) {
        ComparisonPlan comparisonPlan = visible.plan();
        return visible.entries().stream()
                .filter(variantResult -> variantResult.live() != null)
                .findFirst()
                .map(live -> runProgress(visible.done() + 1, comparisonPlan, live))
                .orElseGet(() -> description(comparisonPlan));
    }

    private static String runProgress(
            int number, ComparisonPlan comparisonPlan, VariantResult live) {
        String name = live.variant().name();
        return "Run " + number + " of " + comparisonPlan.turns().size() + ": " + name;
    }

    /** Describes the comparison plan. */
    private static String description(ComparisonPlan comparisonPlan) {
        Plan plan = comparisonPlan.variants().getFirst().plan();
        String connections = plan.settings().connections().warm() ? "warm" : "cold";
        return String.join(
                " \u00b7 ",
                NumberFormats.count(plan.tasks().size(), "task"),
                connections + " connections",
                comparisonPlan.runs() == 1
                        ? "one run each"
                        : "median of " + comparisonPlan.runs() + " runs");
    }

    /** Switches between dark and light theme. */
    public void setDark(boolean dark) {
        multiples.darkProperty().set(dark);
        sweep.darkProperty().set(dark);
    }

    /** Sets the scale of the charts. */
    public void setScale(double scale) {
        multiples.scaleProperty().set(scale);
        sweep.scaleProperty().set(scale);
    }

    SortOrder order() {
        return toolBar.orderProperty().get();
    }
}
