package dev.overlap.ui.program;

import dev.overlap.program.python.PythonCommand;
import dev.overlap.text.program.CommandText;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user wants to run.
 *
 * @param command the program and its arguments
 * @param folder in which it runs
 * @param python the interpreter that was chosen for a script; empty for the one that is found
 * @param interpreter the words of the one that was found for a script that stands alone; empty as
 *     long as it was not looked for
 * @param hosts that the lab plays, such as {@code www.google.com=300ms}
 * @param rerunOnSave whether to run again whenever its file is saved
 */
record ProgramRequest(
        List<String> command,
        Path folder,
        String python,
        List<String> interpreter,
        List<String> hosts,
        boolean rerunOnSave) {

    /** Whether commands are written as on Windows. */
    static final boolean ON_WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    ProgramRequest {
        command = List.copyOf(command);
        interpreter = List.copyOf(interpreter);
        hosts = List.copyOf(hosts);
    }

    /** Returns what a file is proposed as: it alone, in its folder. */
    static ProgramRequest of(Path file, String python) {
        Path absolute = file.toAbsolutePath();
        Path parent = absolute.getParent();
        Path name = absolute.getFileName();
        return new ProgramRequest(
                List.of(String.valueOf(name)),
                parent == null ? absolute : parent,
                python,
                List.of(),
                List.of(),
                false);
    }

    ProgramRequest with(List<String> found) {
        return new ProgramRequest(command, folder, python, found, hosts, rerunOnSave);
    }

    ProgramRequest withHosts(List<String> played) {
        return new ProgramRequest(command, folder, python, interpreter, played, rerunOnSave);
    }

    /** Returns the command with the interpreter that was found for it, if it is known. */
    List<String> started() {
        List<String> words = new ArrayList<>(python.isEmpty() ? interpreter : List.of());
        words.addAll(command);
        return words;
    }

    /** Returns whether Python runs it, as far as the command tells. */
    boolean isPython() {
        return PythonCommand.isScript(command) || PythonCommand.parse(command) != null;
    }

    /** Returns the command as it is shown. */
    String name() {
        return CommandText.of(command, ON_WINDOWS);
    }

    /** Returns the file of the program: its script, else the first argument that is a file. */
    @Nullable Path file() {
        return files().stream().findFirst().orElse(null);
    }

    /** Returns the files that the command names. */
    List<Path> files() {
        int from = PythonCommand.isScript(command) ? 0 : 1;
        return command.stream().skip(from).map(this::file).filter(Files::isRegularFile).toList();
    }

    private Path file(String word) {
        try {
            return folder.resolve(word);
        } catch (InvalidPathException _) {
            return folder; // no file then
        }
    }
}
