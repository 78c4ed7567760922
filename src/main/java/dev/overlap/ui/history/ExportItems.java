package dev.overlap.ui.history;

import dev.overlap.export.ReportFormats;
import dev.overlap.report.ReportFormat;

import javafx.scene.control.MenuItem;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The formats in which a kept run can be exported, as items of a menu. */
record ExportItems(BiConsumer<HistoryItem, ReportFormat> export) {

    List<MenuItem> of(Supplier<HistoryItem> item) {
        return ReportFormats.all().stream().map(format -> item(format, item)).toList();
    }

    private MenuItem item(ReportFormat format, Supplier<HistoryItem> item) {
        MenuItem entry = new MenuItem(format.label());
        entry.setId("history-export-" + format.extension());
        entry.setOnAction(_ -> export.accept(item.get(), format));
        return entry;
    }
}
