package dev.overlap.text.program;

import dev.overlap.program.python.Interpreter;
import dev.overlap.program.python.PythonVersion;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.program.ProgramEnd.Ending;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sentences of the window about a program that it runs and watches. */
public final class WatchText {

    public static final String MENU = "Watch a program\u2026";
    public static final String TITLE = "Run and watch this program?";
    public static final String MAY =
            "It runs unchanged and may do all that you may do: read and change your files, start"
                    + " other programs and use the network. Its standard input is empty.";
    public static final String CHANGED =
            "The program has changed since you confirmed it. Look at it before you run it.";
    public static final String COMMAND = "Command";
    public static final String COMMAND_HELP =
            "The program and its arguments, such as python3 article.py, or a Python script alone."
                    + " No shell takes part.";
    public static final String FOLDER = "Folder";
    public static final String FOLDER_HELP = "The folder in which the program runs.";
    public static final String PYTHON = "Python";
    public static final String HOSTS = "Hosts to play";
    public static final String HOSTS_HELP =
            "Hosts that the lab plays, one a line, so that no request to them leaves this machine:"
                    + " HOST=DELAY, or HOST=lab:/PATH.";
    public static final String HOSTS_PROMPT = "www.google.com=300ms";
    public static final String RERUN = "Run again when the file is saved";
    public static final String RERUN_HELP =
            "Only for this file, and until this window is closed. What is saved then runs without"
                    + " another question.";
    public static final String RUN_HELP = "Run the program and watch it.";
    public static final String CANCEL_HELP = "Run nothing.";
    public static final String CHOOSE_FILE = "Choose the program to run.";
    public static final String CHOOSE_PYTHON = "Choose another Python interpreter.";
    public static final String USE_FOUND = "Use the Python that is found.";
    public static final String SEARCHING = "Looking for Python";
    public static final String NOT_PYTHON =
            "Not a Python program: it is watched only if it tells events itself.";
    public static final String NO_COMMAND = "Type the command to run, or choose a program.";
    public static final String RUN_IN_PROGRESS =
            "A run is in progress. Stop it first, or wait until it has ended.";
    public static final String NOT_STARTED = "Not started";
    public static final String STARTING = "Starting";
    public static final String RUNNING = "Running";
    public static final String STOPPED = "Stopped";
    public static final String CHILDREN_LEFT =
            "The program has ended, but processes that it started have not. Stop ends them.";
    public static final String NO_OUTPUT = "The program has printed nothing.";
    public static final String OUTPUT = "What the program prints";
    public static final String OUTPUT_HELP =
            "What the program prints, with the time since the begin of the chart. Lines of standard"
                    + " error are marked err.";
    public static final String RUN_AGAIN = "Run again";
    public static final String RUN_AGAIN_HELP =
            "Run the same command again. A file that has changed is shown for confirmation first.";
    public static final String COPY_OUTPUT_HELP = "Copy what the program has printed.";
    public static final String FOLD_HELP = "Fold what the program has printed, or show it.";
    public static final String CLOSE_HELP = "Hide what the program has printed.";
    public static final String COPY_COMMAND_HELP = "Copy this to run it yourself.";
    public static final String PLAY_HOSTS = "Let the lab play them\u2026";
    public static final String PLAY_HOSTS_HELP =
            "Shows the command again, with these hosts played by the lab.";
    public static final String MEND = "Write a mended copy";
    public static final String MEND_HELP =
            "Write the program with straight quotes into a new file beside it.";
    public static final String MARKED_FILE =
            "The line in which the selected task is written. The file is shown as it was when the"
                    + " program was started.";
    public static final String SELECT_TASK =
            "Select a task to mark the line in which it is written. The file is shown as it was"
                    + " when the program was started.";
    public static final String OTHER_SOURCE = "The task is written in another file: ";
    public static final String NO_SOURCE = "Where this task is written is not known.";

    public static final String SOURCE_UNKNOWN =
            "Which file this run is of is not known on this computer: it ran elsewhere, or was not"
                    + " kept.";

    private WatchText() {}

    /** Says that a file is not what it was when it ran. */
    public static String sourceChanged(Path file) {
        return "%s has changed since this run, so its lines are not shown.".formatted(file);
    }

    /** Says that a file that ran is not where it was. */
    public static String sourceGone(String file) {
        return "%s cannot be read any more, so its lines are not shown.".formatted(file);
    }

    /** Returns what is known of an interpreter: version, lock, libraries. */
    public static String interpreter(Interpreter found) {
        String libraries =
                new TreeMap<>(found.libraries())
                        .entrySet().stream()
                                .map(it -> it.getKey() + " " + it.getValue())
                                .collect(Collectors.joining(", "));
        Interpreter.Build build = found.build();
        String python =
                build.implementation().equals("cpython") ? "Python" : build.implementation();
        String command = CommandText.of(found.command(), found.installation().isWindows());
        return "%s: %s %s, %s%s"
                .formatted(
                        command,
                        python,
                        build.version(),
                        build.gil() ? "with the GIL" : "without the GIL",
                        libraries.isEmpty() ? "" : "; " + libraries);
    }

    /** Returns what an interpreter cannot do; empty if it is new enough. */
    public static String limits(Interpreter found) {
        return found.canBeWatched()
                ? ""
                : "It runs the program, but cannot be watched. That takes %d.%d or newer."
                        .formatted(
                                PythonVersion.OLDEST_WATCHED.major(),
                                PythonVersion.OLDEST_WATCHED.minor());
    }

    /** Returns what is said of a file that cannot be read. */
    public static String unreadable(@Nullable String file) {
        return "The program cannot be read: " + file;
    }

    /** Returns what is said of a folder that is none. */
    public static String noFolder(String folder) {
        return "There is no folder \"%s\".".formatted(folder);
    }

    /** Returns what is said while a program is being started. */
    public static String starting(String name) {
        return STARTING + " " + name;
    }

    /** Returns how a program ended. */
    public static String ended(Ending ending) {
        return switch (ending) {
            case Ending.NotStarted _ -> NOT_STARTED;
            case Ending.Stopped _ -> STOPPED;
            case Ending.Exited(int code) -> "Ended with exit code " + code;
        };
    }

    /** Returns what was left out of a long output. */
    public static String leftOut(long lines) {
        return "%s left out here: the first and the last 1 MB are kept"
                .formatted(NumberFormats.count(lines, "line"));
    }

    /** Returns a time of the chart, in seconds; it is negative before its begin. */
    public static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }

    /** Returns what is said of a mended copy. */
    public static String mended(Path copy) {
        return "Written as \"%s\". Nothing has run; \"%s\" shows it before it does."
                .formatted(copy, MENU);
    }

    /** Returns what is said if a copy cannot be written. */
    public static String notMended(String detail) {
        return "No copy was written: " + detail;
    }

    /** Returns what is said of a program without typographic characters outside of its texts. */
    public static String nothingToMend(Path file) {
        return "In \"%s\" there is nothing that could be mended.".formatted(file);
    }
}
