package dev.overlap.cli;

import dev.overlap.cli.report.ResultStream;
import dev.overlap.proxy.ProxySettings;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a command meets of the world outside. Tests put their own in its place.
 *
 * @param workshop opens what runs plans
 * @param terminal whether a person watches {@code out}, so that a line may be drawn over
 * @param proxies that others would use: none is used here, which is said
 * @param folder where files without a folder of their own are written
 */
public record CliContext(
        EngineSession.Factory workshop,
        InputStream in,
        ResultStream out,
        PrintStream err,
        boolean terminal,
        ProxySettings proxies,
        Path folder) {

    static CliContext ofThisProcess() {
        return new CliContext(
                EngineSession::open,
                System.in,
                ResultStream.standard(),
                System.err,
                hasTerminal(),
                ProxySettings.here(),
                Path.of(""));
    }

    /** The same, where only what went wrong is said. */
    CliContext quiet() {
        return new CliContext(workshop, in, ResultStream.silence(), err, false, proxies, folder);
    }

    /** The same, where {@code out} is kept for data, and all words are said to {@code err}. */
    CliContext aside() {
        return new CliContext(
                workshop, in, new ResultStream(err, err.charset()), err, false, proxies, folder);
    }

    void print(String line) {
        out.println(line);
    }

    void printError(String sentence) {
        err.println("overlap: " + sentence);
    }

    /** Says what an exception says; never its stack trace. */
    void printError(Exception fault) {
        @Nullable String message = fault.getMessage();
        printError(message == null || message.isBlank() ? fault + "." : message);
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25's default console is null again without one
    private static boolean hasTerminal() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }
}
