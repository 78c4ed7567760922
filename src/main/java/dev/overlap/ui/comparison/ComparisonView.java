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
import dev.overlap.text.ComparisonScreenText;
import dev.overlap.text.ConclusionText;
import dev.overlap.text.NumberFormats;
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
 * The list under several models, or under one model with more and more workers, on one axis: chosen
 * above, drawn in the middle while it is measured, concluded below.
 *
 * <p>Threads: JavaFX thread only. It looks at the comparison once a pulse.
 */
public final class ComparisonView extends BorderPane {

    /** What the view needs from the window. What is not set does nothing. */
    static final class Callbacks {

        private Supplier<Plan> plan =
                () -> {
                    throw new IllegalStateException("no plan is set");
                };
        private Consumer<ComparisonPlan> begin = _ -> {};
        private Consumer<VariantResult> open = _ -> {};
        private Consumer<List<ConcurrencyModel>> ask = _ -> {};
        private Runnable back = () -> {};
        private Consumer<String> say = _ -> {};

        /** The list, the chosen model and the settings. */
        Callbacks plan(Supplier<Plan> plan) {
            this.plan = plan;
            return this;
        }

        /** Starts a comparison plan, after a question where one is needed. */
        Callbacks begin(Consumer<ComparisonPlan> begin) {
            this.begin = begin;
            return this;
        }

        /** Shows an entry of the comparison as a full timeline. */
        Callbacks open(Consumer<VariantResult> open) {
            this.open = open;
            return this;
        }

        /** Asks for guesses for these models. */
        Callbacks ask(Consumer<List<ConcurrencyModel>> ask) {
            this.ask = ask;
            return this;
        }

        /** Leaves this view. */
        Callbacks back(Runnable back) {
            this.back = back;
            return this;
        }

        /** Gets sentences. */
        Callbacks say(Consumer<String> say) {
            this.say = say;
            return this;
        }
    }

    private static final String INVITATION = ComparisonScreenText.GUESS_INVITATION;

    private final Callbacks callbacks;
    private final ComparisonLauncher control;
    private final ObjectProperty<Guesses> guesses;
    private final ComparisonToolBar bar;
    private final ComparisonChart multiples = new ComparisonChart();
    private final WorkerSweepChart sweep = new WorkerSweepChart();
    private final Label progress = new Label();
    private final Label conclusion = new Label();
    private final Map<Subject, Begun> latest = new EnumMap<>(Subject.class);
    private @Nullable Comparison planned;
    private @Nullable Comparison told;

    /**
     * @param guesses follows what is dragged here, and is followed until something is measured
     * @param export a menu for what is shown here
     */
    ComparisonView(
            ComparisonLauncher control,
            ObjectProperty<Guesses> guesses,
            Node export,
            Callbacks callbacks) {
        this.control = control;
        this.guesses = guesses;
        this.callbacks = callbacks;
        bar = new ComparisonToolBar(actions(), export);
        setId("compare-view");
        getStyleClass().add("compare-view");
        setMinSize(0, 0); // the bar above it gives way where there is little room
        setTop(bar);
        setCenter(new StackPane(multiples, sweep));
        setBottom(foot());
        multiples.orderProperty().bind(bar.orderProperty());
        multiples.guessesProperty().subscribe((_, now) -> guessed(now));
        multiples.setOnOpen(callbacks.open);
        sweep.setOnOpen(callbacks.open);
        bar.choose(ComparisonPlan.DEFAULT_MODELS);
        bar.subjectProperty().subscribe(this::showSubject);
        control.runningProperty().subscribe(_ -> refresh());
        setVisible(false);
    }

    private ComparisonToolBar.Callbacks actions() {
        return new ComparisonToolBar.Callbacks()
                .run(this::run)
                .stop(control::stop)
                .guess(() -> callbacks.ask.accept(bar.models()))
                .back(callbacks.back);
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

    /** Shows the view: with what was measured last, or ready to measure the window's list. */
    void open() {
        Plan plan = callbacks.plan.get();
        bar.sweep(ConcurrencyModel.of(plan.model()));
        if (!control.isRunning()) {
            latest.values().removeIf(begun -> !isOf(begun, plan));
        }
        setVisible(true);
        refresh();
        (subject() == Subject.WORKERS ? sweep : multiples).requestFocus();
    }

    /** Whether what was measured is of this list, under these settings but for the workers. */
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

    /** Compares these models from now on, so often each, and forgets what was measured before. */
    public void choose(List<String> models, int runs) {
        bar.subjectProperty().set(Subject.MODELS);
        bar.choose(models);
        bar.setRuns(runs);
        latest.clear();
    }

    /** Begins to measure what is chosen, unless something is being measured. */
    public void run() {
        try {
            ComparisonPlan chosen = chosen();
            if (chosen == null) {
                callbacks.say.accept(ComparisonScreenText.NO_MODEL_CHOSEN);
            } else if (!control.isRunning()) {
                callbacks.begin.accept(chosen);
            }
        } catch (IllegalArgumentException tooMuch) {
            callbacks.say.accept(String.valueOf(tooMuch.getMessage()));
        }
    }

    /** Measures a comparison plan of {@link #run}; it is shown where it was chosen. */
    void start(ComparisonPlan comparisonPlan) {
        latest.put(subject(), control.start(comparisonPlan, guesses.get()));
        refresh();
    }

    private Subject subject() {
        return bar.subjectProperty().get();
    }

    /** What would be measured now; null where no model is chosen. */
    private @Nullable ComparisonPlan chosen() {
        Plan plan = callbacks.plan.get();
        return switch (subject()) {
            case MODELS ->
                    bar.models().isEmpty()
                            ? null
                            : new ComparisonPlan(
                                    Variant.ofModels(plan.sites(), plan.settings(), bar.models()),
                                    bar.runs());
            case WORKERS -> {
                Plan swept = new Plan(plan.sites(), bar.swept().id(), plan.settings());
                List<Integer> workers = WorkerSweep.workersFor(swept);
                yield new ComparisonPlan(Variant.ofWorkers(swept, workers), bar.runs());
            }
        };
    }

    /** The comparison that is shown, and when it began; null before there is one. */
    @Nullable Begun shown() {
        return latest.get(subject());
    }

    private static @Nullable Comparison soFar(@Nullable Begun begun) {
        return begun == null ? null : begun.runner().soFar();
    }

    /** What is dragged counts until there is something to be seen. */
    private void guessed(Guesses now) {
        if (latest.get(Subject.MODELS) == null) {
            guesses.set(now);
        }
    }

    /** A frame is due. */
    public void pulse() {
        if (isOpen()) {
            Begun models = latest.get(Subject.MODELS);
            multiples.comparisonProperty().set(models == null ? planned : soFar(models));
            multiples.guessesProperty().set(models == null ? guesses.get() : models.guesses());
            multiples.sentenceProperty().set(models == null && planned != null ? INVITATION : "");
            sweep.comparisonProperty().set(soFar(latest.get(Subject.WORKERS)));
            multiples.pulse();
            sweep.pulse();
        }
    }

    /** It is time to look at figures and sentences. */
    public void refresh() {
        if (!isOpen()) {
            return;
        }
        plan();
        Comparison now = soFar(shown());
        bar.show(control.isRunning(), now != null);
        Comparison seen = now == null ? planned : now;
        if (!Objects.equals(seen, told)) {
            told = seen;
            progress.setText(seen == null ? ComparisonScreenText.CHOOSE_MODELS : progress(seen));
            conclusion.setText(now == null ? "" : ConclusionText.of(now));
        }
    }

    /** Where nothing was measured yet, what would be is laid out, ready for guesses. */
    private void plan() {
        try {
            ComparisonPlan chosen = subject() == Subject.MODELS ? chosen() : null;
            if (planned == null || !planned.plan().equals(chosen)) {
                planned = chosen == null ? null : Comparison.planned(chosen);
            }
        } catch (IllegalArgumentException tooMuch) {
            planned = null; // said when somebody presses Run
        }
    }

    private String progress(Comparison seen) {
        ComparisonPlan comparisonPlan = seen.plan();
        return seen.entries().stream()
                .filter(variantResult -> variantResult.live() != null)
                .findFirst()
                .map(live -> turn(seen.done() + 1, comparisonPlan, live))
                .orElseGet(() -> words(comparisonPlan));
    }

    private static String turn(int number, ComparisonPlan comparisonPlan, VariantResult live) {
        String name = live.variant().name();
        return "Run " + number + " of " + comparisonPlan.turns().size() + ": " + name;
    }

    /** What is, or was, to be measured. */
    private static String words(ComparisonPlan comparisonPlan) {
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

    /** Paints on a dark ground, or on a light one. */
    public void setDark(boolean dark) {
        multiples.darkProperty().set(dark);
        sweep.darkProperty().set(dark);
    }

    /** Paints so many times as large. */
    public void setScale(double scale) {
        multiples.scaleProperty().set(scale);
        sweep.scaleProperty().set(scale);
    }

    SortOrder order() {
        return bar.orderProperty().get();
    }
}
