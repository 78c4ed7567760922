package dev.overlap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command: it has help and a version, and does nothing by itself. */
@Command(
        name = "overlap",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        header = "Runs requests under a concurrency model and shows what each one waits for.",
        footer = {"", "Without a command, overlap opens its window."})
final class RootCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}
