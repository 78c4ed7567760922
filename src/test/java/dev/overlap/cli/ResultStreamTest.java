package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.cli.report.ResultStream;
import dev.overlap.proxy.ProxySettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

class ResultStreamTest {

    @TempDir private Path folder;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aReaderMayCloseTheOutput() {
        assertThat(models(new Broken("Broken pipe"))).isEqualTo(141);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void resultsLostToAFullDiskAreAnError() {
        assertThat(models(new Broken("No space left on device"))).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "overlap: Standard output cannot be written: No space left on device.\n");
    }

    @Test
    void aFailureIsRememberedAndNotRetried() {
        Broken broken = new Broken("Broken pipe");
        ResultStream stream = new ResultStream(broken, StandardCharsets.UTF_8);
        assertThat(stream.failure()).isEmpty();
        stream.println("a");
        stream.println("b");
        assertThat(stream.failure())
                .hasValueSatisfying(e -> assertThat(e).hasMessage("Broken pipe"));
        assertThat(broken.attempts).isOne();
    }

    private int models(OutputStream out) {
        CliContext context =
                new CliContext(
                        FakeEngineSession::new,
                        InputStream.nullInputStream(),
                        new ResultStream(out, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        ProxySettings.NONE,
                        folder,
                        Optional.empty());
        return CommandLineProgram.run(context, "models");
    }

    private static final class Broken extends OutputStream {
        private final String reason;
        private int attempts;

        Broken(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int octet) throws IOException {
            attempts++;
            throw new IOException(reason);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            write(bytes[from]);
        }
    }
}
