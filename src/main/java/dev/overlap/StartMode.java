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
        return switch (arguments.size()) {
            case 0 -> true;
            case 1 -> arguments.getFirst().equals(WINDOW_WORD) || isFile(arguments.getFirst());
            case 2 -> arguments.getFirst().equals(WINDOW_WORD);
            default -> false;
        };
    }

    /** No command ends like a file. */
    private static boolean isFile(String argument) {
        String lower = argument.toLowerCase(Locale.ROOT);
        return !argument.startsWith("-") && ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** Returns the files that the window opens, at most one, if the arguments are for it. */
    static List<String> files(List<String> arguments) {
        boolean word = !arguments.isEmpty() && arguments.getFirst().equals(WINDOW_WORD);
        return word ? arguments.subList(1, arguments.size()) : arguments;
    }
}
