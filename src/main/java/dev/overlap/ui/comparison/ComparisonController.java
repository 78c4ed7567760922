package dev.overlap.ui.comparison;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.VariantResult;
import dev.overlap.concurrency.Sequential;
import dev.overlap.export.ReportFormat;
import dev.overlap.export.RunReport.Look;
import dev.overlap.plan.BulkRequests;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;
import dev.overlap.ui.comparison.ComparisonLauncher.Begun;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.export.ExportService;
import dev.overlap.ui.guess.GuessOverlay;
import dev.overlap.ui.run.CompletedRun;
import dev.overlap.ui.run.RunController.Started;

import javafx.beans.property.ObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Comparisons in the window: the view of them, which lies over the timeline, the sheet that asks
 * for guesses, and the ways out.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class ComparisonController {

    /** What comparisons need from the window. What is not set does nothing. */
    public static final class Callbacks {

        private Supplier<Plan> plan =
                () -> {
                    throw new IllegalStateException("no plan is set");
                };
        private Supplier<@Nullable Plan> toRun = () -> null;
        private BiConsumer<List<BulkRequests>, Runnable> begin = (_, _) -> {};
        private Consumer<Started> show = _ -> {};
        private Runnable leave = () -> {};
        private Supplier<Look> look =
                () -> {
                    throw new IllegalStateException("no look is set");
                };
        private Consumer<String> say = _ -> {};

        /** What the window holds. */
        public Callbacks plan(Supplier<Plan> plan) {
            this.plan = plan;
            return this;
        }

        /** The same, typed to its end; null, and a sentence, where nothing can be compared now. */
        public Callbacks toRun(Supplier<@Nullable Plan> toRun) {
            this.toRun = toRun;
            return this;
        }

        /**
         * Begins a measurement if nothing else is measured, after a question where many requests
         * would go to somebody else's server.
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

        /** Gives the focus back to the timeline. */
        public Callbacks leave(Runnable leave) {
            this.leave = leave;
            return this;
        }

        /** Of a picture, as the window looks. */
        public Callbacks look(Supplier<Look> look) {
            this.look = look;
            return this;
        }

        /** Gets sentences. */
        public Callbacks say(Consumer<String> say) {
            this.say = say;
            return this;
        }
    }

    private final ComparisonLauncher control;
    private final Callbacks callbacks;
    private final GuessOverlay guessOverlay;
    private final ComparisonExport export;
    private final ComparisonView view;

    /**
     * @param guesses follows what is dragged and typed here, and is followed until something is
     *     measured, which keeps those that stood when it began
     */
    public ComparisonController(
            ComparisonLauncher control,
            ExportService exportService,
            ObjectProperty<Guesses> guesses,
            Callbacks callbacks) {
        this.control = control;
        this.callbacks = callbacks;
        guessOverlay = new GuessOverlay(guesses);
        export = new ComparisonExport(exportService, this::view);
        view = new ComparisonView(control, guesses, export.menu(callbacks.look), viewCallbacks());
    }

    private ComparisonView.Callbacks viewCallbacks() {
        return new ComparisonView.Callbacks()
                .plan(callbacks.plan)
                .begin(this::begin)
                .open(this::show)
                .ask(guessOverlay::ask)
                .back(this::close)
                .say(callbacks.say);
    }

    public ComparisonView view() {
        return view;
    }

    public ModalOverlay guessSheet() {
        return guessOverlay;
    }

    /** Opens the view, unless there is nothing to compare. */
    public void open() {
        if (callbacks.toRun.get() != null) {
            view.open();
        }
    }

    /** Opens the view, or closes it. */
    public void toggle() {
        if (view.isOpen()) {
            close();
        } else {
            open();
        }
    }

    /** One press: opens the view and begins to measure. */
    public void openAndRun() {
        open();
        if (view.isOpen()) {
            view.run();
        }
    }

    /** One press: runs the list once as it is, and once one task after another. */
    public void openAgainstSequential() {
        String model = callbacks.plan.get().model();
        view.choose(Stream.of(Sequential.ID, model).distinct().toList(), 1);
        openAndRun();
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

    /** Shows what is drawn of an entry as a full timeline. */
    private void show(VariantResult variantResult) {
        Trace trace = variantResult.drawn();
        if (trace != null && trace.isFinished()) {
            Begun shown = view.shown();
            Instant begun = shown == null ? Instant.now() : shown.at();
            Guesses guesses = shown == null ? Guesses.NONE : shown.guesses();
            CompletedRun run = new CompletedRun(variantResult.variant().plan(), trace);
            close();
            callbacks.show.accept(new Started(run, begun, guesses));
        }
    }

    /** Asks for a file and paints the comparison into it. */
    public void savePicture() {
        export.save(ReportFormat.PNG, callbacks.look.get());
    }

    /**
     * Ends what goes on here, else closes the view.
     *
     * @return whether there was anything to end
     */
    public boolean escape() {
        if (control.isRunning()) {
            control.stop();
            return true;
        }
        boolean open = view.isOpen();
        if (open) {
            close();
        }
        return open;
    }
}
