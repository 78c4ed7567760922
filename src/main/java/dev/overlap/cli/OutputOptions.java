package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.export.ReportFormat;
import dev.overlap.export.RunReport;
import dev.overlap.render.RowGrouping;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The options that say where results go, in which form, and how much is said beside them. */
final class OutputOptions {

    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            completionCandidates = Extensions.class,
            description =
                    "File to write the results to; its extension picks the format"
                            + " (${COMPLETION-CANDIDATES}); - is CSV on stdout.")
    private List<String> out = new ArrayList<>();

    @Option(names = "--dark", description = "Draw pictures on a dark background.")
    private boolean dark;

    @Option(names = "--json", description = "Print JSON, one object per line, as described below.")
    private boolean json;

    @Option(names = "--quiet", description = "Print only what went wrong.")
    private boolean quiet;

    /** What the name of a file may end in, for the help. */
    static final class Extensions implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ReportFormat.all().stream().map(format -> "." + format.extension()).iterator();
        }
    }

    /** What standard output holds. */
    enum Form {
        WORDS,
        CSV,
        JSON
    }

    /** What is asked for. */
    Form form() {
        if (json) {
            return Form.JSON;
        }
        return out.contains(STANDARD_OUTPUT) ? Form.CSV : Form.WORDS;
    }

    /** What says the words: beside the data, if standard output holds some, and if at all. */
    CliContext voice(CliContext outside) {
        CliContext voice = form() == Form.WORDS ? outside : outside.aside();
        return quiet ? voice.quiet() : voice;
    }

    /**
     * The files that are asked for.
     *
     * @throws UsageException if one of them can clearly not be written
     */
    OutputFiles files(CliContext outside) throws UsageException {
        List<String> names = out.stream().filter(name -> !name.equals(STANDARD_OUTPUT)).toList();
        return OutputFiles.of(names, outside.folder());
    }

    /** How pictures look. */
    RunReport.Look look(RowGrouping rows) {
        return new RunReport.Look(RunReport.Look.DEFAULT.scale(), dark, rows);
    }
}
