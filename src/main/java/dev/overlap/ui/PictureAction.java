package dev.overlap.ui;

import dev.overlap.export.ReportFormats;
import dev.overlap.report.RunReport.Look;
import dev.overlap.ui.comparison.ComparisonController;
import dev.overlap.ui.run.RunExport;

import java.util.function.Supplier;

/** Saves a picture of what is visible: the comparison, or the run. */
record PictureAction(ComparisonController comparison, RunExport exports, Supplier<Look> look)
        implements Runnable {

    @Override
    public void run() {
        if (comparison.view().isOpen()) {
            comparison.savePicture();
        } else {
            exports.save(ReportFormats.PNG, look.get());
        }
    }
}
