package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.text.NumberFormats;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Reads a site list and prints what is not understood. Runs nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        customSynopsis = "overlap check FILE|-",
        description = "Checks a list of sites without running it.",
        footer = {
            "",
            "Prints every line that is not understood, with its number and what would be right,"
                    + " and a summary.",
            "",
            "Exit codes: 0 all lines are understood, 1 some are not, 2 it cannot be read."
        })
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A site list; - reads stdin.")
    private String file = "";

    private final CliContext context;

    CheckCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UsageException {
        SiteListLoader loader = new SiteListLoader();
        loader.add(file, context);
        List<SiteListLoader.Problem> problems = loader.problems();
        problems.forEach(problem -> context.print(problem.origin() + ": " + problem.sentence()));
        boolean runnable = printSummary(loader.list(), problems.size());
        return runnable && problems.isEmpty() ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }

    /**
     * Prints the summary.
     *
     * @return whether the list can be run: even lines that are understood can be too many
     */
    private boolean printSummary(SiteList list, int problems) {
        try {
            int tasks = new Plan(list, "", Settings.DEFAULT).tasks().size();
            context.print(summary(list, tasks, problems));
            return true;
        } catch (IllegalArgumentException e) {
            context.print(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static String summary(SiteList list, int tasks, int problems) {
        long off =
                list.lines().stream()
                        .map(SiteLine::entry)
                        .filter(Objects::nonNull)
                        .filter(entry -> !entry.on())
                        .count();
        long on = list.lines().stream().map(SiteLine::entry).filter(Objects::nonNull).count() - off;
        int queues = list.queues().size();
        return NumberFormats.count(list.lines().size(), "line")
                + ": "
                + NumberFormats.count(on, "site")
                + " to run, making "
                + NumberFormats.count(tasks, "task")
                + (queues == 0 ? "" : ", with " + NumberFormats.count(queues, "queue"))
                + "; "
                + off
                + " switched off; "
                + problems
                + " not understood.";
    }
}
