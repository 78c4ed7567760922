package dev.overlap.ui.run;

import dev.overlap.export.ReportFormats;
import dev.overlap.export.ReportWriter;
import dev.overlap.plan.Plan;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.report.RunReport.Look;
import dev.overlap.text.RunText;
import dev.overlap.ui.export.ExportMenu;
import dev.overlap.ui.export.ExportService;
import dev.overlap.ui.run.RunController.Started;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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

    /**
     * Creates the export menu.
     *
     * @param showing turns a look into one of what the chart shows
     * @param current supplies the look of the window
     */
    public ExportMenu menu(UnaryOperator<Look> showing, Supplier<Look> current) {
        return ExportMenu.ofRun(
                new ExportMenu.Callbacks()
                        .save((format, look) -> save(format, showing.apply(look)))
                        .withList(exportService.withListProperty())
                        .copy(() -> copyPicture(current.get())));
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
    private void copyPicture(Look look) {
        withReport(
                look,
                report -> exportService.copyPicture(out -> ReportFormats.PNG.write(report, out)));
    }

    private void withReport(Look look, Consumer<RunReport> action) {
        Started run = latest.get();
        if (run == null) {
            exportService.showStatus(RunText.NOTHING_TO_EXPORT);
        } else {
            boolean withList = exportService.withListProperty().get();
            action.accept(report(run, look.withList(withList)));
        }
    }

    private RunReport report(Started started, Look look) {
        Plan plan = started.run().plan();
        Long guess = started.guesses().of(plan.model());
        RunReport report =
                new RunReport(
                                plan,
                                started.modelName(),
                                started.begun(),
                                started.run().trace(),
                                look)
                        .withMeasuredSpeedUp(speedUp.getAsDouble());
        return guess == null ? report : report.withGuess(guess);
    }

    private static String name(RunReport report, ReportFormat format) {
        String model = report.plan().model();
        return "overlap-" + (model.isEmpty() ? "run" : model) + "." + format.extension();
    }
}
