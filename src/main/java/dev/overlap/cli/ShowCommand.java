package dev.overlap.cli;

import dev.overlap.cli.options.OrderConverter;
import dev.overlap.cli.options.RowGroupingConverter;
import dev.overlap.cli.options.UsageException;
import dev.overlap.comparison.SortOrder;
import dev.overlap.render.RowGrouping;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Reads a file that holds a run, and prints and writes it like one that was just made. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false,
        description = {
            "Opens files that hold runs and prints what happened, as run and compare do. Runs"
                    + " nothing."
        },
        footer = {
            "",
            "A file is a session (.overlap), an event log (.events), a HAR or a Chrome trace; its"
                    + " content says which. Several files are shown side by side, as a comparison.",
            "",
            "What is missing or damaged in a file, and what is not shown of it, is said on standard"
                    + " error."
        })
final class ShowCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files to open.")
    private List<String> files = new ArrayList<>();

    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--rows",
            paramLabel = "WHAT",
            converter = RowGroupingConverter.class,
            description = "What a row of a picture is: tasks, workers, connections or resources.")
    private RowGrouping rows = RowGrouping.TASKS;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            converter = OrderConverter.class,
            description =
                    "How the models of a comparison are sorted: by wall time (wall), as in the file"
                            + " (list) or by name (name).")
    private @Nullable SortOrder order;

    private final CliContext context;

    ShowCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        output.checkFiles(context);
        RecordedFiles recorded = new RecordedFiles(new ReportOutput(output, context));
        recorded.load(files);
        boolean succeeded = recorded.show(output.look(rows), order);
        return succeeded ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }
}
