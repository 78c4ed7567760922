package dev.overlap.storage;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a draft is called: {@code .overlap-PROCESS-START-RANDOM.tmp}. It says which process writes
 * it and, since numbers of processes are given again, when that process has started.
 *
 * @param process the number of the process
 * @param start when it started, in milliseconds since 1970; 0 where the system does not tell
 */
record TemporaryFileName(long process, long start, String random) {

    /** All names, as the file system looks for them. */
    static final String GLOB = ".overlap-*.tmp";

    private static final Pattern FORM =
            Pattern.compile("\\.overlap-([0-9]{1,18})-([0-9]{1,18})-([0-9a-f]+)\\.tmp");

    /** Systems tell the same start a second earlier or later when the clock is set. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** One that no other file has. */
    static TemporaryFileName next() {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        ProcessHandle own = ProcessHandle.current();
        return new TemporaryFileName(own.pid(), start(own), HexFormat.of().formatHex(random));
    }

    /** Reads a name, or nothing if it is not that of a draft. */
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

    /** Whether the process that writes it lives, or may live. */
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
