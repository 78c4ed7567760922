package dev.overlap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What else the processors of this machine do while something is measured: a wall that was shared
 * with others tells of them. Linux tells, in {@code /proc} (proc(5)); elsewhere the answer is 0.
 *
 * @param all time that the processors had, in ticks of the clock
 * @param idle how much of it nobody used
 * @param own how much this process used, and those that it started and that have ended
 */
record OtherCpuLoad(long all, long idle, long own) {

    private static final Path MACHINE = Path.of("/proc/stat");
    private static final Path SELF = Path.of("/proc/self/stat");
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISKS = 4;

    /** Up to here: own time, that of the system for it, and both for ended children. */
    private static final int FIRST_OWN = 11;

    private static final int LAST_OWN = 14;

    /** The clocks as they stand. */
    static OtherCpuLoad now() throws IOException {
        if (!Files.isReadable(MACHINE)) {
            return new OtherCpuLoad(0, 0, 0);
        }
        String first = Files.readString(MACHINE).lines().findFirst().orElseThrow();
        // guests, from the ninth number on, are counted among users already
        long[] ticks = Arrays.copyOf(numbers(first.substring("cpu".length())), 8);
        String self = Files.readString(SELF);
        String[] fields = self.substring(self.lastIndexOf(')') + 1).strip().split(" ", -1);
        long own = 0;
        for (int field = FIRST_OWN; field <= LAST_OWN; field++) {
            own += Long.parseLong(fields[field]);
        }
        return new OtherCpuLoad(
                Arrays.stream(ticks).sum(), ticks[IDLE] + ticks[WAITING_FOR_DISKS], own);
    }

    private static long[] numbers(String words) {
        return Arrays.stream(words.strip().split("\\s+", -1)).mapToLong(Long::parseLong).toArray();
    }

    /** The share of all processors that others have taken since, 0 to 1. */
    static double shareSince(OtherCpuLoad before) throws IOException {
        OtherCpuLoad now = now();
        long all = now.all - before.all;
        long others = all - (now.idle - before.idle) - (now.own - before.own);
        return all == 0 ? 0 : Math.clamp((double) others / all, 0, 1);
    }
}
