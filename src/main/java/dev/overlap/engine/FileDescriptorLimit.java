package dev.overlap.engine;

import com.sun.management.UnixOperatingSystemMXBean;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;

/**
 * How many files this process may have open. To the system a connection is one, so the limit is
 * also one of connections, and usually the first that a long list meets: 1024 on many systems.
 *
 * <p>A run is asked for what it needs before it starts. Rejected: to let it begin and to fail each
 * task that gets no connection, which tells in thousands of failures what one sentence tells; the
 * lab, if it runs in the same process, could not take connections either meanwhile.
 *
 * <p>Limits: connections that rest in a pool, once all is done with their host, are not foreseen,
 * nor the pipes to worker processes. Where these use up what is left, tasks still fail one by one.
 *
 * @param most how many may be open at once
 * @param open how many are
 */
record FileDescriptorLimit(long most, long open) {

    /** Kept free for what else a process opens now and then: classes, selectors, name lookups. */
    private static final int SPARE = 64;

    private static final FileDescriptorLimit UNKNOWN = new FileDescriptorLimit(Long.MAX_VALUE, 0);

    /**
     * What a run will have open at once.
     *
     * @param connections of its tasks
     * @param labEnds how many of those end in this same process, at the lab
     */
    record Need(long connections, long labEnds) {
        long files() {
            return connections + labEnds;
        }
    }

    /** As it is now; without a limit where the system does not tell, as Windows does not. */
    static FileDescriptorLimit ofThisProcess() {
        @Nullable UnixOperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
        return system == null
                ? UNKNOWN
                : new FileDescriptorLimit(
                        system.getMaxFileDescriptorCount(), system.getOpenFileDescriptorCount());
    }

    /**
     * Refuses a run that would run out of them.
     *
     * @throws IllegalArgumentException with a sentence that names the limit and the ways out
     */
    void mustSuffice(Need need) {
        long left = Math.max(0, most - open - SPARE);
        if (need.files() > left) {
            throw new IllegalArgumentException(
                    ("This run would have %d connections open at once%s, and the system allows this"
                                    + " program %d open files, of which %d are left for them. Raise"
                                    + " that limit (ulimit -n), or set fewer workers or"
                                    + " connections.")
                            .formatted(need.connections(), ends(need), most, left));
        }
    }

    private static String ends(Need need) {
        return need.labEnds() == 0
                ? ""
                : ", which takes %d open files as the lab is part of this program"
                        .formatted(need.files());
    }
}
