package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.LogCapture;
import dev.overlap.testkit.TestKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tests that TLS is warmed up with the lab before time zero, if the plan needs it and the lab
 * offers it.
 */
class WarmupTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    @RegisterExtension final LogCapture log = new LogCapture();

    private final AtomicInteger opened = new AtomicInteger();

    private static String site() throws IOException {
        return "https://localhost:" + RIG.lab().tlsUri().getPort() + "/delay/1";
    }

    private void run(LabEndpoint.TlsOpener opener, String model, String site) throws Exception {
        NetworkAccess trusting =
                new NetworkAccess(
                        _ -> List.of(InetAddress.ofLiteral("127.0.0.1")),
                        TestKey.trusting(RIG.lab().certificate()));
        try (Engine engine = new Engine(new LabEndpoint(RIG.lab().uri(), opener), trusting)) {
            assertAllAnswered(RIG.run(engine, EngineExtension.plan(model, site)));
        }
    }

    private LabEndpoint.TlsDoor door() throws IOException {
        opened.incrementAndGet();
        return new LabEndpoint.TlsDoor(RIG.lab().tlsUri(), RIG.lab().certificate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void theDoorIsOpenedForAPlanThatNeedsTlsAndForNoOther(String model) throws Exception {
        run(this::door, model, "lab:/delay/1");
        assertThat(opened).hasValue(0);

        run(this::door, model, site());
        assertThat(opened).hasValue(1);
    }

    @Test
    void aDoorThatCannotBeOpenedIsLoggedAndTheRunGoesOn() throws Exception {
        run(
                () -> {
                    throw new IOException("there is no keytool");
                },
                "thread-pool",
                site());

        assertThat(log.messagesOf(ActiveRun.class))
                .containsExactly("the first TLS handshakes of this run are slower than later ones");
    }

    @Test
    void aLabWithoutADoorIsNoFault() throws Exception {
        run(null, "thread-pool", site());

        assertThat(log.all()).isEmpty();
    }
}
