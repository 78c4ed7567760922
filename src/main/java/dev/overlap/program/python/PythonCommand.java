package dev.overlap.program.python;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A command line that starts Python, taken apart as the interpreter does. Nothing is run.
 *
 * @param interpreter the words that name the interpreter, such as {@code python3} or {@code py
 *     -3.11}
 * @param switches the letters of its options before the program, such as {@code I} and {@code u}
 * @param program what it runs
 * @param arguments what is left for the program
 */
public record PythonCommand(
        List<String> interpreter,
        Set<String> switches,
        @Nullable Source program,
        List<String> arguments) {

    private static final Pattern PYTHON =
            Pattern.compile("(?:python|pypy)[0-9.]*[a-z]?(?:\\.exe)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAUNCHER =
            Pattern.compile("pyw?(?:\\.exe)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAUNCHER_VERSION = Pattern.compile("-(?:[0-9].*|V:.+)");
    private static final Pattern SCRIPT =
            Pattern.compile(".*\\.pyw?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern STARTS_PROGRAM =
            Pattern.compile("-[^-mcWX][^mcWX]*[mc].*|-[mc].*");
    private static final Pattern TAKES_NEXT = Pattern.compile("-[^-mcWX][^mcWX]*[WX]|-[WX]");

    /** The options that take a value, in the same word or the next. */
    private static final String WITH_VALUE = "WX";

    /** What Python is asked to run. */
    public enum Form {
        /** A file. */
        SCRIPT,
        /** A module, after {@code -m}. */
        MODULE,
        /** A program in the command line, after {@code -c}. */
        CODE
    }

    /**
     * What Python is asked to run.
     *
     * @param text the file, the module or the code
     */
    public record Source(Form form, String text) {}

    public PythonCommand {
        interpreter = List.copyOf(interpreter);
        switches = Set.copyOf(switches);
        arguments = List.copyOf(arguments);
    }

    /** Takes a command line apart; returns null if its first word is not an interpreter. */
    public static @Nullable PythonCommand parse(List<String> command) {
        if (command.isEmpty()) {
            return null;
        }
        String name = fileName(command.getFirst());
        if (PYTHON.matcher(name).matches()) {
            return parse(command, 1);
        }
        if (LAUNCHER.matcher(name).matches()) {
            boolean chooses =
                    command.size() > 1 && LAUNCHER_VERSION.matcher(command.get(1)).matches();
            return parse(command, chooses ? 2 : 1);
        }
        return null;
    }

    /** Returns whether a command is a script without an interpreter: {@code article.py}. */
    public static boolean isScript(List<String> command) {
        return !command.isEmpty() && SCRIPT.matcher(command.getFirst()).matches();
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static PythonCommand parse(List<String> command, int start) {
        List<String> interpreter = command.subList(0, start);
        Set<String> switches = new TreeSet<>();
        int at = start;
        while (at < command.size() && isOption(command.get(at))) {
            String word = command.get(at++);
            if (word.startsWith("--")) {
                continue;
            }
            for (int i = 1; i < word.length(); i++) {
                String rest = word.substring(i + 1);
                char letter = word.charAt(i);
                if (letter == 'm' || letter == 'c') {
                    List<String> words = new ArrayList<>(command.subList(at, command.size()));
                    if (!rest.isEmpty()) {
                        words.addFirst(rest);
                    }
                    Form form = letter == 'm' ? Form.MODULE : Form.CODE;
                    return of(interpreter, switches, form, words);
                }
                switches.add(String.valueOf(letter));
                if (WITH_VALUE.indexOf(letter) >= 0) {
                    at += rest.isEmpty() ? 1 : 0;
                    break;
                }
            }
        }
        int from = Math.min(at, command.size());
        return of(interpreter, switches, Form.SCRIPT, command.subList(from, command.size()));
    }

    private static boolean isOption(String word) {
        return word.startsWith("-") && word.length() > 1;
    }

    private static PythonCommand of(
            List<String> interpreter, Set<String> switches, Form form, List<String> words) {
        return words.isEmpty()
                ? new PythonCommand(interpreter, switches, null, List.of())
                : new PythonCommand(
                        interpreter,
                        switches,
                        new Source(form, words.getFirst()),
                        words.subList(1, words.size()));
    }

    /**
     * Returns the option that keeps the tracer out, such as {@code -I}; null if there is none.
     * {@code -I} and {@code -E} make Python ignore its environment, {@code -S} the place where the
     * tracer is loaded.
     */
    public @Nullable String isolation() {
        for (String letter : List.of("I", "E", "S")) {
            if (switches.contains(letter)) {
                return "-" + letter;
            }
        }
        return null;
    }

    /**
     * Returns a command without the options that keep the tracer out; as it is if there are none.
     */
    public static List<String> withoutIsolation(List<String> command) {
        PythonCommand parsed = parse(command);
        if (parsed == null) {
            return List.copyOf(command);
        }
        List<String> kept = new ArrayList<>(parsed.interpreter);
        int at = kept.size();
        while (at < command.size() && isOption(command.get(at))) {
            String word = command.get(at++);
            String without = withoutIsolation(word);
            if (!without.equals("-")) {
                kept.add(without);
            }
            if (STARTS_PROGRAM.matcher(word).matches()) {
                break;
            }
            if (TAKES_NEXT.matcher(word).matches() && at < command.size()) {
                kept.add(command.get(at++));
            }
        }
        kept.addAll(command.subList(at, command.size()));
        return kept;
    }

    private static String withoutIsolation(String word) {
        int end = 1;
        while (end < word.length() && "mcWX".indexOf(word.charAt(end)) < 0) {
            end++;
        }
        return word.startsWith("--")
                ? word
                : word.substring(0, end).replaceAll("[IES]", "") + word.substring(end);
    }
}
