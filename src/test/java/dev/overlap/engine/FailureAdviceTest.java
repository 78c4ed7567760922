package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.engine.http.NameResolver;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.trust.SystemCertificates;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.proxy.ProxySettings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.RawServer;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Behind a proxy that Overlap does not use: what cannot be reached says so, and the way out. */
class FailureAdviceTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    private static final Map<String, String> PROXY =
            Map.of("http_proxy", "http://ann:secret@proxy.test:3128/", "no_proxy", "b.test");

    private static final String ADVICE =
            " Overlap uses no proxy, and this machine's settings name one"
                    + " (http_proxy=proxy.test:3128). If that is the only way out of this network,"
                    + " run sites of the lab (lab:/delay/300): they need none.";

    /** All names lead to this machine, but one that leads nowhere. */
    private static final NameResolver NAMES =
            host -> {
                if (host.startsWith("nowhere")) {
                    throw new UnknownHostException(host);
                }
                return List.of(InetAddress.ofLiteral("127.0.0.1"));
            };

    private static NetworkAccess network(NameResolver resolver, Map<String, String> environment) {
        return new NetworkAccess(
                resolver,
                NetworkAccess.system().ssl(),
                SystemCertificates.here(),
                ProxySettings.of(environment, _ -> null));
    }

    private static Outcome.Failed fail(NetworkAccess network, Plan plan) {
        return failed(RIG.run(network, plan), 0);
    }

    private static Outcome.Failed fail(String model, String site) {
        return fail(network(NAMES, PROXY), EngineExtension.plan(model, site));
    }

    private static Outcome.Failed failInTime(String model, String site) {
        Settings settings = Settings.DEFAULT.withTimeout(Duration.ofMillis(300));
        return fail(network(NAMES, PROXY), EngineExtension.plan(model, settings, site));
    }

    /** Nobody listens at its port while it is open. */
    private static Socket bound() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        return socket;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads",
                "thread-pool",
                "virtual-threads",
                "process-pool",
                "event-loop",
                "blocked-loop",
                "loop-offload"
            })
    void anUnreachableHostNamesTheProxyOnceUnderEveryModel(String model) {
        Outcome.Failed failed =
                fail(
                        network(NameResolver.SYSTEM, PROXY),
                        EngineExtension.plan(model, "http://224.0.0.1/"));

        assertThat(failed)
                .isEqualTo(
                        new Outcome.Failed(
                                FailureKind.UNREACHABLE,
                                "http://224.0.0.1/ cannot be reached from here. Check the network."
                                        + ADVICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void aNameThatIsNotFoundNamesTheProxy(String model) {
        assertThat(fail(model, "http://nowhere.test/").sentence())
                .startsWith("http://nowhere.test/: no such host name was found.")
                .endsWith(ADVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void aRefusedConnectionNamesTheProxyButNotOnThisMachine(String model) throws IOException {
        try (Socket nobody = bound()) {
            int port = nobody.getLocalPort();
            assertThat(fail(model, "http://a.test:" + port).sentence()).endsWith(ADVICE);
            assertThat(fail(model, "http://127.0.0.1:" + port).sentence())
                    .isEqualTo(
                            "http://127.0.0.1:%d refused the connection. Check the port, and that the server is running."
                                    .formatted(port));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void timeThatRunsOutOnTheWayThereNamesTheProxy(String model) throws IOException {
        try (RawServer server = RawServer.startCrowded(connection -> connection.awaitEnd())) {
            Outcome.Failed failed = failInTime(model, "http://a.test:" + server.port());
            assertThat(failed.kind()).isEqualTo(FailureKind.TIMED_OUT);
            assertThat(failed.sentence()).contains("in the phase \"connect\"").endsWith(ADVICE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void aServerThatIsReachedAndSilentDoesNot(String model) throws IOException {
        try (RawServer server = RawServer.start(connection -> connection.awaitEnd())) {
            assertThat(failInTime(model, "http://a.test:" + server.port()).sentence())
                    .contains("in the phase \"wait\"")
                    .endsWith("Raise the timeout, or ask for less.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://b.test/", "https://a.test/", "http://B.Test./"})
    void aHostThatNeedsNoProxyDoesNot(String site) {
        NameResolver nowhere =
                host -> {
                    throw new UnknownHostException(host);
                };
        assertThat(fail(network(nowhere, PROXY), EngineExtension.plan("threads", site)).sentence())
                .endsWith("Check the spelling, and the network.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void theHostThatARedirectLeadsToCounts(String model) throws IOException {
        try (RawServer server =
                RawServer.start(
                        connection -> {
                            String target = connection.readRequest().split("[ /]+", -1)[1];
                            connection.reply("302 Found\r\nLocation: http://" + target + "/x");
                        })) {
            String here = "http://127.0.0.1:" + server.port() + "/";
            assertThat(fail(model, here + "nowhere.test").sentence()).endsWith(ADVICE);
            String there = "http://a.test:" + server.port() + "/";
            assertThat(fail(model, there + "nowhere.b.test").sentence())
                    .doesNotContain("proxy.test");
        }
    }

    @Test
    void aCertificateThatTheSystemDoesNotTrustEitherNeedsNoAdvice() throws IOException {
        Settings settings =
                Settings.DEFAULT.withConnections(
                        Settings.DEFAULT.connections().withTrustSystem(true));
        String site = RIG.lab().tlsUri() + "/delay/1";
        NetworkAccess network = network(NAMES, PROXY);
        assertThat(fail(network, EngineExtension.plan("threads", settings, site)).sentence())
                .endsWith("Check the address, and the network.");
        assertThat(fail(network, EngineExtension.plan("threads", site)).sentence())
                .endsWith("also trust the system's certificates (--trust-system).");
    }
}
