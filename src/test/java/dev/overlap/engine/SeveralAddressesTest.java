package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAnswered;
import static dev.overlap.testkit.TraceAssertions.awaitPhase;
import static dev.overlap.testkit.TraceAssertions.failed;
import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.testkit.TestKey;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A name with several addresses, of which some swallow what they are sent, refuse or answer: a
 * listener whose backlog is full answers nothing to a SYN, on Linux.
 */
class SeveralAddressesTest {

    private static final String FIRST = "127.0.0.1";
    private static final String SECOND = "127.0.0.2";
    private static final String THIRD = "127.0.0.3";
    private static final String NAME = "several.test";
    private static final long DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    @TempDir Path folder;

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
    void anAddressThatSwallowsTheSynCostsADelayAndNoMore(String model) throws Exception {
        try (RawServer deaf = RawServer.startCrowded(at(FIRST, 0), RawConnection::awaitEnd);
                RawServer server =
                        RawServer.start(
                                at(SECOND, deaf.port()), SeveralAddressesTest::whenAllowed)) {
            Run run = start(model, Settings.DEFAULT, site(deaf), FIRST, SECOND);
            awaitPhase(run.trace(), 0, Phase.WAIT);
            Eventually.holds("the loser is closed", () -> connecting(deaf.port()) == 0);
            server.openGate("reply");

            Trace trace = EngineExtension.finished(run);
            assertAnswered(trace, 0);
            assertThat(server.visits()).isOne();
            TaskTrack task = trace.task(0);
            assertThat(results(task)).containsExactly(FIRST + " closed", SECOND + " connected");
            assertSecondCameAfterTheDelay(task);
            assertOneConnectHoldsThemAll(task);
        }
    }

    private static void whenAllowed(RawConnection connection) throws IOException {
        connection.readRequest();
        connection.awaitGate("reply");
        connection.reply("200 OK");
        connection.awaitEnd();
    }

    private static boolean secondCameAfterTheDelay(TaskTrack task) {
        ConnectAttempt first = task.attempts().getFirst();
        ConnectAttempt second = task.attempts().get(1);
        return second.beginNanos() - first.beginNanos() >= DELAY_NANOS;
    }

    private static void assertSecondCameAfterTheDelay(TaskTrack task) {
        ConnectAttempt first = task.attempts().getFirst();
        ConnectAttempt second = task.attempts().get(1);
        assertThat(secondCameAfterTheDelay(task)).isTrue();
        assertThat(first.endNanos()).isGreaterThan(second.beginNanos());
        assertThat(second.endNanos()).isGreaterThanOrEqualTo(second.beginNanos());
    }

    private static void assertOneConnectHoldsThemAll(TaskTrack task) {
        int segment = task.segmentAt(task.attempts().getFirst().beginNanos());
        assertThat(task.phase(segment)).isEqualTo(Phase.CONNECT);
        assertThat(task.end(segment))
                .isGreaterThanOrEqualTo(task.attempts().getLast().beginNanos());
        assertThat(connects(task)).isOne();
    }

    private static long connects(TaskTrack task) {
        long connects = 0;
        for (int segment = 0; segment < task.segments(); segment++) {
            connects += task.phase(segment) == Phase.CONNECT ? 1 : 0;
        }
        return connects;
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void anAddressThatAnswersIsTheOnlyOneThatIsTried(String model) throws Exception {
        try (RawServer server = RawServer.start(at(FIRST, 0), SeveralAddressesTest::answer)) {
            Trace trace = run(model, site(server), FIRST, SECOND);
            assertAnswered(trace, 0);
            TaskTrack task = trace.task(0);
            assertThat(results(task)).startsWith(FIRST + " connected");
            assertThat(task.attempts().size() == 1 || secondCameAfterTheDelay(task)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "process-pool", "event-loop"})
    void anAddressThatRefusesIsFollowedByTheNext(String model) throws Exception {
        try (RawServer server = RawServer.start(at(SECOND, 0), SeveralAddressesTest::answer)) {
            Trace trace = run(model, site(server), FIRST, SECOND);
            assertAnswered(trace, 0);
            TaskTrack task = trace.task(0);
            assertThat(results(task)).hasSize(2).endsWith(SECOND + " connected");
            // where a machine is too busy to notice the refusal before the delay is over, the
            // second
            // may have connected by then, and the first is closed
            assertThat(results(task).getFirst())
                    .isIn(
                            FIRST + " refused",
                            secondCameAfterTheDelay(task) ? FIRST + " closed" : "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "process-pool", "event-loop", "blocked-loop"})
    void whereAllRefuseTheSentenceNamesThemAll(String model) throws Exception {
        String site;
        try (RawServer closed = RawServer.start(RawConnection::awaitEnd)) {
            site = site(closed);
        }
        Trace trace = run(model, site, FIRST, SECOND);

        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.REFUSED);
        assertThat(failed(trace, 0).sentence())
                .isEqualTo(
                        site
                                + " refused the connection. Check the port, and that the server is"
                                + " running. All 2 addresses of the name were tried: 127.0.0.1"
                                + " (refused), 127.0.0.2 (refused).");
        assertThat(results(trace.task(0))).containsExactly(FIRST + " refused", SECOND + " refused");
    }

    /** The run goes on with others meanwhile, so that it is not its end that closes them. */
    @ParameterizedTest
    @ValueSource(strings = {"sequential", "process-pool", "loop-one-by-one", "blocked-loop"})
    void whereNoneAnswersTheTimeoutClosesThemAllAndSaysHowManyThereWere(String model)
            throws Exception {
        Settings hasty = Settings.DEFAULT.withWorkers(1).withTimeout(Duration.ofMillis(900));
        try (RawServer deaf = RawServer.startCrowded(at(FIRST, 0), RawConnection::awaitEnd);
                RawServer deafToo =
                        RawServer.startCrowded(at(SECOND, deaf.port()), RawConnection::awaitEnd);
                RawServer other =
                        RawServer.start(at(THIRD, 0), SeveralAddressesTest::whenAllowed)) {
            String silent = "http://" + THIRD + ":" + other.port() + "/";
            Run run = start(model, hasty, site(deaf) + "\n" + silent + " x6", FIRST, SECOND);
            awaitPhase(run.trace(), 1, Phase.WAIT);
            Eventually.holds("all are closed", () -> connecting(deaf.port()) == 0);
            boolean inTime = run.trace().ended() < 7;
            other.openGate("reply");

            Trace trace = EngineExtension.finished(run);
            assertThat(inTime).as("closed while the run went on").isTrue();
            assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
            assertThat(failed(trace, 0).sentence())
                    .contains(
                            "the time ran out in the phase \"connect\", and none of the 2 addresses"
                                    + " tried had connected.");
            assertThat(results(trace.task(0)))
                    .containsExactly(FIRST + " closed", SECOND + " closed");
            assertThat(deafToo.visits()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop", "blocked-loop"})
    void aCancelAtAnyInstantLeavesNoSocket(String model) throws Exception {
        Random random = new Random(8305);
        Engine engine = RIG.engine(network(FIRST, SECOND, THIRD));
        try (RawServer deaf = RawServer.startCrowded(at(FIRST, 0), RawConnection::awaitEnd);
                RawServer deafToo =
                        RawServer.startCrowded(at(SECOND, deaf.port()), RawConnection::awaitEnd)) {
            for (int i = 0; i < 12; i++) {
                Run run = RIG.start(engine, EngineExtension.plan(model, site(deaf) + " x4"));
                int begun = random.nextInt(4);
                long offsetNanos = random.nextLong(TimeUnit.MILLISECONDS.toNanos(2));
                Eventually.holds("it has come so far", () -> attempts(run.trace()) >= begun);
                TimeUnit.NANOSECONDS.sleep(offsetNanos);
                run.cancel();
                Eventually.holds("no socket is left", () -> connecting(deaf.port()) == 0);
                EngineExtension.finished(run);
                assertThat(run.trace().tasks())
                        .flatExtracting(TaskTrack::attempts)
                        .allMatch(attempt -> attempt.endNanos() != TaskTrack.OPEN);
            }
            assertThat(deafToo.visits()).isZero();
        }
    }

    private static long attempts(Trace trace) {
        return trace.tasks().stream().mapToLong(task -> task.attempts().size()).max().orElse(0);
    }

    /** TCP is up, TLS is not: that, too, is a socket that its task must not leave open. */
    @ParameterizedTest
    @ValueSource(strings = {"sequential", "loop-one-by-one"})
    void aTimeoutInTheHandshakeClosesTheSocketWhileTheRunGoesOn(String model) throws Exception {
        Settings hasty = Settings.DEFAULT.withTimeout(Duration.ofMillis(600));
        try (RawServer mute = RawServer.start(RawConnection::awaitEnd)) {
            String site = "https://127.0.0.1:" + mute.port() + "/";
            Run run = RIG.start(EngineExtension.plan(model, hasty, site, "lab:/hang"));

            Eventually.holds("the server sees it go", () -> mute.marked("gone"));

            Trace trace = EngineExtension.finished(run);
            assertThat(phases(trace, 0)).endsWith(Phase.TLS);
            assertThat(trace.sinceZero(mute.at("gone")))
                    .as("it went because its task had ended, and not the run")
                    .isLessThan(trace.wallNanos());
        }
    }

    private static void answer(RawConnection connection) throws IOException {
        connection.readRequest();
        connection.reply("200 OK");
        connection.awaitEnd();
    }

    private Trace run(String model, String site, String... addresses) throws IOException {
        return EngineExtension.finished(start(model, Settings.DEFAULT, site, addresses));
    }

    /** Worker processes know the system's resolver only: they are given a file of hosts. */
    private Run start(String model, Settings settings, String sites, String... addresses)
            throws IOException {
        if (!model.equals("process-pool")) {
            return RIG.start(
                    RIG.engine(network(addresses)), EngineExtension.plan(model, settings, sites));
        }
        Path hosts = Files.createTempFile(folder, "hosts", "");
        Files.write(hosts, Arrays.stream(addresses).map(one -> one + " " + NAME).toList());
        String java = "exec $JAVA -Djdk.net.hosts.file='" + hosts + "' \"$@\"";
        try (FakeJavaHome _ = new FakeJavaHome(Files.createTempDirectory(folder, "java"), java)) {
            Run run = RIG.start(EngineExtension.plan(model, settings.withWorkers(1), sites));
            awaitPhaseBegun(run);
            return run;
        }
    }

    private static void awaitPhaseBegun(Run run) {
        Eventually.holds(
                "the process has begun",
                () -> run.trace().hasBegun() && run.trace().task(0).worker() >= 0);
    }

    private static NetworkAccess network(String... addresses) {
        List<InetAddress> all = Arrays.stream(addresses).map(InetAddress::ofLiteral).toList();
        return new NetworkAccess(_ -> all, TestKey.get().client());
    }

    private static String site(RawServer server) {
        return "http://" + NAME + ":" + server.port() + "/";
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    private static List<String> results(TaskTrack task) {
        return task.attempts().stream()
                .map(one -> one.address() + " " + one.result().words())
                .toList();
    }

    /** How many sockets of this machine have sent a SYN to a port, and heard nothing. */
    private static long connecting(int port) throws IOException {
        String there = ":%04X".formatted(port);
        try (Stream<String> v4 = Files.lines(Path.of("/proc/net/tcp"));
                Stream<String> v6 = Files.lines(Path.of("/proc/net/tcp6"))) {
            return Stream.concat(v4, v6)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields[2].endsWith(there) && fields[3].equals("02"))
                    .count();
        }
    }
}
