package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.plan.Settings;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Limit;
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

/** What goes into a pipe comes out of it, and clocks are compared as they should be. */
class PipeTest {

    static Stream<ProcessReport> reports() {
        return Stream.of(
                new ProcessReport.Prepared(),
                new ProcessReport.Clock(Long.MIN_VALUE),
                new ProcessReport.Entered(7, Phase.WAIT, -3),
                new ProcessReport.Leasing(1, new Limit("a:80", 6, Limit.Origin.MANNERS, 2)),
                new ProcessReport.Exchanged(2, Exchange.begin(1, 5, "http://ä.example/")),
                new ProcessReport.Exchanged(2, Exchange.begin(0, 5, "x".repeat(100_000))),
                new ProcessReport.Ended(3, new Outcome.Answered(200, 1L << 40), 9),
                new ProcessReport.Ended(3, new Outcome.Failed(Failure.RESET, "Gone. ✂"), 9),
                new ProcessReport.Computed(3, 1_200_000_000L),
                new ProcessReport.Ended(3, new Outcome.Cancelled(), 9));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportComesOutAsItWentIn(ProcessReport report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pipe(ProcessReport.class, InputStream.nullInputStream(), bytes).send(report);

        assertThat(received(ProcessReport.class, bytes)).isEqualTo(report);
    }

    @Test
    void anOrderComesOutAsItWentIn() throws IOException {
        ProcessOrder order =
                new ProcessOrder.Prepare(
                        Settings.DEFAULT
                                .withTimeout(Duration.ofNanos(1_234_567))
                                .withWorkers(OptionalInt.of(3)),
                        URI.create("http://127.0.0.1:4000"),
                        null,
                        "certificate",
                        List.of("https://example.org"),
                        List.of(),
                        true,
                        4);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pipe(ProcessOrder.class, InputStream.nullInputStream(), bytes).send(order);

        assertThat(received(ProcessOrder.class, bytes)).isEqualTo(order);
    }

    @Test
    void theEndOfAPipeIsNoRecord() {
        var pipe =
                pipe(
                        ProcessOrder.class,
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream());

        assertThatThrownBy(pipe::receive).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {Pipe.MAX_RECORD_BYTES + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void aLengthThatNoRecordHasIsRefusedAndNotWaitedFor(int length) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();

        assertThatThrownBy(
                        pipe(
                                        ProcessReport.class,
                                        new ByteArrayInputStream(bytes),
                                        OutputStream.nullOutputStream())
                                ::receive)
                .isInstanceOf(StreamCorruptedException.class);
    }

    @Test
    void ofARecordThatIsTooLongNothingIsSent() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var pipe = pipe(ProcessReport.class, InputStream.nullInputStream(), bytes);
        String name = "x".repeat(Pipe.MAX_RECORD_BYTES);

        assertThatThrownBy(() -> pipe.send(new ProcessReport.Helped(name)))
                .isInstanceOf(IllegalArgumentException.class);
        pipe.send(new ProcessReport.Prepared());

        assertThat(received(ProcessReport.class, bytes)).isEqualTo(new ProcessReport.Prepared());
    }

    private static <T> Pipe<T, T> pipe(Class<T> type, InputStream in, OutputStream out) {
        return new Pipe<>(type, in, type, out);
    }

    private static <T> T received(Class<T> type, ByteArrayOutputStream bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes.toByteArray());
        return pipe(type, in, OutputStream.nullOutputStream()).receive();
    }

    @Test
    void aClockWithAnotherOriginIsReadWithinTheErrorThatIsNamed() throws IOException {
        long ahead = 1_000_000_000_000L;

        PipeClock clock = PipeClock.align(() -> System.nanoTime() + ahead);

        assertThat(clock.aheadNanos() - ahead)
                .isBetween(-clock.errorNanos() - 1, clock.errorNanos() + 1);
        assertThat(clock.here(clock.there(42))).isEqualTo(42);
    }

    @Test
    void theFastestOfTheRoundsCounts() throws IOException {
        int[] round = {0};

        PipeClock clock =
                PipeClock.align(
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
