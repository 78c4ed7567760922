package dev.overlap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What teachers who keep lessons in files do with them; does nothing by itself. */
@Command(
        name = "lesson",
        mixinStandardHelpOptions = true,
        description = "Checks, runs and prints lessons.",
        footer = {
            "",
            "LESSON is a file, or the id of a lesson of the course, such as"
                    + " trap-a-blocking-call-in-the-loop; all stands for the whole course."
        })
final class LessonCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "A command is missing: check, run or print.");
    }
}
