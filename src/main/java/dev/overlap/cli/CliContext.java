package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.cli.report.ProgressLine;
import dev.overlap.cli.report.ResultStream;
import dev.overlap.persistence.UserDirectories;
import dev.overlap.plan.BulkRequests;
import dev.overlap.plan.Plan;
import dev.overlap.program.model.PythonModels;
import dev.overlap.program.model.PythonSession;
import dev.overlap.proxy.ProxySettings;
import dev.overlap.runtime.EngineSession;
import dev.overlap.runtime.LabAndEngine;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The environment of a command: its streams, its terminal, its folder and its engine. Tests supply
 * their own.
 *
 * @param engines opens the engine that runs plans
 * @param terminal whether {@code out} is a terminal, where a line can be overwritten and a question
 *     be answered
 * @param proxies the proxies that other programs would use: none is used here, which is said
 * @param folder the folder against which relative file names are resolved
 * @param kept the folder of what Overlap keeps for the user; empty if there is none
 */
record CliContext(
        EngineSession.Factory engines,
        InputStream in,
        ResultStream out,
        PrintStream err,
        boolean terminal,
        ProxySettings proxies,
        Path folder,
        Optional<Path> kept) {

    static CliContext ofThisProcess() {
        return new CliContext(
                CliContext::openSession,
                System.in,
                ResultStream.standard(),
                System.err,
                hasTerminal(),
                ProxySettings.here(),
                Path.of(""),
                UserDirectories.here().state());
    }

    private static EngineSession openSession() throws IOException {
        LabAndEngine engine = LabAndEngine.open(() -> 0);
        return new PythonSession(
                engine,
                engine.labUri(),
                new PythonModels(Path.of("")),
                UserDirectories.here().state());
    }

    /** Returns a context like this one that prints errors only. */
    CliContext quiet() {
        return new CliContext(
                engines, in, ResultStream.silent(), err, false, proxies, folder, kept);
    }

    /** Returns a context like this one that prints on {@code err}: {@code out} is for data. */
    CliContext onStandardError() {
        return new CliContext(
                engines,
                in,
                new ResultStream(err, err.charset()),
                err,
                false,
                proxies,
                folder,
                kept);
    }

    void print(String line) {
        out.println(line);
    }

    void printError(String sentence) {
        err.println("overlap: " + sentence);
    }

    /** Prints the message of an exception, never its stack trace. */
    void printError(Exception fault) {
        @Nullable String message = fault.getMessage();
        printError(message == null || message.isBlank() ? fault + "." : message);
    }

    /** Returns the progress line of the terminal; one that draws nothing where there is none. */
    ProgressLine progressLine() {
        return new ProgressLine(terminal ? out : ResultStream.silent());
    }

    /**
     * Asks for confirmation before a plan sends many requests to a server that is not this machine.
     *
     * @param runs how often the plan is run; the requests of all runs are added up
     * @throws UsageException if the answer is anything but yes, or there is no terminal to ask on
     */
    void confirmBulkRequests(Plan plan, int runs) throws UsageException {
        List<BulkRequests> hosts = BulkRequests.of(plan, runs);
        if (!hosts.isEmpty()) {
            BulkRequests most = hosts.getFirst();
            confirm(
                    (runs == 1 ? "This run" : "These " + runs + " runs")
                            + " would send "
                            + most.requests()
                            + " requests to "
                            + most.host()
                            + ".");
        }
    }

    private void confirm(String fact) throws UsageException {
        if (!terminal) {
            throw new UsageException(fact + " Add --yes if its owner agrees.");
        }
        err.print(fact + " Does its owner agree? [y/N] ");
        err.flush();
        if (!List.of("y", "yes").contains(answer().strip().toLowerCase(Locale.ROOT))) {
            throw new UsageException("Nothing was run.");
        }
    }

    /** Reads a line; the end of the input counts as one that does not say yes. */
    private String answer() throws UsageException {
        try {
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(in, err.charset())).readLine());
        } catch (IOException e) {
            throw new UsageException("The answer cannot be read: " + e.getMessage() + ".");
        }
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25's default console is null again without one
    private static boolean hasTerminal() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }
}
