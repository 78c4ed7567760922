package dev.overlap.ui.run;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.export.ReportFormat;
import dev.overlap.export.ReportWriter;
import dev.overlap.export.RunReport;
import dev.overlap.export.RunReport.Look;
import dev.overlap.plan.Plan;
import dev.overlap.text.RunText;
import dev.overlap.ui.export.ExportService;
import dev.overlap.ui.run.RunController.Started;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Exports the shown run.
 *
 * <p>Threads: JavaFX thread only; files are written in the background.
 */
public final class RunExport {

    private final ExportService exportService;
    private final Supplier<@Nullable Started> latest;
    private final DoubleSupplier speedUp;

    /**
     * @param latest supplies the shown run, or null if there is none
     * @param speedUp supplies its measured speed-up, NaN if there is none
     */
    public RunExport(
            ExportService exportService,
            Supplier<@Nullable Started> latest,
            DoubleSupplier speedUp) {
        this.exportService = exportService;
        this.latest = latest;
        this.speedUp = speedUp;
    }

    /** Asks for a file and writes the run in a format. */
    public void save(ReportFormat format, Look look) {
        withReport(
                look,
                report ->
                        exportService.save(
                                name(report, format), file -> ReportWriter.write(report, file)));
    }

    /** Copies the run's image to the clipboard. */
    public void copyPicture(Look look) {
        withReport(
                look,
                report -> exportService.copyPicture(out -> ReportFormat.PNG.write(report, out)));
    }

    private void withReport(Look look, Consumer<RunReport> action) {
        Started run = latest.get();
        if (run == null) {
            exportService.showStatus(RunText.NOTHING_TO_EXPORT);
        } else {
            action.accept(report(run, look));
        }
    }

    private RunReport report(Started started, Look look) {
        Plan plan = started.run().plan();
        Long guess = started.guesses().of(plan.model());
        String model = ConcurrencyModel.of(plan.model()).name();
        RunReport report =
                new RunReport(plan, model, started.begun(), started.run().trace(), look)
                        .withMeasuredSpeedUp(speedUp.getAsDouble());
        return guess == null ? report : report.withGuess(guess);
    }

    private static String name(RunReport report, ReportFormat format) {
        return "overlap-" + report.plan().model() + "." + format.extension();
    }
}
