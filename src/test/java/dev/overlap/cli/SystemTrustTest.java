package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.RawServer;
import dev.overlap.testkit.TestKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A network that inspects TLS: its servers show certificates of an authority that only the system
 * trusts. Each run is a process of its own, so that its worker processes have the same environment.
 */
@Timeout(120)
class SystemTrustTest {

    private static final List<String> MODELS =
            List.of(
                    "threads",
                    "thread-pool",
                    "virtual-threads",
                    "process-pool",
                    "event-loop",
                    "blocked-loop",
                    "loop-offload");

    @TempDir private Path folder;
    private ChildProcesses childProcesses;
    private RawServer good;
    private RawServer other;
    private RawServer expired;

    private static RawServer server(TestKey key) throws IOException {
        return RawServer.start(
                connection -> {
                    connection.shakeHands(key);
                    connection.readRequest();
                    connection.reply("200 OK\r\nConnection: close");
                });
    }

    @BeforeEach
    void open() throws IOException {
        childProcesses = new ChildProcesses(folder);
        Path bundle = Files.writeString(folder.resolve("ca.pem"), TestKey.signed().anchorInPem());
        childProcesses.put("SSL_CERT_FILE", bundle.toString());
        childProcesses.put("SSL_CERT_DIR", "");
        good = server(TestKey.signed());
        other = server(TestKey.forAnotherName());
        expired = server(TestKey.expired());
    }

    @AfterEach
    void close() throws IOException {
        childProcesses.close();
        good.close();
        other.close();
        expired.close();
    }

    private static String site(RawServer server) {
        return "https://127.0.0.1:" + server.port() + "/";
    }

    /** What is said of each site that fails. */
    private List<String> complaints(String... options) throws Exception {
        List<String> words =
                new ArrayList<>(
                        List.of("compare", "--runs", "1", "--models", String.join(",", MODELS)));
        for (RawServer server : List.of(good, other, expired)) {
            words.addAll(List.of("--site", site(server)));
        }
        words.addAll(List.of("--timeout", "60s"));
        words.addAll(List.of(options));
        Process run = childProcesses.start(List.of(), words.toArray(String[]::new));
        String out = ChildProcesses.out(run);
        assertThat(run.waitFor()).as(out).isEqualTo(1);
        return childProcesses.err().lines().toList();
    }

    private static String complaint(String model, RawServer server, String because) {
        return "overlap: %s: %s: no secure connection could be made, because its certificate %s"
                .formatted(model, site(server), because);
    }

    @Test
    void anAuthorityOfTheSystemIsTrustedWhereThatIsAskedForAndNamesAndDatesAreVerified()
            throws Exception {
        List<String> expected = new ArrayList<>();
        for (String model : MODELS) {
            expected.add(complaint(model, other, "is for another name. Check the address."));
            expected.add(
                    complaint(
                            model,
                            expired,
                            "has expired. Check this machine's date, or ask the site's owner."));
        }
        assertThat(complaints("--trust-system")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(good.requests()).hasSize(MODELS.size());
        assertThat(other.requests()).isEmpty();
        assertThat(expired.requests()).isEmpty();
    }

    @Test
    void itIsNotTrustedByItselfAndTheSentenceNamesTheOption() throws Exception {
        List<String> expected = new ArrayList<>();
        for (String model : MODELS) {
            for (RawServer server : List.of(good, other, expired)) {
                expected.add(
                        complaint(
                                model,
                                server,
                                "is self-signed, or its issuer is not trusted on this machine."
                                        + " Check the address, and the network. Where the network"
                                        + " inspects TLS, as in many schools, also trust the"
                                        + " system's certificates (--trust-system)."));
            }
        }
        assertThat(complaints()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(good.requests()).isEmpty();
    }

    @Test
    void aBundleThatIsNotThereRefusesTheRunUnlessItStaysInTheLab() throws Exception {
        childProcesses.put("SSL_CERT_FILE", folder.resolve("gone.pem").toString());
        Process refused =
                childProcesses.start(
                        List.of(),
                        "run",
                        "--trust-system",
                        "--model",
                        "threads",
                        "--site",
                        site(good));
        assertThat(refused.waitFor()).isEqualTo(2);
        assertThat(childProcesses.err())
                .isEqualTo(
                        "overlap: SSL_CERT_FILE names \"%s\", which cannot be read: it is not there. Correct it.%n"
                                .formatted(folder.resolve("gone.pem")));

        Process inLab =
                childProcesses.start(
                        List.of(),
                        "run",
                        "--trust-system",
                        "--model",
                        "process-pool",
                        "--site",
                        "lab:/delay/5");
        assertThat(ChildProcesses.out(inLab)).contains("lab:/delay/5: 200, ");
        assertThat(inLab.waitFor()).isZero();
    }
}
