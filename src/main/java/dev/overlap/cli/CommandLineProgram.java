package dev.overlap.cli;

import dev.overlap.cli.options.CountConverter;
import dev.overlap.cli.options.UsageException;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.PrintWriter;

/**
 * The command line. Results go to standard output, everything that went wrong to standard error, a
 * sentence each.
 *
 * <p>Threads: the caller's thread does the work and waits; Ctrl+C is met by {@link
 * InterruptHandler}.
 */
public final class CommandLineProgram {

    private CommandLineProgram() {}

    /** Runs one command and gives the exit code. */
    public static int run(String... args) {
        // Pictures are painted without a window: AWT must not go and look for a display.
        System.setProperty("java.awt.headless", "true");
        return run(CliContext.ofThisProcess(), args);
    }

    public static int run(CliContext program, String... args) {
        int code = commandLine(program).execute(args);
        program.err().flush();
        return program.out().failure().map(failure -> unwritten(program, failure)).orElse(code);
    }

    private static int unwritten(CliContext program, IOException failure) {
        if (program.out().isCutOff()) {
            return ExitCode.CUT_OFF.code();
        }
        program.printError("Standard output cannot be written: " + failure.getMessage() + ".");
        return ExitCode.FAILED.code();
    }

    private static CommandLine commandLine(CliContext program) {
        CommandLine root = new CommandLine(new RootCommand());
        root.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.meanings());
        return root.addSubcommand(new RunCommand(program))
                .addSubcommand(new CompareCommand(program))
                .addSubcommand(new CheckCommand(program))
                .addSubcommand(new DemoCommand(program))
                .addSubcommand(new ModelsCommand(program))
                .addSubcommand(new LabCommand(program))
                .registerConverter(int.class, new CountConverter())
                .registerConverter(Integer.class, new CountConverter())
                .setOut(new PrintWriter(program.out(), true, program.out().charset()))
                .setErr(new PrintWriter(program.err(), true, program.err().charset()))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setExpandAtFiles(false) // a site may begin with @
                .setParameterExceptionHandler((fault, _) -> misused(program, fault))
                .setExecutionExceptionHandler((fault, _, _) -> failed(program, fault));
    }

    private static int misused(CliContext program, ParameterException fault) {
        String command = fault.getCommandLine().getCommandSpec().qualifiedName();
        program.printError(sentence(fault) + " See " + command + " --help.");
        return ExitCode.REFUSED.code();
    }

    private static String sentence(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return "\"" + unmatched.getUnmatched().getFirst() + "\" is not understood.";
        }
        String line = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        return line.endsWith(".") ? line : line + ".";
    }

    private static int failed(CliContext program, Exception fault) {
        program.printError(fault);
        return (fault instanceof UsageException ? ExitCode.REFUSED : ExitCode.FAILED).code();
    }
}
