package dev.overlap.storage;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a temporary file: {@code .overlap-PROCESS-START-RANDOM.tmp}. It contains the process
 * id and, since ids are reused, the start of the process.
 *
 * @param process the process id
 * @param start the start of the process in milliseconds since 1970; 0 if the system does not report
 *     it
 */
record TemporaryFileName(long process, long start, String random) {

    /** The glob pattern that matches all names. */
    static final String GLOB = ".overlap-*.tmp";

    private static final Pattern FORM =
            Pattern.compile("\\.overlap-([0-9]{1,18})-([0-9]{1,18})-([0-9a-f]+)\\.tmp");

    /** The reported start may differ slightly after the system clock was adjusted. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Returns a new, unique name for this process. */
    static TemporaryFileName next() {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        ProcessHandle own = ProcessHandle.current();
        return new TemporaryFileName(own.pid(), start(own), HexFormat.of().formatHex(random));
    }

    /** Parses a name; empty if it is not that of a temporary file. */
    static Optional<TemporaryFileName> read(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new TemporaryFileName(
                                Long.parseLong(parts.group(1)),
                                Long.parseLong(parts.group(2)),
                                parts.group(3)))
                : Optional.empty();
    }

    String text() {
        return ".overlap-" + process + "-" + start + "-" + random + ".tmp";
    }

    boolean isOfThisProcess() {
        return isOf(ProcessHandle.current());
    }

    /** Returns whether the process that writes it is, or may be, alive. */
    boolean isOfALivingProcess() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(this::isOf)
                .isPresent();
    }

    private boolean isOf(ProcessHandle other) {
        long difference = Math.abs(start(other) - start);
        boolean unknown = start == 0 || start(other) == 0;
        return other.pid() == process && (unknown || difference <= CLOCK_TOLERANCE.toMillis());
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
