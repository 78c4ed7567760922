package dev.overlap.engine.request;

import dev.overlap.trace.FailureKind;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if none of the addresses of a name could be connected to. */
public final class ConnectFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The most addresses that a message names. */
    private static final int MAX_NAMED = 4;

    /**
     * The most informative kinds first: a lack of resources on this machine; the host was reached
     * and refused; no response at all; no route, which is to be expected for addresses of the other
     * family. Others rank in the middle.
     */
    private static final List<FailureKind> BY_MEANING =
            List.of(
                    FailureKind.TOO_MANY_FILES,
                    FailureKind.REFUSED,
                    FailureKind.RESET,
                    FailureKind.OTHER,
                    FailureKind.TIMED_OUT,
                    FailureKind.UNREACHABLE);

    private final String tried;

    /**
     * A failed attempt to connect to one address.
     *
     * @param kind the kind of the fault
     */
    public record Attempt(InetAddress address, Exception fault, FailureKind kind) {

        private int rank() {
            int rank = BY_MEANING.indexOf(kind);
            return rank < 0 ? BY_MEANING.indexOf(FailureKind.OTHER) : rank;
        }

        private String words() {
            return address.getHostAddress() + " (" + kind.words() + ")";
        }
    }

    /**
     * Creates an exception for two or more failed attempts, in order. The cause is the most
     * informative fault, the first one of several.
     */
    public ConnectFailedException(List<Attempt> attempts) {
        super(
                "none of " + attempts.size() + " addresses connected",
                attempts.stream()
                        .min(Comparator.comparingInt(Attempt::rank))
                        .orElseThrow()
                        .fault());
        tried = tried(attempts);
    }

    private static String tried(List<Attempt> attempts) {
        String named =
                attempts.stream()
                        .limit(MAX_NAMED)
                        .map(Attempt::words)
                        .collect(Collectors.joining(", "));
        int more = attempts.size() - MAX_NAMED;
        return "All %d addresses of the name were tried: %s%s."
                .formatted(attempts.size(), named, more > 0 ? ", and " + more + " more" : "");
    }

    /** Returns a sentence with the addresses and the outcome of each. */
    String tried() {
        return tried;
    }
}
