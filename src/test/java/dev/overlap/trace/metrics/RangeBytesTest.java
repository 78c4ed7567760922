package dev.overlap.trace.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class RangeBytesTest {

    private static final long BYTES = 10;

    /** When a reply was received, in nanoseconds. */
    private record Reply(long from, long to) {}

    private final List<Reply> replies = new ArrayList<>();

    /** A task whose replies are received in two parts, with another phase between them. */
    private Trace task(Random random) {
        TraceBuilder builder = TraceBuilder.of("a");
        long at = random.nextInt(5);
        for (int number = 0; number < 1 + random.nextInt(5); number++) {
            builder.enter(0, Phase.LEASE, at / 1e6);
            builder.note(0, Exchange.begin(number, at, "/").received(BYTES));
            long from = at + random.nextInt(10);
            builder.enter(0, Phase.RECEIVE, from / 1e6);
            builder.enter(0, Phase.READY, (from + 3) / 1e6);
            builder.enter(0, Phase.RECEIVE, (from + 5) / 1e6);
            at = from + 6 + random.nextInt(10);
            replies.add(new Reply(from, at));
        }
        return builder.answered(0, 200, at / 1e6).finished();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyReplyIsWholeOrCutOrOutsideOfARange(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 50; run++) {
            replies.clear();
            Trace trace = task(random);
            RangeMeter meter = new RangeMeter(trace, trace.wallNanos());
            for (long begin = 0; begin < trace.wallNanos(); begin++) {
                long end = begin + 1 + random.nextInt(40);
                assertThat(meter.measure(begin, end).bytes()).isEqualTo(expected(begin, end));
            }
        }
    }

    private RangeBytes expected(long begin, long end) {
        int whole = 0;
        int cut = 0;
        for (Reply reply : replies) {
            boolean isWhole = reply.from >= begin && reply.to <= end;
            whole += isWhole ? 1 : 0;
            cut += !isWhole && reply.from < end && reply.to > begin ? 1 : 0;
        }
        return new RangeBytes(whole * BYTES, whole, cut * BYTES, cut);
    }
}
