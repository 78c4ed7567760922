package dev.overlap.ui;

import dev.overlap.export.Export;
import dev.overlap.export.Report;
import dev.overlap.export.Report.Look;
import dev.overlap.model.Model;
import dev.overlap.plan.Plan;
import dev.overlap.ui.RunControl.Started;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The ways out of the program for the run that is shown.
 *
 * <p>Threads: JavaFX thread only; files are written in the background.
 */
final class RunExport {

    private final Exporting exporting;
    private final Supplier<@Nullable Started> latest;

    /**
     * @param latest the run that is shown, or null while there is none
     */
    RunExport(Exporting exporting, Supplier<@Nullable Started> latest) {
        this.exporting = exporting;
        this.latest = latest;
    }

    /** Asks for a file and paints the run's picture into it. */
    void savePicture(Look look) {
        withReport(
                look,
                report -> exporting.save(name(report, "png"), file -> Export.write(report, file)));
    }

    /** Puts the run's picture on the clipboard. */
    void copyPicture(Look look) {
        withReport(look, report -> exporting.copyPicture(out -> Export.writePng(report, out)));
    }

    /** Asks for a file and writes the run's table into it. */
    void saveTable() {
        withReport(
                Look.DEFAULT,
                report -> exporting.save(name(report, "csv"), file -> Export.write(report, file)));
    }

    private void withReport(Look look, Consumer<Report> action) {
        Started run = latest.get();
        if (run == null) {
            exporting.say("There is no run to export yet. Press Run first.");
        } else {
            action.accept(report(run, look));
        }
    }

    private Report report(Started started, Look look) {
        Plan plan = started.run().plan();
        Long guess = started.guesses().of(plan.model());
        Report report =
                new Report(
                        plan,
                        Model.of(plan.model()).name(),
                        started.begun(),
                        started.run().trace(),
                        look);
        return guess == null ? report : report.withGuess(guess);
    }

    private static String name(Report report, String extension) {
        return "overlap-" + report.plan().model() + "." + extension;
    }
}
