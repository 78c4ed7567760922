package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.export.ReportFormat;
import dev.overlap.export.RunReport;
import dev.overlap.plan.SiteList;
import dev.overlap.render.RowGrouping;
import dev.overlap.text.SettingsText;

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
                    "Where to write what happened; the extension says how"
                            + " (${COMPLETION-CANDIDATES}); - is CSV on stdout.")
    private List<String> out = new ArrayList<>();

    @Option(names = "--dark", description = "Draw pictures on a dark ground.")
    private boolean dark;

    @Option(names = "--json", description = "Print JSON, one object per line, as described below.")
    private boolean json;

    @Option(names = "--quiet", description = "Say only what went wrong.")
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

    /** Says that no proxy is used, if others would use one for a site that is to be run. */
    void noteProxy(SiteList list, CliContext outside) {
        if (!quiet) {
            outside.proxies()
                    .firstFor(list)
                    .map(proxy -> SettingsText.NO_PROXY.formatted(proxy.text()))
                    .ifPresent(outside::printError);
        }
    }

    /** How pictures look. */
    RunReport.Look look(RowGrouping rows) {
        return new RunReport.Look(RunReport.Look.DEFAULT.scale(), dark, rows);
    }
}
