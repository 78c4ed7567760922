package dev.overlap.cli;

import dev.overlap.model.Model;
import dev.overlap.paint.Folding;
import dev.overlap.plan.Crowd;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.concurrent.Callable;

/** Runs a list of sites under one model and writes what happened. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "overlap run [FILE|-] [--site LINE]... --model ID [--workers N] [--repeat N]",
            "                   [--timeout TIME] [--connections-per-host N] [--connections N]",
            "                   [--warm] [--interpreter-lock] [--first-failure-cancels]",
            "                   [--out FILE|-]... [--rows WHAT] [--dark] [--json]",
            "                   [--quiet] [--yes]"
        },
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
            description = "Who does the work; see overlap models.")
    private String model = "";

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--rows",
            paramLabel = "WHAT",
            converter = RowsOption.class,
            description = "What the rows of a picture are: tasks, workers or connections.")
    private Folding rows = Folding.TASKS;

    @Option(
            names = "--yes",
            description = "Send more than " + Crowd.MOST_UNASKED + " requests to a host unasked.")
    private boolean yes;

    private final Surroundings outside;

    RunCommand(Surroundings program) {
        this.outside = program;
    }

    @Override
    public Integer call() throws Refused, IOException, InterruptedException {
        Surroundings voice = output.voice(outside);
        requireModel();
        Settings settings = options.settings();
        OutFiles files = output.files(outside);
        SiteSources sources = sites.read(outside);
        sources.complain(voice);
        Plan plan = SitesOptions.worthRunning(new Plan(sources.list(), model, settings));
        if (!yes) {
            Permission.ask(plan, 1, outside);
        }
        files.prepare();
        return sources.codeAfter(Shift.work(outside, shift -> run(plan, shift, files, voice)));
    }

    private void requireModel() throws Refused {
        if (model.isEmpty()) {
            throw new Refused("A model is missing: write --model ID. See overlap models.");
        }
        try {
            Model.of(model);
        } catch (IllegalArgumentException e) {
            throw new Refused(e);
        }
    }

    private Telling telling(Plan plan, Surroundings voice) {
        Telling words = new TellingInWords(voice.out(), voice.err());
        return switch (output.form()) {
            case WORDS -> words;
            case CSV -> new TellingInCsv(words, outside.out());
            case JSON -> new TellingInJson(plan, outside.out());
        };
    }

    private boolean run(Plan plan, Shift shift, OutFiles files, Surroundings voice)
            throws Refused, IOException, InterruptedException {
        Telling telling = telling(plan, voice);
        Progress progress = new Progress(voice, telling, shift.results());
        Execution execution = Execution.run(plan, shift, progress);
        boolean written =
                files.writeAfter(
                        () -> telling.conclude(execution.report()),
                        execution.report().withLook(output.look(rows)),
                        voice);
        return written && execution.isDone();
    }
}
