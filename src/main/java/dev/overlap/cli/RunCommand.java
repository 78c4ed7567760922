package dev.overlap.cli;

import dev.overlap.cli.options.RowGroupingConverter;
import dev.overlap.cli.options.UsageException;
import dev.overlap.cli.report.RunReporter;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.FixedCollect;
import dev.overlap.concurrency.Run;
import dev.overlap.plan.BulkRequests;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.render.RowGrouping;
import dev.overlap.report.RunReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs a list of sites under one model, reports it and writes the results. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false,
        description = "Runs a list of sites under one model and writes what happened.",
        footer = {
            "",
            "With --out -, the CSV table goes to standard output once the run is over, and all"
                    + " messages go to standard error.",
            "",
            "With --json, standard output has one JSON object per line: one per task as it ends,"
                + " with the columns of the CSV table as fields, its phases in \"phases\" and every"
                + " request and reply in \"exchanges\"; and at the end one with the numbers of the"
                + " run in \"summary\". A failed task says why in \"error\". With both, --out -"
                + " adds nothing."
        })
final class RunCommand implements Callable<Integer> {

    @Mixin private SiteListLoader sites = new SiteListLoader();

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "Required: the concurrency model; see overlap models.")
    private String model = "";

    @Mixin private CommandSpec settingsOptions = SettingsOptions.spec();

    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--rows",
            paramLabel = "WHAT",
            converter = RowGroupingConverter.class,
            description = "What a row of a picture is: tasks, workers, connections or resources.")
    private RowGrouping rows = RowGrouping.TASKS;

    @Option(
            names = "--yes",
            description =
                    "Send more than "
                            + BulkRequests.MAX_UNASKED
                            + " requests to a host without asking.")
    private boolean yes;

    private final CliContext context;

    RunCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        requireModel();
        Settings settings = SettingsOptions.of(settingsOptions);
        requireChoice(settings);
        output.checkFiles(context);
        sites.load(context, output.messages(context));
        Plan plan = sites.plan(model, settings);
        output.noteProxy(plan.sites(), context);
        if (!yes) {
            context.confirmBulkRequests(plan, 1);
        }
        output.prepareFiles();
        return CommandSession.execute(context, session -> run(plan, session));
    }

    private void requireModel() throws UsageException {
        if (model.isEmpty()) {
            throw new UsageException("A model is missing: write --model ID. See overlap models.");
        }
        try {
            ConcurrencyModel.of(model);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }

    private void requireChoice(Settings settings) throws UsageException {
        Optional<FixedCollect> fixed = ConcurrencyModel.of(model).fixedCollect();
        if (fixed.isPresent() && settings.rules().collect() != CollectMode.ALL) {
            throw new UsageException(fixed.get().reason() + " Leave out --collect.");
        }
    }

    private boolean run(Plan plan, CommandSession session)
            throws UsageException, IOException, InterruptedException {
        ReportOutput results = new ReportOutput(output, context);
        RunReporter reporter = results.reporter(plan);
        Instant begun = Instant.now();
        Run run = session.start(plan);
        boolean sound = follow(run, session, reporter);
        boolean written = results.conclude(report(run, begun), reporter);
        run.trace().notes().forEach(output.messages(context)::printError);
        return sound
                && written
                && CommandSession.allSucceeded(run.trace())
                && sites.problems().isEmpty();
    }

    /**
     * Reports a run until its end.
     *
     * @return whether it ended without a fault of Overlap itself; if not, the fault was printed
     */
    private boolean follow(Run run, CommandSession session, RunReporter reporter)
            throws InterruptedException {
        try {
            Throwable fault =
                    session.await(run.done(), () -> reporter.poll(model, run.trace()), run::cancel);
            if (fault != null) {
                printFault(fault);
            }
            return fault == null;
        } finally {
            reporter.reportEnded(run.trace());
        }
    }

    private void printFault(Throwable fault) {
        context.printError(
                "Overlap itself failed while running "
                        + model
                        + ": "
                        + fault
                        + ". What was recorded by then is kept.");
    }

    private RunReport report(Run run, Instant begun) {
        String modelName = ConcurrencyModel.of(model).name();
        return new RunReport(run.plan(), modelName, begun, run.trace(), output.look(rows));
    }
}
