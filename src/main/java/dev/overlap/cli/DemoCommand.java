package dev.overlap.cli;

import dev.overlap.cli.options.ModelsConverter;
import dev.overlap.cli.options.UsageException;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.plan.SampleLists;
import dev.overlap.plan.Settings;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs the sample list on the lab under every model; needs no display. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Runs the sample list under every model and writes " + DemoCommand.PICTURE + ".")
final class DemoCommand implements Callable<Integer> {

    static final String PICTURE = "overlap-demo.png";

    private final CliContext context;

    DemoCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        Optional<OutputOptions> picture = picture();
        return CommandSession.execute(context, session -> run(session, picture));
    }

    private boolean run(CommandSession session, Optional<OutputOptions> picture)
            throws UsageException, IOException, InterruptedException {
        ComparisonRunResult result = ComparisonRunResult.run(plan(), session, context);
        ComparisonReport report = report(result);
        boolean written =
                new ReportOutput(picture.orElseGet(OutputOptions::new), context).conclude(report);
        return written && picture.isPresent() && result.allSucceeded();
    }

    /** Returns where the picture is written; without it, the table is printed nevertheless. */
    private Optional<OutputOptions> picture() {
        try {
            OutputOptions picture = OutputOptions.toFile(PICTURE);
            picture.checkFiles(context);
            picture.prepareFiles();
            return Optional.of(picture);
        } catch (UsageException e) {
            context.printError(e);
            return Optional.empty();
        }
    }

    /** Runs each model once, so that the demo is quick. */
    private static ComparisonPlan plan() {
        return new ComparisonPlan(
                Variant.ofModels(SampleLists.greeting(), Settings.DEFAULT, ModelsConverter.all()),
                1);
    }

    private static ComparisonReport report(ComparisonRunResult result) {
        return new ComparisonReport(
                result.comparison(),
                SortOrder.WALL,
                Guesses.NONE,
                result.begun(),
                RunReport.Look.DEFAULT);
    }
}
