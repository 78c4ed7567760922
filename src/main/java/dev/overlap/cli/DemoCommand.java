package dev.overlap.cli;

import dev.overlap.compare.Guesses;
import dev.overlap.compare.Order;
import dev.overlap.compare.Programme;
import dev.overlap.compare.Variant;
import dev.overlap.export.ComparisonReport;
import dev.overlap.export.Report;
import dev.overlap.plan.Samples;
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

    private final Surroundings program;

    DemoCommand(Surroundings program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Refused, IOException, InterruptedException {
        Optional<OutFiles> picture = picture();
        return Shift.work(program, shift -> run(shift, picture));
    }

    private boolean run(Shift shift, Optional<OutFiles> picture)
            throws Refused, IOException, InterruptedException {
        SeriesExecution compared = SeriesExecution.run(programme(), shift, program);
        ComparisonReport report = report(compared);
        boolean told =
                picture.orElse(OutFiles.NONE)
                        .writeAfter(
                                () -> SeriesSummary.of(report).forEach(program::say),
                                report,
                                program);
        return told && picture.isPresent() && compared.isDone();
    }

    /** What writes the picture; where it cannot be written there is still the table. */
    private Optional<OutFiles> picture() {
        try {
            OutFiles picture = OutFiles.of(List.of(PICTURE), program.folder());
            picture.prepare();
            return Optional.of(picture);
        } catch (Refused e) {
            program.complain(e);
            return Optional.empty();
        }
    }

    /** One run each, so that it is quick. */
    private static Programme programme() {
        return new Programme(
                Variant.ofModels(Samples.greeting(), Settings.DEFAULT, ModelsOption.all()), 1);
    }

    private static ComparisonReport report(SeriesExecution compared) {
        return new ComparisonReport(
                compared.comparison(),
                Order.WALL,
                Guesses.NONE,
                compared.begun(),
                Report.Look.DEFAULT);
    }
}
