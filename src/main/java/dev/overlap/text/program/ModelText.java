package dev.overlap.text.program;

import dev.overlap.program.python.Interpreter;
import dev.overlap.text.NumberFormats;

import java.util.List;

/** Sentences about lists that are run under CPython, beside the models of Overlap itself. */
public final class ModelText {

    /** Some of the program's own requests need what it must not hold. */
    public static final String USERS =
            "The programs in Python leave out user names and passwords, which this list needs: run"
                    + " it under a model of Overlap itself.";

    private ModelText() {}

    /**
     * Returns why a model cannot be run, and what helps, with the commands on lines of their own.
     */
    public static String unavailable(String model, Advice advice) {
        return model + " cannot be run here. " + wayOut(advice);
    }

    /** Returns what helps, with the commands on lines of their own. */
    public static String wayOut(Advice advice) {
        StringBuilder text = new StringBuilder(advice.sentence());
        advice.copyable().forEach(line -> text.append("\n    ").append(line));
        return text.toString();
    }

    /** Returns what helps if a library of a program is not installed. */
    public static Advice libraryMissing(Interpreter interpreter, String library) {
        String line = "ModuleNotFoundError: No module named '" + library + "'";
        ProgramEnd end =
                new ProgramEnd(
                        interpreter.command(),
                        interpreter,
                        new ProgramEnd.Ending.Exited(1),
                        new ProgramEnd.Seen(true, false, List.of(), List.of()),
                        List.of(line));
        return ProgramAdvice.of(end).getFirst();
    }

    /** Returns what helps if a program needs a newer interpreter. */
    public static Advice tooOld(Interpreter interpreter, int major, int minor) {
        return Advice.of(
                Advice.Topic.TOO_OLD,
                "%s is Python %s, and its program takes %d.%d or newer: name another one in OVERLAP_PYTHON."
                        .formatted(
                                CommandText.of(
                                        interpreter.command(),
                                        interpreter.installation().isWindows()),
                                interpreter.build().version(),
                                major,
                                minor));
    }

    /** Returns what helps if there is no interpreter without the lock. */
    public static Advice noFreeThreaded() {
        return Advice.of(
                Advice.Topic.NO_PYTHON,
                "No CPython without the GIL was found: install a free-threaded build, which is"
                        + " known as python3.14t or python3.13t, or name one in OVERLAP_PYTHON.");
    }

    /** Returns what helps if an interpreter is not CPython. */
    public static Advice notCPython(Interpreter interpreter) {
        return Advice.of(
                Advice.Topic.NO_PYTHON,
                "%s is %s, and only CPython can be watched: name another one in OVERLAP_PYTHON."
                        .formatted(
                                CommandText.of(
                                        interpreter.command(),
                                        interpreter.installation().isWindows()),
                                interpreter.build().implementation()));
    }

    /** Returns what is said of a list that is too long. */
    public static String tooMany(int tasks, int most) {
        return "Under CPython a list may have %s, and this one has %s."
                .formatted(NumberFormats.count(most, "task"), NumberFormats.count(tasks));
    }

    /** Returns what is said of a program that would send too many requests to a host at once. */
    public static String tooManyAtOnce(String host, int requests, int most) {
        return "The program in Python would send %s requests to %s at once: %s is the most for a server that is not this machine. Set a number of workers, or shorten the list."
                .formatted(NumberFormats.count(requests), host, NumberFormats.count(most));
    }

    /** Returns what is said of a program that ended without having begun the list. */
    public static String notBegun(String model, int code, String lastError) {
        return "The program of %s ended with code %d before it began the list%s"
                .formatted(model, code, lastError.isEmpty() ? "." : ": " + lastError);
    }

    /** Returns what is said of a program that was stopped because nothing could happen any more. */
    public static String stuck(String waited) {
        return "The program was stopped: nothing had happened for %s, and all of its open tasks waited for locks, permits or queues, which have no timeout in Python."
                .formatted(waited);
    }

    /** Returns what is said of the interpreter that has run a list. */
    public static String ranUnder(Interpreter interpreter) {
        return "Run by CPython %s%s (%s)."
                .formatted(
                        interpreter.build().version(),
                        interpreter.build().gil() ? "" : ", no GIL",
                        CommandText.of(
                                interpreter.command(), interpreter.installation().isWindows()));
    }

    /** Returns what is said of a setting that the program in Python does not have. */
    public static String withoutEffect(String setting) {
        return "Without effect under CPython: " + setting + ".";
    }
}
