package dev.overlap.ui.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.VariantResult;
import dev.overlap.concurrency.Run;
import dev.overlap.concurrency.Sequential;
import dev.overlap.export.ReportFormats;
import dev.overlap.plan.BulkRequests;
import dev.overlap.plan.Plan;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport.Look;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.trace.Trace;
import dev.overlap.ui.comparison.ComparisonLauncher.Begun;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.export.ExportService;
import dev.overlap.ui.guess.GuessOverlay;
import dev.overlap.ui.run.CompletedRun;
import dev.overlap.ui.run.RunController.MedianRun;
import dev.overlap.ui.run.RunController.RunOrigin;
import dev.overlap.ui.run.RunController.Started;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Controls comparisons in the window: the view over the timeline, the guess dialog, and exports.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class ComparisonController {

    /** The callbacks into the window; unset ones do nothing. */
    public static final class Callbacks {

        private Supplier<Plan> plan =
                () -> {
                    throw new IllegalStateException("no plan is set");
                };
        private Supplier<@Nullable Plan> toRun = () -> null;
        private BiConsumer<List<BulkRequests>, Runnable> begin = (_, _) -> {};
        private Consumer<Started> show = _ -> {};
        private Runnable leave = () -> {};
        private LessonColumn.Owner lesson = LessonColumn.Owner.NONE;
        private Supplier<Look> look =
                () -> {
                    throw new IllegalStateException("no look is set");
                };
        private Consumer<String> say = _ -> {};

        /** Supplies the window's current plan. */
        public Callbacks plan(Supplier<Plan> plan) {
            this.plan = plan;
            return this;
        }

        /**
         * Supplies the plan after committing edits; null, after showing why, if nothing can be
         * compared.
         */
        public Callbacks toRun(Supplier<@Nullable Plan> toRun) {
            this.toRun = toRun;
            return this;
        }

        /**
         * Begins a measurement if no other is active, after confirmation if many requests would go
         * to another server.
         */
        public Callbacks begin(BiConsumer<List<BulkRequests>, Runnable> begin) {
            this.begin = begin;
            return this;
        }

        /** Shows a finished run as a full timeline. */
        public Callbacks show(Consumer<Started> show) {
            this.show = show;
            return this;
        }

        /** Returns the focus to the timeline. */
        public Callbacks leave(Runnable leave) {
            this.leave = leave;
            return this;
        }

        /** Lends the page of the open lesson. */
        public Callbacks lesson(LessonColumn.Owner lesson) {
            this.lesson = lesson;
            return this;
        }

        /** Supplies the look of exported images. */
        public Callbacks look(Supplier<Look> look) {
            this.look = look;
            return this;
        }

        /** Receives status messages. */
        public Callbacks say(Consumer<String> say) {
            this.say = say;
            return this;
        }
    }

    private final ComparisonLauncher launcher;
    private final Callbacks callbacks;
    private final GuessOverlay guessOverlay;
    private final ComparisonExport export;
    private final ComparisonView view;
    private final LessonColumn lessonColumn;
    private final WayBackBar wayBack = new WayBackBar(this::back);
    private Consumer<RecordedComparison> onEnded = _ -> {};
    private Consumer<RecordedComparison> onOpened = _ -> {};
    private @Nullable Started part;
    private @Nullable Started escaped;
    private boolean lessonOpen;

    /**
     * @param guesses bound to what is dragged and typed here until a measurement begins, which
     *     keeps the guesses of that moment
     */
    public ComparisonController(
            ComparisonLauncher launcher,
            ExportService exportService,
            ObjectProperty<Guesses> guesses,
            Callbacks callbacks) {
        this.launcher = launcher;
        this.callbacks = callbacks;
        guessOverlay = new GuessOverlay(guesses);
        export = new ComparisonExport(exportService, this::view);
        view = new ComparisonView(launcher, guesses, export.menu(callbacks.look), viewCallbacks());
        view.setOnEnded(this::ended);
        lessonColumn = new LessonColumn(callbacks.lesson, view);
        view.visibleProperty().subscribe(this::showLesson);
    }

    /** Sets whether a lesson is open, which then stays in sight beside a comparison. */
    public void setLessonOpen(boolean open) {
        lessonOpen = open;
        showLesson();
    }

    private void showLesson() {
        lessonColumn.show(view.isOpen() && lessonOpen);
    }

    private ComparisonView.Callbacks viewCallbacks() {
        return new ComparisonView.Callbacks()
                .plan(callbacks.plan)
                .begin(this::begin)
                .open(this::show)
                .ask(guessOverlay::ask)
                .copy(panel -> export.copyFigures(panel.variant()))
                .back(this::close)
                .say(callbacks.say);
    }

    public ComparisonView view() {
        return view;
    }

    public ModalOverlay guessSheet() {
        return guessOverlay;
    }

    /** Whether results are shown. */
    public boolean isMeasured() {
        return view.shown() != null;
    }

    /** Opens the view, unless there is nothing to compare. */
    public void open() {
        if (callbacks.toRun.get() != null) {
            view.open();
        }
    }

    /** Opens the view; starts the selected comparison if it is open already. */
    public void openOrRun() {
        if (view.isOpen()) {
            view.run();
        } else {
            open();
        }
    }

    /** Closes the view, if it is open. */
    public void leave() {
        if (view.isOpen()) {
            close();
        }
    }

    /** Opens or closes the view. */
    public void toggle() {
        if (view.isOpen()) {
            close();
        } else {
            open();
        }
    }

    /** Opens the view and starts the comparison. */
    public void openAndRun() {
        open();
        if (view.isOpen()) {
            view.run();
        }
    }

    /** Compares the list under a model with sequential execution, one run each. */
    public void openAgainstSequential(String model) {
        openBeside(Sequential.ID, model);
    }

    /** Compares the list under two models, one run each. */
    public void openBeside(String model, String other) {
        view.choose(Stream.of(model, other).distinct().toList(), 1);
        openAndRun();
    }

    /** The bar that leads from a run of a comparison back to it; hidden while there is none. */
    public Node wayBack() {
        return wayBack;
    }

    /** Tells that the window shows a run, or none if null: the way back is that of its own part. */
    public void runShown(@Nullable Started shown) {
        if (shown == null || !shown.equals(part)) {
            part = null;
            wayBack.hide();
        }
    }

    /** Adds what receives a comparison when it has ended, unless no run of it has. */
    public void onEnded(Consumer<RecordedComparison> action) {
        onEnded = onEnded.andThen(action);
    }

    private void ended(Begun begun) {
        Comparison comparison = begun.runner().soFar();
        if (comparison.done() > 0) {
            onEnded.accept(
                    new RecordedComparison(comparison, view.order(), begun.guesses(), begun.at()));
        }
    }

    /**
     * Shows a comparison that was recorded before.
     *
     * @param origin where it was opened from, in words; may be empty
     */
    public void open(RecordedComparison recorded, String origin) {
        view.showOpened(recorded, origin);
        onOpened.accept(recorded);
    }

    /** Sets what receives a comparison that was recorded before and is shown again. */
    public void onOpened(Consumer<RecordedComparison> action) {
        onOpened = action;
    }

    /**
     * Opens the full timeline of a run that the latest comparison draws.
     *
     * @return whether there is such a run
     */
    @SuppressWarnings("ReferenceEquality") // a trace is one run
    public boolean openRun(Trace trace) {
        Comparison measured = view.comparison();
        VariantResult drawn =
                measured == null
                        ? null
                        : measured.entries().stream()
                                .filter(it -> it.drawn() == trace)
                                .findFirst()
                                .orElse(null);
        if (drawn != null) {
            show(drawn);
        }
        return drawn != null;
    }

    /** Whether the view shows the results of a comparison. */
    @SuppressWarnings("ReferenceEquality") // other results are no less equal
    public boolean shows(Comparison comparison) {
        return view.isOpen() && view.comparison() == comparison;
    }

    /** Takes a finished run into account in forecasts. */
    public void measured(Run run) {
        view.measured(run.plan(), run.trace());
    }

    /**
     * Leads from a run of a comparison back to it.
     *
     * @return whether such a run is shown
     */
    private boolean back() {
        boolean shown = part != null && !view.isOpen();
        if (shown) {
            view.reopen();
        }
        return shown;
    }

    /** As {@link #back}, but once from the same run, so that Esc does not go round in circles. */
    public boolean backByEscape() {
        Started shown = part;
        if (shown == null || shown.equals(escaped)) {
            return false;
        }
        escaped = shown;
        return back();
    }

    private void close() {
        view.close();
        callbacks.leave.run();
    }

    private void begin(ComparisonPlan comparisonPlan) {
        Plan plan = comparisonPlan.variants().getFirst().plan();
        callbacks.begin.accept(
                BulkRequests.of(plan, comparisonPlan.turns().size()),
                () -> view.start(comparisonPlan));
    }

    /** Shows the trace of a variant as a full timeline. */
    private void show(VariantResult variantResult) {
        Trace trace = variantResult.drawn();
        if (trace != null && trace.isFinished()) {
            Begun shown = view.shown();
            Instant begun = shown == null ? Instant.now() : shown.at();
            Guesses guesses = shown == null ? Guesses.NONE : shown.guesses();
            CompletedRun run = new CompletedRun(variantResult.variant().plan(), trace);
            MedianRun median =
                    new MedianRun(variantResult.samples().size(), sequentialNanos(variantResult));
            close();
            Started started =
                    new Started(run, begun, guesses, median, origin(shown, variantResult));
            part = started;
            escaped = null;
            wayBack.show(view.nameOfPoint(variantResult.variant()));
            callbacks.show.accept(started);
        }
    }

    /** A part of an opened comparison was not run here either. */
    private @Nullable RunOrigin origin(@Nullable Begun shown, VariantResult variantResult) {
        String words = shown == null ? null : shown.origin();
        Comparison measured = view.comparison();
        return words == null || measured == null
                ? null
                : new RunOrigin(
                        words, variantResult.variant().name(), measured.speedUp(variantResult));
    }

    /** How long sequential execution took, if the time of a variant can be compared with it. */
    private long sequentialNanos(VariantResult variantResult) {
        Comparison measured = view.comparison();
        VariantResult sequential = measured == null ? null : measured.oneByOne();
        return measured == null
                        || sequential == null
                        || Double.isNaN(measured.speedUp(variantResult))
                ? -1
                : sequential.medianNanos();
    }

    /** Asks for a file and saves the comparison as an image. */
    public void savePicture() {
        save(ReportFormats.PNG);
    }

    /** Asks for a file and saves the comparison in a format. */
    public void save(ReportFormat format) {
        export.save(format, callbacks.look.get());
    }

    /**
     * Stops a running comparison, or else closes the view.
     *
     * @return whether there was anything to stop or close
     */
    public boolean escape() {
        if (launcher.isRunning()) {
            launcher.stop();
            return true;
        }
        boolean open = view.isOpen();
        if (open) {
            close();
        }
        return open;
    }
}
