package dev.overlap.cli;

import dev.overlap.cli.options.ModelsConverter;
import dev.overlap.cli.options.UsageException;
import dev.overlap.cli.report.ComparisonSummary;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.export.ComparisonReport;
import dev.overlap.export.RunReport;
import dev.overlap.plan.SampleLists;
import dev.overlap.plan.Settings;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs the sample list on the lab under every model, for machines without a display too. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Runs the sample list under every model and writes " + DemoCommand.PICTURE + ".")
final class DemoCommand implements Callable<Integer> {

    static final String PICTURE = "overlap-demo.png";

    private final CliContext program;

    DemoCommand(CliContext program) {
        this.program = program;
    }

    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        Optional<OutputFiles> picture = picture();
        return CommandSession.work(program, session -> run(session, picture));
    }

    private boolean run(CommandSession session, Optional<OutputFiles> picture)
            throws UsageException, IOException, InterruptedException {
        ComparisonRunResult compared = ComparisonRunResult.run(plan(), session, program);
        ComparisonReport report = report(compared);
        boolean told =
                picture.orElse(OutputFiles.NONE)
                        .writeAfter(
                                () -> ComparisonSummary.of(report).forEach(program::print),
                                report,
                                program);
        return told && picture.isPresent() && compared.isDone();
    }

    /** What writes the picture; where it cannot be written there is still the table. */
    private Optional<OutputFiles> picture() {
        try {
            OutputFiles picture = OutputFiles.of(List.of(PICTURE), program.folder());
            picture.prepare();
            return Optional.of(picture);
        } catch (UsageException e) {
            program.printError(e);
            return Optional.empty();
        }
    }

    /** One run each, so that it is quick. */
    private static ComparisonPlan plan() {
        return new ComparisonPlan(
                Variant.ofModels(SampleLists.greeting(), Settings.DEFAULT, ModelsConverter.all()),
                1);
    }

    private static ComparisonReport report(ComparisonRunResult compared) {
        return new ComparisonReport(
                compared.comparison(),
                SortOrder.WALL,
                Guesses.NONE,
                compared.begun(),
                RunReport.Look.DEFAULT);
    }
}
