package dev.overlap.cli;

import dev.overlap.export.Export;
import dev.overlap.export.Report;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.io.IOException;
import java.io.PrintStream;

/** For programs: the table, once it is complete. Words go where they do not mix with it. */
final class TellingInCsv implements Telling {

    private final Telling words;
    private final PrintStream table;

    TellingInCsv(Telling words, PrintStream table) {
        this.words = words;
        this.table = table;
    }

    @Override
    public void ended(Trace trace, TaskTrack task) {
        words.ended(trace, task);
    }

    @Override
    public void conclude(Report report) throws IOException {
        words.conclude(report);
        Export.writeCsv(report, table);
    }
}
