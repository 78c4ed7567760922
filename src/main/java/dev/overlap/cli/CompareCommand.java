package dev.overlap.cli;

import dev.overlap.compare.Guesses;
import dev.overlap.compare.Order;
import dev.overlap.compare.Programme;
import dev.overlap.compare.Sweep;
import dev.overlap.compare.Variant;
import dev.overlap.export.ComparisonReport;
import dev.overlap.export.Export;
import dev.overlap.export.JsonLines;
import dev.overlap.model.Model;
import dev.overlap.paint.ConclusionWords;
import dev.overlap.paint.Folding;
import dev.overlap.plan.Crowd;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs one list under several models, or one model with several numbers of workers. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "overlap compare [FILE|-] [--site LINE]... [--models ID,ID,...|all]",
            "                [--runs N] [--sweep N,N,...|auto] [--workers N] [--repeat N]",
            "                [--timeout TIME] [--connections-per-host N] [--connections N]",
            "                [--warm] [--interpreter-lock] [--first-failure-cancels]",
            "                [--guess ID=TIME]... [--sort ORDER] [--out FILE|-]...",
            "                [--dark] [--json] [--quiet] [--yes]"
        },
        description = {
            "Runs one list under several models, one run after another, each several times in"
                    + " alternating order, and says what all runs tell together.",
        },
        footer = {
            "",
            "With --sweep, one model is run with several numbers of workers instead.",
            "",
            "With --out -, a CSV table with a line for each run goes to standard output once all is"
                + " over; with --json, an object for each run with the fields that the CSV table"
                + " has for columns, and at the end one with the \"conclusion\". All words then go"
                + " to standard error.",
            "",
            "Ctrl+C ends the run that goes on, which is not counted, and writes what there is."
        })
final class CompareCommand implements Callable<Integer> {

    @Mixin private SitesOptions sites = new SitesOptions();

    @Option(
            names = {"--models", "--model"},
            paramLabel = "ID",
            split = ",",
            description =
                    "Which models, or all; sequential, threads, thread-pool, event-loop and"
                            + " blocked-loop unless given. See overlap models.")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How often each is run; 3 unless given.")
    private int runs = Programme.USUAL_RUNS;

    @Option(
            names = "--sweep",
            paramLabel = "N,N,...|auto",
            converter = SweepOption.class,
            description =
                    "Run one model with these numbers of workers, such as 1,2,4,8, or auto for"
                            + " those that fit the list.")
    private SweepOption.@Nullable Numbers sweep;

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--guess",
            paramLabel = "ID=TIME",
            converter = GuessOption.class,
            description = "How long you think a model takes, such as event-loop=400ms.")
    private List<GuessOption.Guess> guesses = new ArrayList<>();

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            converter = OrderOption.class,
            description = "How models are sorted: by wall time (wall), as given (list), by name.")
    private Order order = Order.WALL;

    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--yes",
            description =
                    "Send more than "
                            + Crowd.MOST_UNASKED
                            + " requests to a host unasked, all runs"
                            + " together.")
    private boolean yes;

    private final Surroundings outside;

    CompareCommand(Surroundings program) {
        this.outside = program;
    }

    @Override
    public Integer call() throws Refused, IOException, InterruptedException {
        Surroundings voice = output.voice(outside);
        Settings settings = options.settings();
        List<Model> chosen = models();
        Guesses guessed = guesses(chosen);
        OutFiles files = output.files(outside);
        SiteSources sources = sites.read(outside);
        sources.complain(voice);
        Programme programme = programme(sources.list(), settings, chosen);
        if (!yes) {
            Plan plan = programme.variants().getFirst().plan();
            Permission.ask(plan, programme.turns().size(), outside);
        }
        files.prepare();
        return sources.codeAfter(
                Shift.work(outside, shift -> run(programme, guessed, files, shift)));
    }

    private List<Model> models() throws Refused {
        if (sweep == null) {
            return ModelsOption.of(models.isEmpty() ? Programme.USUAL_MODELS : models);
        }
        List<Model> chosen = ModelsOption.of(models);
        if (chosen.size() != 1) {
            throw new Refused("A sweep is of one model: write --model ID. See overlap models.");
        }
        return chosen;
    }

    private Guesses guesses(List<Model> chosen) throws Refused {
        if (sweep != null && !guesses.isEmpty()) {
            throw new Refused("A guess is about a model: leave --guess or --sweep out.");
        }
        return GuessOption.of(guesses, chosen);
    }

    private Programme programme(SiteList list, Settings settings, List<Model> chosen)
            throws Refused {
        Plan plan = SitesOptions.worthRunning(new Plan(list, chosen.getFirst().id(), settings));
        try {
            List<Variant> variants =
                    sweep == null
                            ? Variant.ofModels(list, settings, chosen)
                            : Variant.ofWorkers(plan, workers(sweep, plan));
            return new Programme(variants, runs);
        } catch (IllegalArgumentException e) {
            throw new Refused(e);
        }
    }

    private static List<Integer> workers(SweepOption.Numbers numbers, Plan plan) {
        if (plan.settings().workers().isPresent()) {
            throw new IllegalArgumentException(
                    "A sweep has its own numbers of workers: leave --workers or --sweep out.");
        }
        Sweep.requireChoice(plan.model());
        return numbers.workers().isEmpty() ? Sweep.workersFor(plan) : numbers.workers();
    }

    private boolean run(Programme programme, Guesses guessed, OutFiles files, Shift shift)
            throws Refused, IOException, InterruptedException {
        Surroundings voice = output.voice(outside);
        SeriesExecution compared = SeriesExecution.run(programme, shift, voice);
        ComparisonReport report =
                new ComparisonReport(
                        compared.comparison(),
                        order,
                        guessed,
                        compared.begun(),
                        output.look(Folding.TASKS));
        return files.writeAfter(() -> print(report), report, voice) && compared.isDone();
    }

    private void print(ComparisonReport report) throws IOException {
        SeriesSummary.of(report).forEach(output.voice(outside)::say);
        switch (output.form()) {
            case WORDS -> {} // all is said
            case CSV -> Export.writeCsv(report, outside.out());
            case JSON -> {
                JsonLines.runs(report).forEach(outside.out()::printObject);
                String conclusion = ConclusionWords.of(report.comparison());
                outside.out().printObject(JsonLines.conclusion(conclusion));
            }
        }
    }
}
