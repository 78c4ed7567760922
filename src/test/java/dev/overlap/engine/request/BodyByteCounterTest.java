package dev.overlap.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.overlap.engine.task.ReceivedBytes;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.plan.address.Address;
import dev.overlap.trace.FailureKind;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * Tests the limit of 64 MB per task, over all its responses, as received and after decompression.
 */
class BodyByteCounterTest {

    private static final int MB = 1 << 20;
    private static final Task TASK =
            new Task(0, StepSequence.of(new Step.Fetch(new Address.Lab("/a"))), 0);

    private static BodyByteCounter meter(@Nullable String encoding, ReceivedBytes before) {
        return new BodyByteCounter(TASK, encoding, before);
    }

    private static ReceivedBytes plain(ReceivedBytes before, int bytes) throws IOException {
        BodyByteCounter meter = meter(null, before);
        meter.count(ByteBuffer.allocate(bytes));
        meter.end();
        return meter.counted();
    }

    private static ReceivedBytes gzip(ReceivedBytes before, int bytes) throws IOException {
        byte[] packed = packed(bytes);
        BodyByteCounter meter = meter("gzip", before);
        meter.count(packed, packed.length);
        meter.end();
        assertThat(meter.bytes()).isEqualTo(packed.length);
        return meter.counted();
    }

    private static byte[] packed(int zeros) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[zeros]);
        }
        return packed.toByteArray();
    }

    private interface Counting {
        void count() throws IOException;
    }

    private static void assertTooLarge(Counting counting) {
        assertThatExceptionOfType(TaskFailedException.class)
                .isThrownBy(counting::count)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.TOO_LARGE))
                .withMessageStartingWith("lab:/a sent more than 64 MB,");
    }

    @Test
    void repliesOfOneTaskCountTogether() throws IOException {
        ReceivedBytes first = plain(ReceivedBytes.NOTHING, 40 * MB);

        assertThat(plain(first, 24 * MB).bytes()).isEqualTo(64 * MB);
        assertTooLarge(() -> plain(first, 24 * MB + 1));
    }

    @Test
    void repliesOfOneTaskCountTogetherAfterDecompression() throws IOException {
        ReceivedBytes first = gzip(ReceivedBytes.NOTHING, 40 * MB);

        assertThat(first.bytes()).isLessThan(MB);
        assertThat(gzip(first, 24 * MB).decompressed()).isEqualTo(64 * MB);
        assertTooLarge(() -> gzip(first, 24 * MB + 1));
    }

    @Test
    void whatCameUnpackedCountsAsItCame() throws IOException {
        ReceivedBytes first = plain(ReceivedBytes.NOTHING, 40 * MB);

        assertThat(gzip(first, 24 * MB).decompressed()).isEqualTo(64 * MB);
        assertTooLarge(() -> gzip(first, 24 * MB + 1));
        assertTooLarge(() -> plain(gzip(ReceivedBytes.NOTHING, 40 * MB), 24 * MB + 1));
    }

    private static byte[] joined(byte[] first, byte... then) {
        byte[] both = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, both, first.length, then.length);
        return both;
    }

    private static long unfolded(byte[] body, int atOnce) throws IOException {
        BodyByteCounter meter = meter("gzip", ReceivedBytes.NOTHING);
        for (int from = 0; from < body.length; from += atOnce) {
            byte[] piece = Arrays.copyOfRange(body, from, Math.min(body.length, from + atOnce));
            meter.count(piece, piece.length);
        }
        meter.end();
        assertThat(meter.bytes()).isEqualTo(body.length);
        return meter.counted().decompressed();
    }

    /** Zero padding and data that is not a member are ignored, as in gzip, zlib and browsers. */
    @ParameterizedTest
    @ValueSource(
            strings = {"00", "0000000000000000", "6a756e6b", "1f", "1f8b", "1f00", "00ff1f8b08"})
    void whatFollowsTheGzipIsIgnored(String trailing) throws IOException {
        byte[] body = joined(packed(1000), HexFormat.of().parseHex(trailing));

        assertThat(unfolded(body, body.length)).isEqualTo(1000);
        assertThat(unfolded(body, 1)).isEqualTo(1000);
    }

    @Test
    void secondMemberStillCountsAndPaddingMayFollowIt() throws IOException {
        byte[] two = joined(packed(1000), packed(500));

        assertThat(unfolded(joined(two, new byte[512]), 7)).isEqualTo(1500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "1f8b", "6a756e6b"})
    void bodyThatIsNoGzipFromItsBeginIsAFault(String body) {
        byte[] bytes = HexFormat.of().parseHex(body + "00".repeat(3));

        assertThatExceptionOfType(ZipException.class).isThrownBy(() -> unfolded(bytes, 1));
    }

    @Test
    void secondMemberThatIsCutOffIsAFault() throws IOException {
        byte[] cut = joined(packed(1000), Arrays.copyOf(packed(500), 15));

        assertThatExceptionOfType(ZipException.class).isThrownBy(() -> unfolded(cut, 4));
    }
}
