package dev.overlap.foreign.har;

import dev.overlap.trace.Outcome;

import java.util.List;

/**
 * One request of an archive.
 *
 * @param startNanos since 1970
 * @param method in capital letters
 * @param url without a user
 * @param parts its phases, one after another; at least one
 * @param reply what came of it
 * @param connection on which it was made; without a name if it is not known
 * @param flaws what is not as it should be
 */
record HarEntry(
        long startNanos,
        String method,
        String url,
        List<HarTimes.TimedPhase> parts,
        Reply reply,
        Connection connection,
        Flaws flaws) {

    /**
     * The reply.
     *
     * @param version of HTTP; empty if unknown
     * @param status 0 for none
     * @param bytes of the body; 0 if unknown
     */
    record Reply(String version, int status, long bytes, Outcome outcome) {}

    /**
     * A connection.
     *
     * @param name empty if unknown
     * @param server its address, or else the host
     */
    record Connection(String name, String server) {}

    /**
     * What is not as it should be.
     *
     * @param odd whether a timing cannot be
     * @param unequal whether the timings do not add up to the total
     * @param coarse whether there is a total only
     */
    record Flaws(boolean odd, boolean unequal, boolean coarse) {}

    long endNanos() {
        return startNanos + parts.stream().mapToLong(HarTimes.TimedPhase::nanos).sum();
    }

    /** Returns whether a connection was opened for it. */
    boolean opens() {
        return parts.stream().anyMatch(part -> opens(part));
    }

    private static boolean opens(HarTimes.TimedPhase part) {
        return switch (part.phase()) {
            case CONNECT, TLS -> part.nanos() > 0;
            default -> false;
        };
    }
}
