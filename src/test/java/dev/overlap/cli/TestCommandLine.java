package dev.overlap.cli;

import dev.overlap.cli.report.ResultStream;
import dev.overlap.proxy.ProxySettings;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Types commands into the command line, in a folder, without a process of its own. */
final class TestCommandLine {

    final FakeEngineSession workshop = new FakeEngineSession();
    private final EngineSession.Factory factory;
    private final Path folder;
    private final boolean terminal;
    private final byte[] input;
    private ProxySettings proxies = ProxySettings.NONE;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private TestCommandLine(Path folder, boolean terminal, byte[] input) {
        this(folder, terminal, input, null);
    }

    private TestCommandLine(
            Path folder, boolean terminal, byte[] input, EngineSession.@Nullable Factory factory) {
        this.factory = factory == null ? () -> workshop : factory;
        this.folder = folder;
        this.terminal = terminal;
        this.input = input;
    }

    static TestCommandLine in(Path folder) {
        return new TestCommandLine(folder, false, new byte[0]);
    }

    TestCommandLine withTerminal() {
        return new TestCommandLine(folder, true, input);
    }

    TestCommandLine withInput(byte... bytes) {
        return new TestCommandLine(folder, terminal, bytes);
    }

    /** One that really runs what is typed. */
    TestCommandLine withWorkshop(EngineSession.Factory factory) {
        return new TestCommandLine(folder, terminal, input, factory);
    }

    /** One on a machine whose settings name proxies. */
    TestCommandLine withProxies(ProxySettings proxies) {
        TestCommandLine other = new TestCommandLine(folder, terminal, input, factory);
        other.proxies = proxies;
        return other;
    }

    int type(String... words) {
        CliContext program =
                new CliContext(
                        factory,
                        new ByteArrayInputStream(input),
                        new ResultStream(out, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        terminal,
                        proxies,
                        folder);
        return CommandLineProgram.run(program, words);
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
