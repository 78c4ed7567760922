package dev.overlap.cli;

import dev.overlap.cli.report.ResultStream;
import dev.overlap.proxy.ProxySettings;
import dev.overlap.runtime.EngineSession;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs commands in a folder, in this process, with a fake engine. */
final class TestCommandLine {

    final FakeEngineSession engine = new FakeEngineSession();
    private final EngineSession.Factory engines;
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
            Path folder, boolean terminal, byte[] input, EngineSession.@Nullable Factory engines) {
        this.engines = engines == null ? () -> engine : engines;
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

    /** Returns a command line whose commands open another engine. */
    TestCommandLine withEngine(EngineSession.Factory engines) {
        return new TestCommandLine(folder, terminal, input, engines);
    }

    /** Returns a command line on a machine whose settings name proxies. */
    TestCommandLine withProxies(ProxySettings proxies) {
        TestCommandLine other = new TestCommandLine(folder, terminal, input, engines);
        other.proxies = proxies;
        return other;
    }

    int type(String... words) {
        CliContext context =
                new CliContext(
                        engines,
                        new ByteArrayInputStream(input),
                        new ResultStream(out, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        terminal,
                        proxies,
                        folder,
                        Optional.of(folder.resolve("kept")));
        return CommandLineProgram.run(context, words);
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
