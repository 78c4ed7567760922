package dev.overlap.cli;

import dev.overlap.export.Report;
import dev.overlap.paint.Folding;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/** The options that say where results go, in which form, and how much is said beside them. */
final class OutputOptions {

    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to write what happened; the extension says how: .png or .csv; - is CSV"
                            + " on stdout.")
    private List<String> out = new ArrayList<>();

    @Option(names = "--dark", description = "Draw pictures on a dark ground.")
    private boolean dark;

    @Option(names = "--json", description = "Print JSON, an object a line, as told below.")
    private boolean json;

    @Option(names = "--quiet", description = "Say only what went wrong.")
    private boolean quiet;

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
    Surroundings voice(Surroundings outside) {
        Surroundings voice = form() == Form.WORDS ? outside : outside.aside();
        return quiet ? voice.quiet() : voice;
    }

    /**
     * The files that are asked for.
     *
     * @throws Refused if one of them can clearly not be written
     */
    OutFiles files(Surroundings outside) throws Refused {
        List<String> names = out.stream().filter(name -> !name.equals(STANDARD_OUTPUT)).toList();
        return OutFiles.of(names, outside.folder());
    }

    /** How pictures look. */
    Report.Look look(Folding rows) {
        return new Report.Look(Report.Look.DEFAULT.scale(), dark, rows);
    }
}
