package dev.overlap.ui.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.ComparisonRunner;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.comparison.forecast.Forecast;
import dev.overlap.comparison.forecast.ForecastProgress;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Plan;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.text.comparison.BusyRunsText;
import dev.overlap.text.comparison.ComparisonScreenText;
import dev.overlap.text.comparison.ConclusionText;
import dev.overlap.text.comparison.ForecastText;
import dev.overlap.trace.Trace;
import dev.overlap.ui.comparison.ComparisonLauncher.Begun;

import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

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

    private final Callbacks callbacks;
    private final ComparisonLauncher launcher;
    private final ObjectProperty<Guesses> guesses;
    private final ComparisonToolBar toolBar;
    private final ComparisonCharts charts = new ComparisonCharts();
    private final ComparisonFoot foot =
            new ComparisonFoot(charts::fitAll, this::former, this::later);
    private final ForecastCache forecasts = new ForecastCache();
    private final Map<ComparisonSubject, ComparisonHistory> results =
            new EnumMap<>(ComparisonSubject.class);
    private final StartUpFilter startUp = new StartUpFilter();
    private @Nullable Comparison preview;
    private @Nullable Begun running;
    private Consumer<Begun> onEnded = _ -> {};

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
        for (ComparisonSubject comparisonSubject : ComparisonSubject.values()) {
            results.put(comparisonSubject, new ComparisonHistory());
        }
        setId("compare-view");
        getStyleClass().add("compare-view");
        setMinSize(0, 0); // the tool bar shrinks in narrow windows
        setTop(toolBar);
        setCenter(charts);
        setBottom(foot);
        wire();
        setVisible(false);
    }

    private void wire() {
        charts.orderProperty().bind(toolBar.orderProperty());
        charts.guessesProperty().subscribe((_, now) -> guessDragged(now));
        charts.setOnOpen(callbacks.open);
        charts.setPanelActions(new PanelActions(choice(), callbacks.open, callbacks.copy));
        choice().choose(ComparisonPlan.DEFAULT_MODELS);
        choice().subjectProperty().subscribe(this::showSubject);
        launcher.runningProperty().subscribe(this::runningChanged);
        foot.withoutStartUpProperty().subscribe(this::refresh);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private ComparisonToolBar.Callbacks actions() {
        return new ComparisonToolBar.Callbacks()
                .run(this::run)
                .stop(launcher::stop)
                .guess(() -> callbacks.ask.accept(List.copyOf(choice().models())))
                .back(callbacks.back);
    }

    private void showSubject(ComparisonSubject comparisonSubject) {
        charts.show(comparisonSubject);
        refresh();
    }

    /** What it measured is the best forecast of the next comparison. */
    private void runningChanged(boolean running) {
        Begun last = shown();
        if (!running && last != null) {
            forecasts.add(last.runner().soFar());
        }
        Begun ended = this.running;
        if (!running && ended != null) {
            this.running = null;
            onEnded.accept(ended);
        }
        refresh();
    }

    /** Takes a single run into account in forecasts. */
    void measured(Plan plan, Trace trace) {
        forecasts.add(plan, trace);
    }

    /** Shows the view with the latest results of the window's list, or ready to measure it. */
    void open() {
        Plan plan = callbacks.plan.get();
        choice().presetSwept(plan.model());
        if (!launcher.isRunning()) {
            results.values().forEach(kept -> kept.keepOnlyIf(begun -> isOf(begun, plan)));
        }
        reopen();
    }

    /** Shows the view as it was when it was closed. */
    void reopen() {
        setVisible(true);
        refresh();
        charts.focus(subject());
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

    /** Selects models and runs per model, and puts previous results aside. */
    public void choose(List<String> models, int runs) {
        choice().subjectProperty().set(ComparisonSubject.MODELS);
        choice().choose(models);
        toolBar.setRuns(runs);
        results.values().forEach(ComparisonHistory::putAside);
    }

    /** Offers further models. */
    public void offer(List<? extends ConcurrencyModel> further) {
        choice().offer(further);
    }

    /** Selects exactly these models by id; unknown ids are ignored, and none changes nothing. */
    public void chooseModels(List<String> ids) {
        if (choice().offersAny(ids)) {
            choice().choose(ids);
        }
    }

    /** The numbers of workers that somebody chose for a sweep. Never null. */
    public ObjectProperty<List<Integer>> pickedCountsProperty() {
        return choice().pickedCountsProperty();
    }

    /** The selected models, in list order; read-only. */
    public ObservableList<ConcurrencyModel> chosenModels() {
        return choice().models();
    }

    /** Starts the selected comparison, unless one is running. */
    public void run() {
        try {
            ComparisonPlan chosen = chosen(callbacks.plan.get());
            if (chosen == null) {
                callbacks.say.accept(
                        subject() == ComparisonSubject.MODELS
                                ? ComparisonScreenText.NO_MODEL_CHOSEN
                                : ComparisonScreenText.NO_COUNT_CHOSEN);
            } else if (!launcher.isRunning()) {
                callbacks.begin.accept(chosen);
            }
        } catch (IllegalArgumentException tooMuch) {
            callbacks.say.accept(String.valueOf(tooMuch.getMessage()));
        }
    }

    /** Starts a comparison plan created by {@link #run} and shows it under the current subject. */
    void start(ComparisonPlan comparisonPlan) {
        Begun begun = launcher.start(forecasts.of(comparisonPlan), guesses.get());
        running = begun;
        results().add(begun);
        charts.fitAll();
        refresh();
    }

    /** Sets what receives a comparison when it has ended. */
    void setOnEnded(Consumer<Begun> action) {
        onEnded = action;
    }

    /** Shows results that were recorded before, after all others. */
    void showOpened(RecordedComparison recorded, String origin) {
        Comparison comparison = recorded.comparison();
        choice().subjectProperty()
                .set(
                        WorkerSweep.is(comparison)
                                ? ComparisonSubject.WORKERS
                                : ComparisonSubject.MODELS);
        toolBar.orderProperty().set(recorded.order());
        results()
                .add(
                        new Begun(
                                ComparisonRunner.ended(comparison),
                                recorded.begun(),
                                recorded.guesses(),
                                new Forecast(comparison.plan(), List.of()),
                                origin));
        charts.fitAll();
        reopen();
    }

    private void former() {
        if (!launcher.isRunning()) {
            results().former();
            charts.fitAll();
            refresh();
        }
    }

    private void later() {
        if (!launcher.isRunning()) {
            results().later();
            charts.fitAll();
            refresh();
        }
    }

    /** Undo and redo, of what the chart and text fields have not undone themselves. */
    private void key(KeyEvent event) {
        boolean redo = event.getCode() == KeyCode.Y || event.isShiftDown();
        boolean known = event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y;
        if (known
                && event.isShortcutDown()
                && !event.isAltDown()
                && !(event.getTarget() instanceof TextInputControl)) {
            event.consume();
            if (redo) {
                later();
            } else {
                former();
            }
        }
    }

    private ComparisonSubject subject() {
        return choice().subjectProperty().get();
    }

    /** The choice of what is compared. */
    VariantChoice choice() {
        return toolBar.choice();
    }

    private ComparisonHistory results() {
        return Objects.requireNonNull(results.get(subject()));
    }

    /** Returns the selected comparison plan; null if nothing is selected. */
    private @Nullable ComparisonPlan chosen(Plan plan) {
        List<Variant> variants = choice().variants(plan);
        return variants.isEmpty() ? null : new ComparisonPlan(variants, toolBar.runs());
    }

    /** The shown comparison with its start time; null before the first. */
    @Nullable Begun shown() {
        return results().shown();
    }

    /** The results so far, with the start of processes; null before the first. */
    @Nullable Comparison comparison() {
        Begun begun = shown();
        return begun == null ? null : begun.runner().soFar();
    }

    /** The results as they are shown; null before the first. */
    @Nullable Comparison visible() {
        return startUp.of(comparison(), foot.withoutStartUpProperty().get());
    }

    /** Dragging changes the guesses only until there are results. */
    private void guessDragged(Guesses now) {
        if (subject() == ComparisonSubject.MODELS && shown() == null) {
            guesses.set(now);
        }
    }

    /** Paints if needed. Called once per pulse. */
    public void pulse() {
        if (isOpen()) {
            Begun begun = shown();
            Comparison now = visible();
            charts.guessesProperty().set(begun == null ? guesses.get() : begun.guesses());
            charts.show(subject(), now == null ? preview : now, now != null);
            charts.pulse();
        }
    }

    /** Updates the tool bar and the texts. */
    public void refresh() {
        if (!isOpen()) {
            return;
        }
        Plan plan = callbacks.plan.get();
        updatePreview(plan);
        Begun begun = shown();
        boolean running = launcher.isRunning();
        toolBar.show(running, begun != null);
        foot.showOtherList(begun != null && !running && !isOf(begun, plan));
        foot.show(
                new ComparisonFoot.Applying(
                        !running && results().hasFormer(),
                        !running && results().hasLater(),
                        charts.isZoomed(),
                        begun != null && begun.runner().soFar().hasStartUp()));
        if (begun == null) {
            showForecast();
        } else {
            showResults(begun, running);
        }
    }

    private void showForecast() {
        Comparison planned = preview;
        foot.showBar(null);
        foot.showConclusion("");
        foot.showBusy("", "");
        if (planned == null) {
            foot.showProgress(
                    subject() == ComparisonSubject.MODELS
                            ? ComparisonScreenText.CHOOSE_MODELS
                            : ComparisonScreenText.CHOOSE_COUNTS);
        } else {
            foot.showProgress(
                    ForecastText.before(forecasts.of(planned.plan()))
                            + " \u00b7 "
                            + ForecastText.circumstances(planned));
        }
    }

    private void showResults(Begun begun, boolean running) {
        Comparison now = Objects.requireNonNull(visible());
        foot.showConclusion(ConclusionText.of(now));
        foot.showBusy(running ? "" : BusyRunsText.of(now), BusyRunsText.help(now));
        if (running) {
            ForecastProgress progress = begun.progress();
            foot.showBar(progress);
            foot.showProgress(ForecastText.during(now, progress));
        } else {
            foot.showBar(null);
            foot.showProgress(ForecastText.after(now, begun.origin()));
        }
    }

    /** Without results, shows the empty panels of the planned comparison, ready for guesses. */
    private void updatePreview(Plan plan) {
        try {
            ComparisonPlan chosen = chosen(plan);
            ComparisonPlan previewed = preview == null ? null : preview.plan();
            if (!Objects.equals(previewed, chosen)) {
                preview = chosen == null ? null : Comparison.planned(chosen);
                callbacks.say.accept("");
            }
            charts.setForecast(chosen == null ? null : forecasts.of(chosen));
        } catch (IllegalArgumentException tooMuch) {
            preview = null; // reported when Run is pressed
        }
    }

    /** Switches between dark and light theme. */
    public void setDark(boolean dark) {
        charts.setDark(dark);
    }

    /** Sets the scale of the charts. */
    public void setScale(double scale) {
        charts.setScale(scale);
    }

    /** The name of a point of the shown sweep, such as 4 workers; empty if it is of models. */
    String nameOfPoint(Variant variant) {
        Begun begun = shown();
        return begun == null || !variant.isOfWorkers()
                ? ""
                : ForecastText.name(variant, begun.runner().soFar());
    }

    SortOrder order() {
        return toolBar.orderProperty().get();
    }

    /** The number of runs per variant. Never null. */
    public ObjectProperty<Integer> runsProperty() {
        return toolBar.runsProperty();
    }
}
