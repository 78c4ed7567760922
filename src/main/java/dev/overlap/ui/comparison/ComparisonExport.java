package dev.overlap.ui.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.export.ReportFormats;
import dev.overlap.export.ReportWriter;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport.Look;
import dev.overlap.text.comparison.ComparisonScreenText;
import dev.overlap.text.comparison.ComparisonTable;
import dev.overlap.ui.comparison.ComparisonLauncher.Begun;
import dev.overlap.ui.export.ExportMenu;
import dev.overlap.ui.export.ExportService;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Exports the shown comparison.
 *
 * <p>Threads: JavaFX thread only; files are written in the background.
 */
final class ComparisonExport {

    private final ExportService exportService;
    private final Supplier<ComparisonView> view;

    /**
     * @param view shows the comparison
     */
    ComparisonExport(ExportService exportService, Supplier<ComparisonView> view) {
        this.exportService = exportService;
        this.view = view;
    }

    /** Creates the export menu. */
    ExportMenu menu(Supplier<Look> current) {
        return ExportMenu.ofComparison(
                new ExportMenu.Callbacks()
                        .save(this::save)
                        .withList(exportService.withListProperty())
                        .copy(() -> copyPicture(current.get())),
                this::copyTable);
    }

    /** Asks for a file and writes the comparison in a format. */
    void save(ReportFormat format, Look look) {
        withReport(
                look,
                format.isPicture(),
                report ->
                        exportService.save(
                                "overlap-comparison." + format.extension(),
                                file -> ReportWriter.write(report, file)));
    }

    private void copyPicture(Look look) {
        withReport(
                look,
                true,
                report -> exportService.copyPicture(out -> ReportFormats.PNG.write(report, out)));
    }

    private void copyTable() {
        withReport(
                Look.DEFAULT,
                false,
                report ->
                        exportService.copyText(
                                "table",
                                text(ComparisonTable.of(report.comparison(), report.order()))));
    }

    /** Copies the head of the table and the row of a variant. */
    void copyFigures(Variant variant) {
        String name = variant.isOfWorkers() ? variant.name() : variant.plan().model();
        withReport(
                Look.DEFAULT,
                false,
                report ->
                        exportService.copyText(
                                "figures",
                                text(figures(report.comparison(), report.order(), name))));
    }

    private static List<List<String>> figures(Comparison comparison, SortOrder order, String name) {
        List<List<String>> table = ComparisonTable.of(comparison, order);
        return Stream.concat(
                        table.stream().limit(1),
                        table.stream().skip(1).filter(row -> row.getFirst().equals(name)))
                .toList();
    }

    /** Tab-separated cells, which spreadsheets and documents paste as a table. */
    private static String text(List<List<String>> table) {
        return table.stream()
                .map(row -> String.join("\t", row))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Makes a report of the results.
     *
     * @param asShown whether as the window shows them, which a picture says, or as measured
     */
    private void withReport(Look look, boolean asShown, Consumer<ComparisonReport> action) {
        @Nullable Begun shown = view.get().shown();
        @Nullable Comparison visible = view.get().visible();
        if (shown == null || visible == null) {
            exportService.showStatus(ComparisonScreenText.NOTHING_TO_EXPORT);
        } else {
            action.accept(
                    new ComparisonReport(
                            asShown ? visible : shown.runner().soFar(),
                            view.get().order(),
                            shown.guesses(),
                            shown.at(),
                            look.withList(exportService.withListProperty().get())));
        }
    }
}
