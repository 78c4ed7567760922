package dev.overlap.export.har;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The timings of one request, in milliseconds without rounding.
 *
 * <p>Source: HAR 1.2, "timings". Those of phases that did not occur are -1, except for the three
 * that must not be negative; {@code ssl} is part of {@code connect}; {@code blocked} is the time
 * without a connection. {@code _queued}, {@code _ready} and {@code _lease} tell its parts, {@code
 * _blocked_queueing} the first two together, as Chromium does.
 */
final class HarTimings {

    private static final BigDecimal NONE = BigDecimal.ONE.negate();

    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);

    /**
     * Adds up the phases of a request.
     *
     * @param horizonNanos the end of a phase that goes on
     */
    HarTimings(TaskTrack track, RequestSegments request, long horizonNanos) {
        for (int segment = request.first(); segment < request.end(); segment++) {
            long begin = track.begin(segment);
            long end = Math.max(begin, Math.min(track.end(segment), horizonNanos));
            nanos.merge(track.phase(segment), end - begin, Long::sum);
        }
    }

    /** Returns the whole time in nanoseconds, of which every timing but {@code ssl} is a part. */
    long totalNanos() {
        return nanos.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("blocked", millis(Phase.QUEUED, Phase.READY, Phase.LEASE));
        fields.put("dns", millis(Phase.DNS));
        fields.put("connect", millis(Phase.CONNECT, Phase.TLS));
        fields.put("ssl", millis(Phase.TLS));
        fields.put("send", millis(Phase.SEND).max(BigDecimal.ZERO));
        fields.put("wait", millis(Phase.WAIT).max(BigDecimal.ZERO));
        fields.put("receive", millis(Phase.RECEIVE).max(BigDecimal.ZERO));
        fields.put("_blocked_queueing", millis(Phase.QUEUED, Phase.READY));
        fields.put("_queued", millis(Phase.QUEUED));
        fields.put("_ready", millis(Phase.READY));
        fields.put("_lease", millis(Phase.LEASE));
        return fields;
    }

    private BigDecimal millis(Phase... parts) {
        Set<Phase> entered = nanos.keySet();
        long sum = 0;
        boolean any = false;
        for (Phase part : parts) {
            any |= entered.contains(part);
            sum += nanos.getOrDefault(part, 0L);
        }
        return any ? millis(sum) : NONE;
    }

    /** Returns nanoseconds in milliseconds, with as many decimals as they need. */
    static BigDecimal millis(long nanos) {
        BigDecimal exact = BigDecimal.valueOf(nanos, 6).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
