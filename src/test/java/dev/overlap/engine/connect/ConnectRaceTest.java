package dev.overlap.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.engine.request.ConnectFailedException;
import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.testkit.LogCapture;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.apache.hc.core5.concurrent.ComplexFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Tests when attempts begin and which one wins, with a controlled connector and clock. */
class ConnectRaceTest {

    private static final String A = "192.0.2.1";
    private static final String B = "192.0.2.2";
    private static final String C = "192.0.2.3";

    @RegisterExtension final LogCapture log = new LogCapture();

    private final TraceRecorder recorder = new TraceRecorder(new Trace(List.of("a")));
    private final Connector connector = new Connector();
    private final ComplexFuture<String> result = new ComplexFuture<>(null);

    /** The family of the first address comes first, and the order within each is kept. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    192.0.2.1                                    | 192.0.2.1
                    192.0.2.1 192.0.2.2 192.0.2.3                | 192.0.2.1 192.0.2.2 192.0.2.3
                    2001:db8::1 2001:db8::2 192.0.2.1 192.0.2.2  | 2001:db8::1 192.0.2.1 2001:db8::2 192.0.2.2
                    192.0.2.1 192.0.2.2 192.0.2.3 2001:db8::1    | 192.0.2.1 2001:db8::1 192.0.2.2 192.0.2.3
                    2001:db8::9 192.0.2.3 192.0.2.1              | 2001:db8::9 192.0.2.3 192.0.2.1
                    192.0.2.1 192.0.2.1 2001:db8::1 192.0.2.1    | 192.0.2.1 2001:db8::1
                    """)
    void familiesTakeTurns(String resolved, String tried) {
        assertThat(ConnectRace.inTurn(addresses(resolved.split(" "))))
                .isEqualTo(addresses(tried.split(" ")));
    }

    @Test
    void theDelayIsTheOneThatIsRecommended() {
        assertThat(ConnectRace.ATTEMPT_DELAY).hasMillis(250);
    }

    @Test
    void anAddressThatAnswersLeavesTheOthersAlone() {
        start(A, B);
        connector.completes(A);

        assertWinner(A);
        assertThat(results()).containsExactly(A + " connected");
        assertThat(connector.timers).allMatch(Timer::isCancelled);
        connector.timers.forEach(Timer::fire);
        assertThat(connector.attempts).extracting(One::name).containsExactly(A);
    }

    @Test
    void theNextBeginsAfterTheDelayAndTheFirstGoesOnBesideIt() {
        start(A, B, C);
        assertThat(results()).containsExactly(A + " pending");

        connector.lastTimer().fire();
        assertThat(results()).containsExactly(A + " pending", B + " pending");
        connector.lastTimer().fire();
        assertThat(results()).containsExactly(A + " pending", B + " pending", C + " pending");

        connector.completes(A);
        assertWinner(A);
        assertThat(results()).containsExactly(A + " connected", B + " closed", C + " closed");
        assertThat(connector.closed()).containsExactly(B, C);
    }

    @Test
    void theNextBeginsAtOnceWhereTheLastHasFailed() {
        start(A, B, C);
        connector.fails(A, new ConnectException("Connection refused"));
        assertThat(results()).containsExactly(A + " refused", B + " pending");

        connector.timers.getFirst().fire(); // a timer that was stopped too late
        assertThat(connector.attempts).extracting(One::name).containsExactly(A, B);

        connector.lastTimer().fire();
        connector.fails(A, new ConnectException("once more"));
        connector.completes(C);
        assertThat(results()).containsExactly(A + " refused", B + " closed", C + " connected");
    }

    @Test
    void anOldAttemptThatFailsDoesNotHurryTheNext() {
        start(A, B, C);
        connector.lastTimer().fire();

        connector.fails(A, new ConnectException("Connection refused"));
        assertThat(connector.attempts).extracting(One::name).containsExactly(A, B);

        connector.lastTimer().fire();
        assertThat(connector.attempts).extracting(One::name).containsExactly(A, B, C);
    }

    @Test
    void whatConnectsTooLateIsClosed() {
        start(A, B);
        connector.lastTimer().fire();
        connector.completes(B);
        connector.completes(A);

        assertWinner(B);
        assertThat(connector.unwanted).containsExactly(A);
        assertThat(results()).containsExactly(A + " closed", B + " connected");
    }

    @Test
    void aCancelClosesWhatIsUnderWayAndBeginsNothingMore() {
        start(A, B, C);
        connector.lastTimer().fire();

        result.cancel(true);
        connector.timers.forEach(Timer::fire);
        connector.completes(B);
        connector.fails(A, new SocketException("Socket closed"));

        assertThat(result).isCancelled();
        assertThat(connector.attempts).extracting(One::name).containsExactly(A, B);
        assertThat(connector.closed()).containsExactly(A, B);
        assertThat(connector.unwanted).containsExactly(B);
        assertThat(results()).containsExactly(A + " closed", B + " closed");
    }

    @Test
    void aCancelAheadOfTheStartLeavesNothingToDo() {
        result.cancel(true);
        start(A, B);
        assertThat(connector.attempts).isEmpty();
        assertThat(results()).isEmpty();
    }

    @Test
    void aConnectionThatComesToACancelledTaskIsClosed() {
        ComplexFuture<String> gone = new ComplexFuture<>(null);
        race(gone, A).start();
        gone.completed("elsewhere");

        connector.completes(A);
        assertThat(connector.unwanted).containsExactly(A);
    }

    @Test
    void whereAllFailTheMostTellingFaultIsNamedAndEveryAddress() {
        start(A, B, C);
        connector.fails(A, new NoRouteToHostException("No route to host"));
        connector.fails(B, new ConnectException("Connection refused"));
        assertThat(result.isDone()).isFalse();
        connector.fails(C, new ConnectException("Connection timed out"));

        assertThatThrownBy(result::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ConnectFailedException.class,
                        failed -> {
                            var outcome = FailureClassifier.of(failed, "http://a/");
                            assertThat(outcome.kind()).isEqualTo(FailureKind.REFUSED);
                            assertThat(outcome.sentence())
                                    .startsWith("http://a/ refused the connection. ")
                                    .endsWith(
                                            " All 3 addresses of the name were tried: 192.0.2.1"
                                                + " (unreachable), 192.0.2.2 (refused), 192.0.2.3"
                                                + " (timed out).");
                        });
    }

    @Test
    void manyAddressesAreCountedAndNotAllNamed() {
        String[] many = {A, B, C, "192.0.2.4", "192.0.2.5", "192.0.2.6"};
        start(many);
        Arrays.stream(many)
                .forEach(one -> connector.fails(one, new ConnectException("Connection refused")));

        assertThatThrownBy(result::get)
                .cause()
                .satisfies(
                        failed ->
                                assertThat(FailureClassifier.of(failed, "a").sentence())
                                        .contains("All 6 addresses")
                                        .endsWith("192.0.2.4 (refused), and 2 more."));
    }

    @Test
    void theOnlyAddressFailsWithItsOwnFault() {
        ConnectException fault = new ConnectException("Connection refused");
        start(A);
        connector.fails(A, fault);
        assertThatThrownBy(result::get).cause().isSameAs(fault);
    }

    @Test
    void whatCannotBeBegunIsOneThatFails() {
        connector.broken = true;
        start(A, B);
        assertThatThrownBy(result::get).cause().isInstanceOf(ConnectFailedException.class);
        assertThat(connector.attempts).extracting(One::name).containsExactly(A, B);
    }

    /** For example because the engine is being closed. */
    @Test
    void withoutATimerNothingIsLeftOpen() {
        connector.noTimer = true;
        start(A, B);
        assertThatThrownBy(result::get).cause().hasMessage("the timer is gone");
        assertThat(connector.closed()).containsExactly(A);
        assertThat(results()).containsExactly(A + " closed");
    }

    @Test
    void whatCannotBeRecordedIsStillClosed() {
        TraceRecorder deaf =
                new TraceRecorder(new Trace(List.of("a"))) {
                    @Override
                    public void note(int task, ConnectAttempt attempt) {
                        if (attempt.endNanos() != TaskTrack.OPEN) {
                            throw new IllegalStateException("on purpose");
                        }
                    }
                };
        new ConnectRace<>(addresses(A, B), connector, exchange(deaf), result).start();
        connector.lastTimer().fire();
        connector.completes(B);

        assertWinner(B);
        assertThat(connector.closed()).containsExactly(A);
        assertThat(log.messagesOf(ConnectRace.class))
                .containsOnly("an attempt to connect could not be recorded")
                .hasSize(2);
    }

    private void assertWinner(String address) {
        assertThat(result).succeedsWithin(Duration.ZERO).isEqualTo(address);
    }

    private void start(String... addresses) {
        race(result, addresses).start();
    }

    private ConnectRace<String> race(ComplexFuture<String> into, String... addresses) {
        recorder.begin();
        return new ConnectRace<>(addresses(addresses), connector, exchange(recorder), into);
    }

    private static AttemptRecorder exchange(TraceRecorder into) {
        return new AttemptRecorder() {
            private int attempts;

            @Override
            public void connecting() {
                into.enter(0, Phase.CONNECT);
            }

            @Override
            public ConnectAttempt attempts(InetAddress address) {
                ConnectAttempt attempt =
                        ConnectAttempt.begin(0, attempts++, address.getHostAddress(), into.now());
                into.note(0, attempt);
                return attempt;
            }

            @Override
            public void attempted(ConnectAttempt attempt, ConnectAttempt.Result result) {
                into.note(0, attempt.ended(into.now(), result));
            }
        };
    }

    private static List<InetSocketAddress> addresses(String... hosts) {
        return Arrays.stream(hosts)
                .map(host -> new InetSocketAddress(InetAddress.ofLiteral(host), 80))
                .toList();
    }

    private List<String> results() {
        return recorder.trace().task(0).attempts().stream()
                .map(one -> one.address() + " " + one.result().words())
                .toList();
    }

    private static final class Connector implements ConnectRace.Connector<String> {

        private final List<One> attempts = new ArrayList<>();
        private final List<Timer> timers = new ArrayList<>();
        private final List<String> unwanted = new ArrayList<>();
        private boolean broken;
        private boolean noTimer;

        @Override
        public ConnectRace.Attempt attempt(
                InetSocketAddress address, ConnectRace.Listener<String> listener) {
            return new One(address.getAddress().getHostAddress(), listener, this);
        }

        @Override
        public Future<?> later(Duration delay, Runnable step) {
            if (noTimer) {
                throw new IllegalStateException("the timer is gone");
            }
            assertThat(delay).isEqualTo(ConnectRace.ATTEMPT_DELAY);
            timers.add(new Timer(step));
            return timers.getLast();
        }

        @Override
        public void close(String connection) {
            unwanted.add(connection);
        }

        Timer lastTimer() {
            return timers.getLast();
        }

        void completes(String address) {
            of(address).listener.completed(address);
        }

        void fails(String address, Exception cause) {
            of(address).listener.failed(cause);
        }

        private One of(String address) {
            return attempts.stream()
                    .filter(one -> one.name.equals(address))
                    .findFirst()
                    .orElseThrow();
        }

        List<String> closed() {
            return attempts.stream().filter(one -> one.closed).map(One::name).toList();
        }
    }

    private static final class One implements ConnectRace.Attempt {

        private final String name;
        private final ConnectRace.Listener<String> listener;
        private final Connector connector;
        private boolean closed;

        One(String name, ConnectRace.Listener<String> listener, Connector connector) {
            this.name = name;
            this.listener = listener;
            this.connector = connector;
        }

        String name() {
            return name;
        }

        @Override
        public void begin() {
            connector.attempts.add(this);
            if (connector.broken) {
                throw new IllegalStateException("no way");
            }
            assertThat(listener.begins()).isEqualTo(!connector.noTimer);
        }

        @Override
        public void cancel() {
            closed = true;
        }
    }

    /** Runs its step on demand, unless it was stopped. */
    private static final class Timer extends CompletableFuture<Void> {

        private final Runnable step;

        Timer(Runnable step) {
            this.step = step;
        }

        void fire() {
            step.run();
        }
    }
}
