package dev.overlap.ui;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Order;
import dev.overlap.export.ComparisonReport;
import dev.overlap.export.Export;
import dev.overlap.export.Report.Look;
import dev.overlap.paint.ComparisonTable;
import dev.overlap.ui.CompareControl.Begun;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The ways out of the program for the comparison that is shown.
 *
 * <p>Threads: JavaFX thread only; files are written in the background.
 */
final class CompareExport {

    private final Exporting exporting;
    private final Supplier<CompareView> view;

    /**
     * @param view shows the comparison
     */
    CompareExport(Exporting exporting, Supplier<CompareView> view) {
        this.exporting = exporting;
        this.view = view;
    }

    /** A menu of all ways out. */
    ExportMenu menu(Supplier<Look> current) {
        return ExportMenu.ofComparison(
                new ExportMenu.Actions(
                        this::savePicture, () -> copyPicture(current.get()), this::saveTable),
                this::copyTable);
    }

    /** Asks for a file and paints the comparison into it. */
    void savePicture(Look look) {
        save(look, "png");
    }

    /** Asks for a file and writes a line a run into it. */
    private void saveTable() {
        save(Look.DEFAULT, "csv");
    }

    private void save(Look look, String extension) {
        withReport(
                look,
                report ->
                        exporting.save(
                                "overlap-comparison." + extension,
                                file -> Export.writeComparison(report, file)));
    }

    private void copyPicture(Look look) {
        withReport(look, report -> exporting.copyPicture(out -> Export.writePng(report, out)));
    }

    private void copyTable() {
        withReport(
                Look.DEFAULT,
                report -> exporting.copyText("table", text(report.comparison(), report.order())));
    }

    /** Cells with tabs between them: what spreadsheets and documents take for a table. */
    private static String text(Comparison comparison, Order order) {
        return ComparisonTable.of(comparison, order).stream()
                .map(row -> String.join("\t", row))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void withReport(Look look, Consumer<ComparisonReport> action) {
        @Nullable Begun shown = view.get().shown();
        if (shown == null) {
            exporting.say("Nothing was compared yet. Press Run first.");
        } else {
            action.accept(
                    new ComparisonReport(
                            shown.series().soFar(),
                            view.get().order(),
                            shown.guesses(),
                            shown.at(),
                            look));
        }
    }
}
