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
 * The command line. Results go to standard output, errors to standard error as one sentence each.
 *
 * <p>Threads: the caller's thread does the work and waits; {@link InterruptHandler} handles Ctrl+C.
 */
public final class CommandLineProgram {

    private CommandLineProgram() {}

    /** Runs one command and returns the exit code. */
    public static int run(String... args) {
        // Pictures are drawn without a window: AWT must not look for a display.
        System.setProperty("java.awt.headless", "true");
        return run(CliContext.ofThisProcess(), args);
    }

    /** Runs one command in the given context and returns the exit code. */
    static int run(CliContext context, String... args) {
        int code = execute(context, args);
        context.err().flush();
        return context.out().failure().map(failure -> unwritten(context, failure)).orElse(code);
    }

    private static int execute(CliContext context, String... args) {
        try {
            ArgumentCheck.requireDecoded(args);
            return commandLine(context).execute(args);
        } catch (UsageException e) {
            return failed(context, e);
        }
    }

    private static int unwritten(CliContext context, IOException failure) {
        if (context.out().isCutOff()) {
            return ExitCode.CUT_OFF.code();
        }
        context.printError("Standard output cannot be written: " + failure.getMessage() + ".");
        return ExitCode.FAILED.code();
    }

    private static CommandLine commandLine(CliContext context) {
        CommandLine root = new CommandLine(new RootCommand());
        root.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.meanings());
        return root.addSubcommand(new RunCommand(context))
                .addSubcommand(new CompareCommand(context))
                .addSubcommand(new ShowCommand(context))
                .addSubcommand(new CommandLine(new TraceCommand(context)).setStopAtPositional(true))
                .addSubcommand(new CheckCommand(context))
                .addSubcommand(
                        new CommandLine(new LessonCommand())
                                .addSubcommand(new LessonCheckCommand(context))
                                .addSubcommand(new LessonRunCommand(context))
                                .addSubcommand(new LessonPrintCommand(context)))
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new ModelsCommand(context))
                .addSubcommand(new LabCommand(context))
                .registerConverter(int.class, new CountConverter())
                .registerConverter(Integer.class, new CountConverter())
                .setOut(new PrintWriter(context.out(), true, context.out().charset()))
                .setErr(new PrintWriter(context.err(), true, context.err().charset()))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setExpandAtFiles(false) // a site may begin with @
                .setParameterExceptionHandler((fault, _) -> misused(context, fault))
                .setExecutionExceptionHandler((fault, _, _) -> failed(context, fault));
    }

    private static int misused(CliContext context, ParameterException fault) {
        String command = fault.getCommandLine().getCommandSpec().qualifiedName();
        context.printError(sentence(fault) + " See " + command + " --help.");
        return ExitCode.REFUSED.code();
    }

    private static String sentence(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return "\"" + unmatched.getUnmatched().getFirst() + "\" is not understood.";
        }
        String line = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        return line.endsWith(".") ? line : line + ".";
    }

    private static int failed(CliContext context, Exception fault) {
        context.printError(fault);
        return (fault instanceof UsageException ? ExitCode.REFUSED : ExitCode.FAILED).code();
    }
}
