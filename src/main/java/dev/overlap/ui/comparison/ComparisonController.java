package dev.overlap.ui.comparison;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.VariantResult;
import dev.overlap.concurrency.Sequential;
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

    /**
     * What comparisons need from the window.
     *
     * @param plan what the window holds
     * @param toRun the same, typed to its end; null, and a sentence, where nothing can be compared
     *     now
     * @param begin begins a measurement if nothing else is measured, after a question where many
     *     requests would go to somebody else's server
     * @param show shows a finished run as a full timeline
     * @param leave gives the focus back to the timeline
     * @param look of a picture, as the window looks
     * @param say gets sentences
     */
    public record Desk(
            Supplier<Plan> plan,
            Supplier<@Nullable Plan> toRun,
            BiConsumer<List<BulkRequests>, Runnable> begin,
            Consumer<Started> show,
            Runnable leave,
            Supplier<Look> look,
            Consumer<String> say) {}

    private final ComparisonLauncher control;
    private final Desk desk;
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
            Desk desk) {
        this.control = control;
        this.desk = desk;
        guessOverlay = new GuessOverlay(guesses);
        export = new ComparisonExport(exportService, this::view);
        view = new ComparisonView(control, guesses, export.menu(desk.look), viewDesk());
    }

    private ComparisonView.Desk viewDesk() {
        return new ComparisonView.Desk(
                desk.plan, this::begin, this::show, guessOverlay::ask, this::close, desk.say);
    }

    public ComparisonView view() {
        return view;
    }

    public ModalOverlay guessSheet() {
        return guessOverlay;
    }

    /** Opens the view, unless there is nothing to compare. */
    public void open() {
        if (desk.toRun.get() != null) {
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
        String model = desk.plan.get().model();
        view.choose(Stream.of(Sequential.ID, model).distinct().toList(), 1);
        openAndRun();
    }

    private void close() {
        view.close();
        desk.leave.run();
    }

    private void begin(ComparisonPlan comparisonPlan) {
        Plan plan = comparisonPlan.variants().getFirst().plan();
        desk.begin.accept(
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
            desk.show.accept(new Started(run, begun, guesses));
        }
    }

    /** Asks for a file and paints the comparison into it. */
    public void savePicture() {
        export.savePicture(desk.look.get());
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
