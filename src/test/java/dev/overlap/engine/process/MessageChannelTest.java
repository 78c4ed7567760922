package dev.overlap.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.plan.Settings;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Tests that records survive a round trip, and the alignment of clocks. */
class MessageChannelTest {

    static Stream<WorkerEvent> reports() {
        return Stream.of(
                new WorkerEvent.Prepared(),
                new WorkerEvent.Clock(Long.MIN_VALUE),
                new WorkerEvent.Entered(7, Phase.WAIT, -3),
                new WorkerEvent.Leasing(
                        1, new ConnectionLimit("a:80", 6, ConnectionLimit.Origin.MANNERS, 2)),
                new WorkerEvent.Exchanged(2, Exchange.begin(1, 5, "http://ä.example/")),
                new WorkerEvent.Exchanged(2, Exchange.begin(0, 5, "x".repeat(100_000))),
                new WorkerEvent.Ended(3, new Outcome.Answered(200, 1L << 40), 9),
                new WorkerEvent.Ended(3, new Outcome.Failed(FailureKind.RESET, "Gone. ✂"), 9),
                new WorkerEvent.Computed(3, 1_200_000_000L),
                new WorkerEvent.Ended(3, new Outcome.Cancelled(), 9));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportComesOutAsItWentIn(WorkerEvent report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pipe(WorkerEvent.class, InputStream.nullInputStream(), bytes).send(report);

        assertThat(received(WorkerEvent.class, bytes)).isEqualTo(report);
    }

    @Test
    void anOrderComesOutAsItWentIn() throws IOException {
        WorkerCommand order =
                new WorkerCommand.Prepare(
                        Settings.DEFAULT
                                .withTimeout(Duration.ofNanos(1_234_567))
                                .withWorkers(OptionalInt.of(3)),
                        URI.create("http://127.0.0.1:4000"),
                        null,
                        "certificate",
                        List.of("https://example.org"),
                        List.of(),
                        true,
                        false,
                        true,
                        4);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pipe(WorkerCommand.class, InputStream.nullInputStream(), bytes).send(order);

        assertThat(received(WorkerCommand.class, bytes)).isEqualTo(order);
    }

    @Test
    void theEndOfAPipeIsNoRecord() {
        var channel =
                pipe(
                        WorkerCommand.class,
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream());

        assertThatThrownBy(channel::receive).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {MessageChannel.MAX_RECORD_BYTES + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void aLengthThatNoRecordHasIsRefusedAndNotWaitedFor(int length) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();

        assertThatThrownBy(
                        pipe(
                                        WorkerEvent.class,
                                        new ByteArrayInputStream(bytes),
                                        OutputStream.nullOutputStream())
                                ::receive)
                .isInstanceOf(StreamCorruptedException.class);
    }

    @Test
    void ofARecordThatIsTooLongNothingIsSent() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var channel = pipe(WorkerEvent.class, InputStream.nullInputStream(), bytes);
        String name = "x".repeat(MessageChannel.MAX_RECORD_BYTES);

        assertThatThrownBy(() -> channel.send(new WorkerEvent.Helped(name)))
                .isInstanceOf(IllegalArgumentException.class);
        channel.send(new WorkerEvent.Prepared());

        assertThat(received(WorkerEvent.class, bytes)).isEqualTo(new WorkerEvent.Prepared());
    }

    private static <T> MessageChannel<T, T> pipe(Class<T> type, InputStream in, OutputStream out) {
        return new MessageChannel<>(type, in, type, out);
    }

    private static <T> T received(Class<T> type, ByteArrayOutputStream bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes.toByteArray());
        return pipe(type, in, OutputStream.nullOutputStream()).receive();
    }

    @Test
    void aClockWithAnotherOriginIsReadWithinTheErrorThatIsNamed() throws IOException {
        long ahead = 1_000_000_000_000L;

        ClockOffset clock = ClockOffset.align(() -> System.nanoTime() + ahead);

        assertThat(clock.aheadNanos() - ahead)
                .isBetween(-clock.errorNanos() - 1, clock.errorNanos() + 1);
        assertThat(clock.here(clock.there(42))).isEqualTo(42);
    }

    @Test
    void theFastestOfTheRoundsCounts() throws IOException {
        int[] round = {0};

        ClockOffset clock =
                ClockOffset.align(
                        () -> {
                            long read = System.nanoTime();
                            boolean slow = round[0]++ != 5;
                            while (slow && System.nanoTime() - read < 2_000_000) {
                                Thread.onSpinWait();
                            }
                            return read;
                        });

        assertThat(round[0]).isGreaterThan(5);
        assertThat(clock.errorNanos()).isLessThan(1_000_000);
    }
}
