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

/** Reads a site list and says what is not understood. Runs nothing. */
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

    private final CliContext program;

    CheckCommand(CliContext program) {
        this.program = program;
    }

    @Override
    public Integer call() throws UsageException {
        SiteListLoader sources = new SiteListLoader();
        sources.add(file, program);
        List<SiteListLoader.Problem> problems = sources.problems();
        problems.forEach(problem -> program.print(problem.place() + ": " + problem.sentence()));
        boolean canBeRun = sumUp(sources.list(), problems.size());
        return canBeRun && problems.isEmpty() ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }

    /**
     * Says the summary.
     *
     * @return whether the list can be run: good lines can still be too many
     */
    private boolean sumUp(SiteList list, int problems) {
        try {
            int tasks = new Plan(list, "", Settings.DEFAULT).tasks().size();
            program.print(summary(list, tasks, problems));
            return true;
        } catch (IllegalArgumentException e) {
            program.print(String.valueOf(e.getMessage()));
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
        return NumberFormats.count(list.lines().size(), "line")
                + ": "
                + NumberFormats.count(on, "site")
                + " to run, making "
                + NumberFormats.count(tasks, "task")
                + "; "
                + off
                + " switched off; "
                + problems
                + " not understood.";
    }
}
