package dev.overlap.cli;

import dev.overlap.cli.options.RowGroupingConverter;
import dev.overlap.cli.options.UsageException;
import dev.overlap.cli.report.CsvReporter;
import dev.overlap.cli.report.JsonLinesReporter;
import dev.overlap.cli.report.RunReporter;
import dev.overlap.cli.report.TextReporter;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.BulkRequests;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.render.RowGrouping;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.concurrent.Callable;

/** Runs a list of sites under one model and writes what happened. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false,
        description = "Runs a list of sites under one model and writes what happened.",
        footer = {
            "",
            "With --out -, the CSV table goes to standard output once the run is over, and all"
                    + " words go to standard error.",
            "",
            "With --json, standard output has one JSON object a line: one for each task as it ends,"
                    + " with the fields that the CSV table has for columns, the times of the phases"
                    + " in \"phases\" and every request and reply in \"exchanges\"; and at the end"
                    + " one with all numbers of the run in \"summary\". What went wrong with a task"
                    + " is in its \"error\". With both, --out - adds nothing."
        })
final class RunCommand implements Callable<Integer> {

    @Mixin private SitesOptions sites = new SitesOptions();

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "Required: who does the work; see overlap models.")
    private String model = "";

    @Mixin private CommandSpec settingsOptions = SettingsOptions.spec();

    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--rows",
            paramLabel = "WHAT",
            converter = RowGroupingConverter.class,
            description = "What the rows of a picture are: tasks, workers or connections.")
    private RowGrouping rows = RowGrouping.TASKS;

    @Option(
            names = "--yes",
            description =
                    "Send more than " + BulkRequests.MAX_UNASKED + " requests to a host unasked.")
    private boolean yes;

    private final CliContext outside;

    RunCommand(CliContext program) {
        this.outside = program;
    }

    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        CliContext voice = output.voice(outside);
        requireModel();
        Settings settings = SettingsOptions.of(settingsOptions);
        OutputFiles files = output.files(outside);
        SiteListLoader sources = sites.read(outside);
        sources.printProblems(voice);
        Plan plan = SitesOptions.worthRunning(new Plan(sources.list(), model, settings));
        output.noteProxy(plan.sites(), outside);
        if (!yes) {
            BulkRequestConfirmation.ask(plan, 1, outside);
        }
        files.prepare();
        return sources.codeAfter(
                CommandSession.work(outside, session -> run(plan, session, files, voice)));
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

    private RunReporter telling(Plan plan, CliContext voice) {
        RunReporter words = new TextReporter(voice.out(), voice.err());
        return switch (output.form()) {
            case WORDS -> words;
            case CSV -> new CsvReporter(words, outside.out());
            case JSON -> new JsonLinesReporter(plan, outside.out());
        };
    }

    private boolean run(Plan plan, CommandSession session, OutputFiles files, CliContext voice)
            throws UsageException, IOException, InterruptedException {
        RunReporter reporter = telling(plan, voice);
        RunProgressReporter runProgressReporter =
                new RunProgressReporter(voice, reporter, session.results());
        RunResult result = RunResult.run(plan, session, runProgressReporter);
        boolean written =
                files.writeAfter(
                        () -> reporter.conclude(result.report()),
                        result.report().withLook(output.look(rows)),
                        voice);
        return written && result.isDone();
    }
}
