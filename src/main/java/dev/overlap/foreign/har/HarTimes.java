package dev.overlap.foreign.har;

import dev.overlap.foreign.JsonNumbers;
import dev.overlap.trace.Phase;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The timings of one entry in nanoseconds, as far as they are there and can be.
 *
 * <p>Programs differ: {@code ssl} is a part of {@code connect} (HAR 1.2) or comes after it, which
 * the total tells; where a phase did not occur there is a -1, nothing, or in Firefox a 0; {@code
 * _blocked_queueing} is the part of {@code blocked} before the request was handed to the network
 * (Chromium), {@code _queued}, {@code _ready} and {@code _lease} are its parts (Overlap).
 */
final class HarTimes {

    /** Those that add up to the total. */
    private static final List<String> SUMMED =
            List.of("blocked", "dns", "connect", "send", "wait", "receive");

    private static final int MILLIS = 6;
    private static final long ABSENT = -1;
    private static final long TOLERANCE_NANOS = 1_000_000;

    /** More than a month is not the time of a request. */
    private static final long MAX_NANOS = 30L * 24 * 3_600 * 1_000_000_000;

    private final Map<String, Long> told = new HashMap<>();
    private boolean isOdd;
    private long total = ABSENT;

    /** A phase and how long it took. */
    record TimedPhase(Phase phase, long nanos) {}

    /** Adds the timing that is the current value of a parser. */
    void add(String name, JsonParser parser) {
        told.put(name, time(parser));
    }

    /** Sets the time of the whole entry, which is the current value of a parser. */
    void setTotal(JsonParser parser) {
        total = time(parser);
    }

    private long time(JsonParser parser) {
        long nanos = JsonNumbers.nanos(parser, MILLIS);
        boolean isAbsent = nanos == -1_000_000 || parser.currentToken() == JsonToken.VALUE_NULL;
        boolean isTime = nanos >= 0 && nanos <= MAX_NANOS;
        isOdd |= !isAbsent && !isTime;
        return isTime ? nanos : ABSENT;
    }

    /** Returns whether one of them cannot be: it is not a number, or negative but not -1. */
    boolean isOdd() {
        return isOdd;
    }

    /** Returns whether there is nothing but the time of the whole entry. */
    boolean isCoarse() {
        return total > 0 && sum() == 0;
    }

    /** Returns whether the phases do not add up to the time of the whole entry. */
    boolean isUnequal(List<TimedPhase> parts) {
        long sum = parts.stream().mapToLong(TimedPhase::nanos).sum();
        return total >= 0 && Math.abs(total - sum) > Math.max(TOLERANCE_NANOS, total / 100);
    }

    /**
     * Returns the phases that occurred, in order; if none is told, a wait of the whole time, and if
     * that is not told either, none that takes any time.
     *
     * @param isSecure whether the connection may have been encrypted
     * @param zeroIsAbsent whether a phase that took no time did not occur, if it may be left out
     */
    List<TimedPhase> parts(boolean isSecure, boolean zeroIsAbsent) {
        if (isCoarse()) {
            return List.of(new TimedPhase(Phase.WAIT, total));
        }
        List<TimedPhase> parts = new ArrayList<>();
        addBlocked(parts);
        long least = zeroIsAbsent ? 1 : 0;
        add(Phase.DNS, nanos("dns"), least, parts);
        long ssl = isSecure ? nanos("ssl") : ABSENT;
        long connect = nanos("connect");
        add(Phase.CONNECT, connect - (isInside(connect, ssl) ? ssl : 0), least, parts);
        add(Phase.TLS, ssl, least, parts);
        add(Phase.SEND, nanos("send"), 0, parts);
        add(Phase.WAIT, nanos("wait"), 0, parts);
        add(Phase.RECEIVE, nanos("receive"), 0, parts);
        return parts.isEmpty() ? List.of(new TimedPhase(Phase.QUEUED, 0)) : List.copyOf(parts);
    }

    private void addBlocked(List<TimedPhase> parts) {
        if (told.containsKey("_lease")) {
            add(Phase.QUEUED, nanos("_queued"), 0, parts);
            add(Phase.READY, nanos("_ready"), 0, parts);
            add(Phase.LEASE, nanos("_lease"), 0, parts);
            return;
        }
        long blocked = nanos("blocked");
        long queueing = Math.min(nanos("_blocked_queueing"), blocked);
        add(Phase.QUEUED, queueing, 1, parts);
        add(Phase.LEASE, blocked - Math.max(0, queueing), 1, parts);
    }

    private static void add(Phase phase, long nanos, long least, List<TimedPhase> parts) {
        if (nanos >= least) {
            parts.add(new TimedPhase(phase, nanos));
        }
    }

    /** Returns whether the handshake is a part of the connecting: the total says so if it can. */
    private boolean isInside(long connect, long ssl) {
        if (ssl < 0 || ssl > connect) {
            return false;
        }
        long sum = sum();
        return total < 0 || Math.abs(total - sum) <= Math.abs(total - sum - ssl);
    }

    private long sum() {
        return SUMMED.stream().mapToLong(name -> Math.max(0, nanos(name))).sum();
    }

    private long nanos(String name) {
        return told.getOrDefault(name, ABSENT);
    }
}
