package dev.overlap.text.program;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands as people type them, quoted where their shell needs it. */
public final class CommandText {

    /** Characters that no shell takes for more than themselves. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_@%+=:,./-]+");

    private static final Pattern PLAIN_ON_WINDOWS = Pattern.compile("[\\p{Alnum}_@+=:,./\\\\-]+");

    private CommandText() {}

    /**
     * Returns a command as one line for a POSIX shell, or for PowerShell on Windows.
     *
     * @param words the program and its arguments
     */
    public static String of(List<String> words, boolean windows) {
        String line =
                words.stream()
                        .map(word -> windows ? forWindows(word) : forPosix(word))
                        .collect(Collectors.joining(" "));
        return windows && line.startsWith("'") ? "& " + line : line;
    }

    private static String forPosix(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String forWindows(String word) {
        return PLAIN_ON_WINDOWS.matcher(word).matches()
                ? word
                : "'" + word.replace("'", "''") + "'";
    }
}
