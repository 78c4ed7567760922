package dev.overlap.cli;

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
 * @param folder where files without a folder of their own are written
 */
record Surroundings(
        Workshop.Opening workshop,
        InputStream in,
        Outlet out,
        PrintStream err,
        boolean terminal,
        Path folder) {

    static Surroundings ofThisProcess() {
        return new Surroundings(
                Workshop::open,
                System.in,
                Outlet.standard(),
                System.err,
                hasTerminal(),
                Path.of(""));
    }

    /** The same, where only what went wrong is said. */
    Surroundings quiet() {
        return new Surroundings(workshop, in, Outlet.silence(), err, false, folder);
    }

    /** The same, where {@code out} is kept for data, and all words are said to {@code err}. */
    Surroundings aside() {
        return new Surroundings(workshop, in, new Outlet(err, err.charset()), err, false, folder);
    }

    void say(String line) {
        out.println(line);
    }

    void complain(String sentence) {
        err.println("overlap: " + sentence);
    }

    /** Says what an exception says; never its stack trace. */
    void complain(Exception fault) {
        @Nullable String message = fault.getMessage();
        complain(message == null || message.isBlank() ? fault + "." : message);
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25's default console is null again without one
    private static boolean hasTerminal() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }
}
