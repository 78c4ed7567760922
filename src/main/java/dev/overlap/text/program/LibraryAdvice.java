package dev.overlap.text.program;

import dev.overlap.program.python.Interpreter;
import dev.overlap.program.python.Interpreter.Owner;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about a library that is not installed. */
final class LibraryAdvice {

    /** Also of Python 2, without quotes, and of {@code python -m}, without a traceback. */
    private static final Pattern MISSING =
            Pattern.compile(
                    ".*No module named '?(\\w+)(?:\\.[\\w.]+)?'?(; '(\\w+)' is not a"
                            + " package)?\\)?");

    private LibraryAdvice() {}

    static Optional<Advice> of(ProgramEnd end, ErrorOutput errors) {
        if (!end.failed()) {
            return Optional.empty();
        }
        boolean raised = errors.is("ModuleNotFoundError") || errors.is("ImportError");
        Matcher missing = MISSING.matcher(raised ? errors.message() : errors.lastLine());
        if (!missing.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                missing.group(3) == null
                        ? missing(end, missing.group(1))
                        : shadowed(missing.group(3)));
    }

    private static Advice shadowed(String module) {
        return Advice.of(
                Advice.Topic.NAME_SHADOWED,
                "A file named %1$s.py of your own hides the library %1$s: give it another name."
                        .formatted(module));
    }

    private static Advice missing(ProgramEnd end, String module) {
        PythonPackage known = PythonPackage.of(module);
        Owner owner = owner(end.interpreter());
        String sentence =
                "%s has no library %s.%s%s"
                        .formatted(
                                name(end),
                                module,
                                known.isKnown()
                                        ? ""
                                        : " If it is not a file of your own, it may be the package"
                                                + " of that name.",
                                advice(owner, known));
        return new Advice(Advice.Topic.LIBRARY_MISSING, sentence, commands(end, owner, known));
    }

    private static Owner owner(@Nullable Interpreter interpreter) {
        return interpreter == null ? Owner.USER : interpreter.installation().owner();
    }

    private static String name(ProgramEnd end) {
        Interpreter interpreter = end.interpreter();
        String command = CommandText.of(end.python(), end.isWindows());
        return interpreter == null
                ? command
                : "%s (Python %s)".formatted(command, interpreter.build().version());
    }

    private static String advice(Owner owner, PythonPackage known) {
        String environment =
                "a virtual environment in the folder of the program, whose Python Overlap then"
                        + " takes";
        return switch (owner) {
            case USER -> "";
            case APT ->
                    known.debian().isEmpty()
                            ? " Its libraries come from the system; others need "
                                    + environment
                                    + "."
                            : " Its libraries come from the system, or else from "
                                    + environment
                                    + ".";
            case OTHER -> " Its libraries come from the system; others need " + environment + ".";
        };
    }

    private static List<String> commands(ProgramEnd end, Owner owner, PythonPackage known) {
        List<String> commands = new ArrayList<>();
        if (owner == Owner.APT && !known.debian().isEmpty()) {
            commands.add("sudo apt install " + known.debian());
        }
        if (known.pypi().isEmpty()) {
            return commands; // a part of Python itself
        }
        List<String> python = end.python();
        if (owner != Owner.USER) {
            commands.add(line(end, python, "-m", "venv", ".venv"));
            python = List.of(end.isWindows() ? ".venv\\Scripts\\python.exe" : ".venv/bin/python");
        }
        commands.add(line(end, python, "-m", "pip", "install", known.pypi()));
        return commands;
    }

    private static String line(ProgramEnd end, List<String> python, String... arguments) {
        List<String> words = new ArrayList<>(python);
        words.addAll(List.of(arguments));
        return CommandText.of(words, end.isWindows());
    }
}
