package dev.overlap.lab;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.overlap.testkit.Eventually;

import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class LabFileDescriptorsTest {

    private static final int LIMIT = 200;

    @Test
    void aLabThatRanOutOfDescriptorsSaysSoAndListensAgain() throws Exception {
        Process process = startWithFewDescriptors();
        try (BufferedReader out = process.inputReader(UTF_8);
                Writer in = process.outputWriter(UTF_8)) {
            URI lab = URI.create(out.readLine());
            assertThat(RawReply.get(lab, "/delay/1").status()).isEqualTo(200);
            assertThat(problem(in, out)).isEqualTo("null");

            Socket early = RawReply.open(lab);
            List<Socket> crowd = overrun(lab);
            Eventually.holds("it says so", () -> problem(in, out).contains("It keeps trying."));
            for (Socket each : crowd) {
                each.close();
            }

            Eventually.holds("it is over", () -> problem(in, out).endsWith("It does again."));
            assertThat(problem(in, out)).contains("Too many open files");
            assertThat(RawReply.get(lab, "/delay/1").status()).isEqualTo(200);
            RawReply.send(early, "GET", "/delay/1", "");
            assertThat(early.getInputStream().readNBytes(12)).asString(UTF_8).endsWith(" 200");
            early.close();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Opens more connections than the lab can accept; the rest are refused or reset. */
    private static List<Socket> overrun(URI lab) {
        List<Socket> crowd = new ArrayList<>();
        for (int i = 0; i < 2 * LIMIT; i++) {
            try {
                Socket socket = RawReply.open(lab);
                crowd.add(socket);
                RawReply.send(socket, "GET", "/hang", "");
            } catch (IOException e) {
                return crowd; // full, as it should be
            }
        }
        return crowd;
    }

    private static String problem(Writer in, BufferedReader out) throws IOException {
        in.write("\n");
        in.flush();
        return String.valueOf(out.readLine());
    }

    private static Process startWithFewDescriptors() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path =
                Stream.of(Path.of("target/classes"), Path.of("target/test-classes"))
                        .map(Path::toAbsolutePath)
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n " + LIMIT + "; exec \"$@\"",
                        "sh",
                        java,
                        "-cp",
                        path + libraries(),
                        LabWithFileDescriptorLimit.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String libraries() {
        return Stream.of(HttpHost.class, HttpVersionPolicy.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(url -> File.pathSeparator + Path.of(URI.create(url.toString())))
                .collect(Collectors.joining());
    }
}
