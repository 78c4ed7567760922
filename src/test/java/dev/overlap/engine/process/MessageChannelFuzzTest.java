package dev.overlap.engine.process;

import static dev.overlap.testkit.Urls.url;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Settings;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.address.Address;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Reads randomly corrupted records, with a fixed seed: nothing but an {@link IOException} is
 * thrown, and no more memory is used than the input justifies.
 */
class MessageChannelFuzzTest {

    private static final long SEED = 20_261_127;
    private static final int INPUTS = 10_000;
    private static final int INPUTS_OF_A_SOAK = 100_000;

    /** Generous for a few hundred bytes of input; trusting one corrupted length would exceed it. */
    private static final long MAX_ALLOCATED_BYTES = 8L << 20;

    private static final int[] ODD_WORDS = {
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        -1,
        0,
        1,
        MessageChannel.MAX_RECORD_BYTES,
        MessageChannel.MAX_RECORD_BYTES + 1,
        0x00FFFFFF
    };

    private static final List<WorkerEvent> REPORTS =
            List.of(
                    new WorkerEvent.Prepared(),
                    new WorkerEvent.Clock(5),
                    new WorkerEvent.Entered(7, Phase.WAIT, -3),
                    new WorkerEvent.Leasing(
                            1, new ConnectionLimit("a:80", 6, ConnectionLimit.Origin.MANNERS, 2)),
                    new WorkerEvent.Asking(
                            1, new ConnectionLimit("a:80", 6, ConnectionLimit.Origin.MANNERS, 2)),
                    new WorkerEvent.Exchanged(2, Exchange.begin(1, 5, "http://ä.example/")),
                    new WorkerEvent.Helped("a timer"),
                    new WorkerEvent.Computed(3, 1_200_000_000L),
                    new WorkerEvent.Ended(3, new Outcome.Answered(200, 1L << 40), 9),
                    new WorkerEvent.Ended(3, new Outcome.Failed(FailureKind.RESET, "Gone. ✂"), 9));

    private static final List<WorkerCommand> ORDERS =
            List.of(
                    new WorkerCommand.Prepare(
                            Settings.DEFAULT,
                            URI.create("http://127.0.0.1:4000"),
                            null,
                            "certificate",
                            List.of("https://example.org", "http://a.example"),
                            List.of("jdk.tls.x=y"),
                            true,
                            false,
                            true,
                            4),
                    new WorkerCommand.Ping(),
                    new WorkerCommand.Begin(1L << 40),
                    new WorkerCommand.Execute(
                            3,
                            StepSequence.of(
                                    new Step.Fetch(
                                            new Address.Web(
                                                    url("https://u:p@example.org/a?b=c"),
                                                    "https://example.org/a?b=c")))),
                    new WorkerCommand.Execute(
                            4, StepSequence.of(new Step.Poll(new Address.Lab("/job/20")))),
                    new WorkerCommand.Execute(
                            5,
                            StepSequence.of(
                                    new Step.Compute(Duration.ofMillis(3)),
                                    new Step.Lock("a", StepSequence.of(new Step.Take("q"))))),
                    new WorkerCommand.Lease(3),
                    new WorkerCommand.Stop(3));

    private final Random random = new Random(SEED);

    @Test
    @Timeout(300)
    void whatIsBrokenIsRefused() throws IOException {
        readBroken(INPUTS);
    }

    @Test
    @Tag("soak")
    @Timeout(3_000)
    void whatIsBrokenInManyMoreWaysIsRefused() throws IOException {
        readBroken(INPUTS_OF_A_SOAK);
    }

    private void readBroken(int inputs) throws IOException {
        byte[] reports = written(WorkerEvent.class, REPORTS);
        byte[] orders = written(WorkerCommand.class, ORDERS);
        assertThat(count(WorkerEvent.class, reports)).isEqualTo(REPORTS.size());
        assertThat(count(WorkerCommand.class, orders)).isEqualTo(ORDERS.size());
        int refused = 0;
        for (int i = 0; i < inputs / 2; i++) {
            refused += records(WorkerEvent.class, broken(reports)) < REPORTS.size() ? 1 : 0;
            refused += records(WorkerCommand.class, broken(orders)) < ORDERS.size() ? 1 : 0;
        }
        assertThat(refused).as("the inputs are broken indeed").isGreaterThan(inputs / 2);
    }

    private static <T> byte[] written(Class<T> type, List<T> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MessageChannel<T, T> channel =
                new MessageChannel<>(type, InputStream.nullInputStream(), type, bytes);
        for (T record : records) {
            channel.send(record);
        }
        return bytes.toByteArray();
    }

    /** As {@link #count}, with a check of the allocated memory. */
    private static <T> int records(Class<T> type, byte[] bytes) {
        long before = allocated();
        int count = count(type, bytes);
        long used = allocated() - before;
        assertThat(used)
                .as("bytes used for %s", Arrays.toString(bytes))
                .isLessThan(MAX_ALLOCATED_BYTES);
        return count;
    }

    /** Returns the number of records read before the end or an error. */
    private static <T> int count(Class<T> type, byte[] bytes) {
        InputStream in = new ByteArrayInputStream(bytes);
        MessageChannel<T, T> channel =
                new MessageChannel<>(type, in, type, OutputStream.nullOutputStream());
        int count = 0;
        try {
            while (true) {
                Objects.requireNonNull(channel.receive());
                count++;
            }
        } catch (IOException expected) {
            return count; // the only exception that is allowed
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private byte[] broken(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = brokenOnce(bytes);
        }
        return bytes;
    }

    private byte[] brokenOnce(byte[] bytes) {
        int at = random.nextInt(bytes.length - Integer.BYTES);
        return switch (random.nextInt(6)) {
            case 0 -> put(bytes, at, ODD_WORDS[random.nextInt(ODD_WORDS.length)]);
            case 1 -> put(bytes, at, random.nextInt());
            case 2 -> flip(bytes, at);
            case 3 -> Arrays.copyOf(bytes, at + Integer.BYTES + 1);
            case 4 -> without(bytes, at, random.nextInt(Integer.BYTES) + 1);
            default -> twice(bytes, at);
        };
    }

    private static byte[] put(byte[] bytes, int at, int word) {
        ByteBuffer.wrap(bytes).putInt(at, word);
        return bytes;
    }

    private byte[] flip(byte[] bytes, int at) {
        bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        if (bytes.length < 2 * Integer.BYTES + 2) {
            return bytes;
        }
        byte[] less = Arrays.copyOf(bytes, bytes.length - count);
        System.arraycopy(bytes, at + count, less, at, less.length - at);
        return less;
    }

    private static byte[] twice(byte[] bytes, int at) {
        byte[] more = Arrays.copyOf(bytes, bytes.length + bytes.length - at);
        System.arraycopy(bytes, at, more, bytes.length, bytes.length - at);
        return more;
    }
}
