package dev.overlap.cli;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Types commands into the command line, in a folder, without a process of its own. */
final class Shell {

    final FakeWorkshop workshop = new FakeWorkshop();
    private final Workshop.Opening opening;
    private final Path folder;
    private final boolean terminal;
    private final byte[] input;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Shell(Path folder, boolean terminal, byte[] input) {
        this(folder, terminal, input, null);
    }

    private Shell(Path folder, boolean terminal, byte[] input, Workshop.@Nullable Opening opening) {
        this.opening = opening == null ? () -> workshop : opening;
        this.folder = folder;
        this.terminal = terminal;
        this.input = input;
    }

    static Shell in(Path folder) {
        return new Shell(folder, false, new byte[0]);
    }

    Shell withTerminal() {
        return new Shell(folder, true, input);
    }

    Shell withInput(byte... bytes) {
        return new Shell(folder, terminal, bytes);
    }

    /** One that really runs what is typed. */
    Shell withWorkshop(Workshop.Opening opening) {
        return new Shell(folder, terminal, input, opening);
    }

    int type(String... words) {
        Surroundings program =
                new Surroundings(
                        opening,
                        new ByteArrayInputStream(input),
                        new Outlet(out, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        terminal,
                        folder);
        return Cli.run(program, words);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    List<String> outLines() {
        return out().lines().toList();
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
