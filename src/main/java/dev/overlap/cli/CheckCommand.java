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
import java.util.Optional;
import java.util.concurrent.Callable;

/** Reads a file and prints what is not understood. Runs nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        customSynopsis = "overlap check FILE|-",
        description =
                "Checks a list of sites, a lesson or a file that holds a run, without running"
                        + " anything. How the file begins says which it is.",
        footer = {
            "",
            "Prints every line that is not understood, with its number and what would be right,"
                    + " a warning for every line that is doubtful, such as a path that the lab does"
                    + " not have, and a summary. Of a lesson it prints what is wrong in which line,"
                    + " of a session, an event log, a HAR or a Chrome trace what it holds and what"
                    + " of it is damaged or left out, of a log of Overlap events in addition each"
                    + " line and field that the protocol does not allow.",
            "",
            "Exit codes: 0 all of it is understood, even if some lines are doubtful, 1 some is not,"
                    + " 2 it cannot be read."
        })
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file; - reads a list from stdin.")
    private String file = "";

    private final CliContext context;

    CheckCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UsageException {
        Optional<Boolean> other =
                file.equals("-") ? Optional.empty() : new FileCheck(context, file).check();
        if (other.isPresent()) {
            return other.get() ? ExitCode.DONE.code() : ExitCode.FAILED.code();
        }
        return checkList();
    }

    private int checkList() throws UsageException {
        SiteListLoader loader = new SiteListLoader();
        loader.add(file, context);
        List<SiteListLoader.Problem> problems = loader.problems();
        problems.forEach(problem -> context.print(problem.origin() + ": " + problem.sentence()));
        loader.doubts().forEach(it -> context.print(it.origin() + ": " + it.sentence()));
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
        return "Site list of "
                + NumberFormats.count(list.lines().size(), "line")
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
