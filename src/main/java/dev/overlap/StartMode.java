package dev.overlap;

import java.util.List;
import java.util.Locale;

/** What the program runs. */
enum StartMode {
    /** The command of the arguments. */
    COMMAND,
    WINDOW,
    /** The demo, as there is no display. */
    DEMO;

    /** The word before a file whose name does not tell that it holds a run or a list. */
    private static final String WINDOW_WORD = "gui";

    /** After that word: for drivers with which the window stays black or flickers. */
    private static final String SOFTWARE = "--draw-in-software";

    private static final List<String> ENDINGS =
            List.of(".overlap", ".events", ".har", ".json", ".json.gz", ".har.gz", ".sites");

    /** Chooses by the arguments: a command, or at most one file for the window. */
    static StartMode choose(List<String> arguments, boolean display) {
        if (isForWindow(arguments)) {
            return display || !arguments.isEmpty() ? WINDOW : DEMO;
        }
        return COMMAND;
    }

    private static boolean isForWindow(List<String> arguments) {
        if (!startsWithWord(arguments)) {
            return arguments.isEmpty() || (arguments.size() == 1 && isFile(arguments.getFirst()));
        }
        return files(arguments).size() <= 1;
    }

    /** No command ends like a file. */
    private static boolean isFile(String argument) {
        String lower = argument.toLowerCase(Locale.ROOT);
        return !argument.startsWith("-") && ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** Returns the files that the window opens, at most one, if the arguments are for it. */
    static List<String> files(List<String> arguments) {
        int skipped = !startsWithWord(arguments) ? 0 : drawsInSoftware(arguments) ? 2 : 1;
        return arguments.subList(skipped, arguments.size());
    }

    /** Whether the window does without the graphics card. */
    static boolean drawsInSoftware(List<String> arguments) {
        return startsWithWord(arguments)
                && arguments.size() > 1
                && arguments.get(1).equals(SOFTWARE);
    }

    private static boolean startsWithWord(List<String> arguments) {
        return !arguments.isEmpty() && arguments.getFirst().equals(WINDOW_WORD);
    }
}
