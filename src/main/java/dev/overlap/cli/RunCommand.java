package dev.overlap.cli;

import dev.overlap.model.Model;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs a list of sites under one model and writes what happened. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "overlap run [FILE|-] [--site LINE]... --model ID [--workers N] [--repeat N]",
            "                   [--timeout TIME] [--out FILE]... [--quiet]"
        },
        description = "Runs a list of sites under one model and writes what happened.")
final class RunCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A site list; - reads stdin.")
    private @Nullable String file;

    @Option(names = "--site", paramLabel = "LINE", description = "One more line of the list.")
    private List<String> sites = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "Who does the work; see overlap models.")
    private String model = "";

    @Option(names = "--workers", paramLabel = "N", description = "For models with a choice.")
    private int workers = Settings.DEFAULT.workers();

    @Option(names = "--repeat", paramLabel = "N", description = "How often to run the list.")
    private int repeat = Settings.DEFAULT.repeat();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "How long one task may take, such as 10s or 300ms.")
    private Duration timeout = Settings.DEFAULT.timeout();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write the run; the extension says how: .png or .csv.")
    private List<String> out = new ArrayList<>();

    @Option(names = "--quiet", description = "Say only what went wrong.")
    private boolean quiet;

    private final Program outside;

    RunCommand(Program program) {
        this.outside = program;
    }

    @Override
    public Integer call() throws Refused, IOException, InterruptedException {
        Program program = quiet ? outside.quiet() : outside;
        Settings settings = settings();
        OutFiles files = OutFiles.of(out, program.folder());
        SiteSources sources = sources();
        List<String> complaints = sources.complaints();
        complaints.forEach(program::complain);
        Plan plan = plan(sources.list(), settings);
        files.prepare();
        int code = run(plan, files, program);
        return code == Cli.DONE && !complaints.isEmpty() ? Cli.FAILED : code;
    }

    private Settings settings() throws Refused {
        if (model.isEmpty()) {
            throw new Refused("A model is missing: write --model ID. See overlap models.");
        }
        try {
            Model.of(model);
            return new Settings(workers, timeout, repeat);
        } catch (IllegalArgumentException e) {
            throw new Refused(e);
        }
    }

    private SiteSources sources() throws Refused {
        SiteSources sources = new SiteSources();
        if (file == null && sites.isEmpty()) {
            throw new Refused("There is nothing to run. Name a file, - or --site.");
        }
        if ("-".equals(file)) {
            sources.addStandardInput(outside.in());
        } else if (file != null) {
            sources.addFile(file, outside.folder());
        }
        for (int i = 0; i < sites.size(); i++) {
            sources.addSite(i + 1, sites.get(i));
        }
        return sources;
    }

    private Plan plan(SiteList list, Settings settings) throws Refused {
        Plan plan = new Plan(list, model, settings);
        try {
            if (plan.tasks().isEmpty()) {
                throw new Refused("There is nothing to run: no line of the list is a site to run.");
            }
        } catch (IllegalArgumentException e) {
            throw new Refused(e);
        }
        return plan;
    }

    private static int run(Plan plan, OutFiles files, Program program)
            throws Refused, IOException, InterruptedException {
        try (Interruption interruption = Interruption.watch();
                Workshop workshop = program.workshop().open()) {
            Execution execution = Execution.of(plan, workshop, interruption, program);
            Summary.of(execution.report()).forEach(program::say);
            boolean written = files.write(execution.report(), program);
            program.out().flush();
            if (interruption.hasCome()) {
                return Cli.INTERRUPTED;
            }
            return written && execution.isDone() ? Cli.DONE : Cli.FAILED;
        }
    }
}
