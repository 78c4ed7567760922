package dev.overlap.cli;

import dev.overlap.cli.options.GuessConverter;
import dev.overlap.cli.options.ModelsConverter;
import dev.overlap.cli.options.OrderConverter;
import dev.overlap.cli.options.SweepConverter;
import dev.overlap.cli.options.UsageException;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.BulkRequests;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.render.RowGrouping;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.text.SettingsText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Runs one list under several models, or one model with several numbers of workers. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false,
        description = {
            "Runs one list under several models, each several times in alternating order and one"
                    + " run at a time, and draws a conclusion.",
        },
        footer = {
            "",
            "With --sweep, one model is run with several numbers of workers instead.",
            "",
            "With --out -, a CSV table with a line per run goes to standard output at the end; with"
                + " --json, one object per run, whose fields are the columns of that table, and at"
                + " the end one with the \"conclusion\". All messages then go to standard error.",
            "",
            "Ctrl+C cancels the current run, which is not counted, and writes what there is."
        })
final class CompareCommand implements Callable<Integer> {

    /** The options that also make sense for runs that are over. */
    private static final Set<String> WITH_FILES =
            Set.of(
                    "--from",
                    "--sort",
                    "--out",
                    "--dark",
                    "--aspect",
                    "--with-list",
                    "--json",
                    "--quiet");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private SiteListLoader sites = new SiteListLoader();

    @Option(
            names = {"--models", "--model"},
            paramLabel = "ID",
            split = ",",
            description =
                    "The models to compare, or all; by default sequential, threads, thread-pool,"
                            + " event-loop and blocked-loop. See overlap models.")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How often each model runs; 3 by default.")
    private int runs = ComparisonPlan.DEFAULT_RUNS;

    @Option(
            names = "--sweep",
            paramLabel = "N,N,...|auto",
            converter = SweepConverter.class,
            description =
                    "Run one model with these numbers of workers, such as 1,2,4,8, or auto for"
                            + " those that fit the list.")
    private SweepConverter.@Nullable Numbers sweep;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Compare the runs in these files, such as sessions of two days, side by side,"
                            + " and run nothing.")
    private List<String> from = new ArrayList<>();

    @Mixin private CommandSpec settingsOptions = SettingsOptions.spec();

    @Option(
            names = "--guess",
            paramLabel = "ID=TIME",
            converter = GuessConverter.class,
            description = "How long you think a model takes, such as event-loop=400ms.")
    private List<GuessConverter.Guess> guesses = new ArrayList<>();

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            converter = OrderConverter.class,
            description =
                    "How models are sorted: by wall time (wall), as given (list) or by name"
                            + " (name).")
    private SortOrder order = SortOrder.WALL;

    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--yes",
            description =
                    "Send more than "
                            + BulkRequests.MAX_UNASKED
                            + " requests to a host, all runs together, without asking.")
    private boolean yes;

    private final CliContext context;

    CompareCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        return from.isEmpty() ? run() : showFiles();
    }

    private int showFiles() throws UsageException, IOException {
        requireOnlyOutput();
        output.checkFiles(context);
        RecordedFiles recorded = new RecordedFiles(new ReportOutput(output, context));
        recorded.load(from);
        boolean succeeded =
                recorded.show(output.look(RowGrouping.TASKS), isGiven("--sort") ? order : null);
        return succeeded ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }

    /** Refuses what says how to run something. */
    private void requireOnlyOutput() throws UsageException {
        ParseResult given = spec.commandLine().getParseResult();
        Optional<String> other =
                Stream.concat(
                                given.matchedOptions().stream().map(OptionSpec::longestName),
                                given.matchedPositionals().stream().map(_ -> "the list"))
                        .filter(name -> !WITH_FILES.contains(name))
                        .findFirst();
        if (other.isPresent()) {
            throw new UsageException("With --from nothing is run: leave out " + other.get() + ".");
        }
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private int run() throws UsageException, IOException, InterruptedException {
        Settings settings = SettingsOptions.of(settingsOptions);
        List<ConcurrencyModel> chosen = models();
        Guesses guessed = guesses(chosen);
        output.checkFiles(context);
        sites.load(context, output.messages(context));
        ComparisonPlan plan = plan(settings, chosen);
        if (settings.rules().collect() != CollectMode.ALL) {
            chosen.forEach(this::noteFixedCollect);
        }
        output.noteProxy(plan.variants().getFirst().plan().sites(), context);
        if (!yes) {
            Plan first = plan.variants().getFirst().plan();
            context.confirmBulkRequests(first, plan.turns().size());
        }
        output.prepareFiles();
        return CommandSession.execute(context, session -> run(plan, guessed, session));
    }

    /** Says that a model collects its results in one way only. */
    private void noteFixedCollect(ConcurrencyModel model) {
        model.fixedCollect()
                .map(it -> SettingsText.COLLECT_WITHOUT_EFFECT.formatted(model.name(), it.reason()))
                .ifPresent(output.messages(context)::printError);
    }

    private List<ConcurrencyModel> models() throws UsageException {
        if (sweep == null) {
            return ModelsConverter.of(models.isEmpty() ? ComparisonPlan.DEFAULT_MODELS : models);
        }
        List<ConcurrencyModel> chosen = ModelsConverter.of(models);
        if (chosen.size() != 1) {
            throw new UsageException(
                    "A sweep takes one model: write --model ID. See overlap models.");
        }
        return chosen;
    }

    private Guesses guesses(List<ConcurrencyModel> chosen) throws UsageException {
        if (sweep != null && !guesses.isEmpty()) {
            throw new UsageException(
                    "A guess is for a model, not for a number of workers: leave out --guess or"
                            + " --sweep.");
        }
        return GuessConverter.of(guesses, chosen);
    }

    private ComparisonPlan plan(Settings settings, List<ConcurrencyModel> chosen)
            throws UsageException {
        Plan plan = sites.plan(chosen.getFirst().id(), settings);
        try {
            List<Variant> variants =
                    sweep == null
                            ? Variant.ofModels(plan.sites(), settings, chosen)
                            : Variant.ofWorkers(plan, workers(sweep, plan));
            return new ComparisonPlan(variants, runs);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }

    private static List<Integer> workers(SweepConverter.Numbers numbers, Plan plan) {
        if (plan.settings().workers().isPresent()) {
            throw new IllegalArgumentException(
                    "A sweep sets the number of workers itself: leave out --workers or --sweep.");
        }
        WorkerSweep.requireChoice(plan.model());
        return numbers.workers().isEmpty() ? WorkerSweep.workersFor(plan) : numbers.workers();
    }

    private boolean run(ComparisonPlan plan, Guesses guessed, CommandSession session)
            throws UsageException, IOException, InterruptedException {
        CliContext messages = output.messages(context);
        ComparisonRunResult result = ComparisonRunResult.run(plan, session, messages);
        RunReport.Look look = output.look(RowGrouping.TASKS);
        ComparisonReport report =
                new ComparisonReport(result.comparison(), order, guessed, result.begun(), look);
        boolean written = new ReportOutput(output, context).conclude(report);
        return written && result.allSucceeded() && sites.problems().isEmpty();
    }
}
