package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Prints every mistake of lesson files with its line. Runs nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Prints every mistake of lesson files with its line. Runs nothing.",
        footer = {"", "Exit codes: 0 all can be opened, 1 some cannot, 2 one cannot be read."})
final class LessonCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
    private List<String> files = new ArrayList<>();

    private final CliContext context;

    LessonCheckCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UsageException {
        LessonFiles lessons = new LessonFiles(context);
        boolean all = true;
        for (String file : files) {
            all &= lessons.check(file);
        }
        return (all ? ExitCode.DONE : ExitCode.FAILED).code();
    }
}
