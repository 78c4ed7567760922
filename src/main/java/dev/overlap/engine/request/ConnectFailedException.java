package dev.overlap.engine.request;

import dev.overlap.trace.FailureKind;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** None of the addresses of a name could be connected to. */
public final class ConnectFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** How many addresses a sentence names. */
    private static final int MAX_NAMED = 4;

    /**
     * The most telling first: what this machine lacks; that the host was reached and said no; that
     * nothing was heard of it; that there is no way to it, which of an address of the other family
     * is only to be expected. Others stand in the middle.
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
     * One address, and what its attempt ended with.
     *
     * @param kind of the fault
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
     * For attempts that all failed, two or more, in their order. The most telling fault is the
     * cause, and the first of these.
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

    /** A sentence that names the addresses, and what each of them ended with. */
    String tried() {
        return tried;
    }
}
