package dev.overlap.engine;

import com.sun.management.UnixOperatingSystemMXBean;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;

/**
 * The limit on open files of this process. Each connection takes a file descriptor, so this also
 * limits connections, and is usually the first limit that a long list hits: 1024 on many systems.
 *
 * <p>The need of a run is checked before it starts. Rejected: starting it and failing each task
 * that gets no connection, which reports in thousands of failures what one sentence says; a lab in
 * the same process could not accept connections either.
 *
 * <p>Limits: idle connections in a pool and the pipes to worker processes are not counted. If these
 * use up the rest, tasks still fail one by one.
 *
 * @param max the maximum number of open files
 * @param open the number of files open now
 */
record FileDescriptorLimit(long max, long open) {

    /** Kept free for other files: classes, selectors, name lookups. */
    private static final int SPARE = 64;

    private static final FileDescriptorLimit UNKNOWN = new FileDescriptorLimit(Long.MAX_VALUE, 0);

    /**
     * What a run will have open at once.
     *
     * @param connections the connections of its tasks
     * @param labEnds those of them whose other end is the lab in this process
     */
    record Need(long connections, long labEnds) {
        long files() {
            return connections + labEnds;
        }
    }

    /**
     * Returns the current limit and use; no limit where the system does not report one, as on
     * Windows.
     */
    static FileDescriptorLimit ofThisProcess() {
        @Nullable UnixOperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
        return system == null
                ? UNKNOWN
                : new FileDescriptorLimit(
                        system.getMaxFileDescriptorCount(), system.getOpenFileDescriptorCount());
    }

    /**
     * Refuses a run that would exceed the limit.
     *
     * @throws IllegalArgumentException with a sentence that names the limit and the remedies
     */
    void requireCapacity(Need need) {
        long left = Math.max(0, max - open - SPARE);
        if (need.files() > left) {
            throw new IllegalArgumentException(
                    ("This run would have %d connections open at once%s, and the system allows this"
                                    + " program %d open files, of which %d are left for them. Raise"
                                    + " that limit (ulimit -n), or set fewer workers or"
                                    + " connections.")
                            .formatted(need.connections(), ends(need), max, left));
        }
    }

    private static String ends(Need need) {
        return need.labEnds() == 0
                ? ""
                : ", which takes %d open files as the lab is part of this program"
                        .formatted(need.files());
    }
}
