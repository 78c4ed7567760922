package dev.overlap.bench;

import dev.overlap.plan.SiteList;
import dev.overlap.trace.Trace;

import java.util.List;
import java.util.Locale;

/** What a long run costs on the screen: frames, stalls and memory. */
final class Painting implements Benchmark {

    private static final int SMALL = 1_000;
    private static final int LARGE = 1_000_000;

    @Override
    public String name() {
        return "paint";
    }

    @Override
    public void run() throws Exception {
        System.out.printf("1280 x 800, software rendering; %s.%n", MachineDescription.words());
        FxThread.start();
        Trace large = measuredTrace();
        Trace small = LargeTrace.of(LargeTrace.labels(SMALL / LargeTrace.SEGMENTS));
        double ratio = FxThread.call(() -> FrameTimes.of(small, large)).print();
        System.out.printf(Locale.ROOT, "paint ratio: %.2f%n", ratio);
        ListScrolling.print();
        WindowStalls.print(large);
        LivePainting.print(
                "10,000 tasks that run 500 at once",
                SiteList.parse("lab:/delay/300 x10000"),
                "event-loop",
                500);
        LivePainting.print(
                "10,000 tasks that sleep, 1,000 at once",
                SiteList.parse("sleep:1s x10000"),
                "virtual-threads",
                1_000);
        System.out.printf("load %s%n", MachineDescription.load());
    }

    /** The heap before and after, without what the labels take. */
    private static Trace measuredTrace() {
        List<String> labels = LargeTrace.labels(LARGE / LargeTrace.SEGMENTS);
        long before = heapBytes();
        Trace trace = LargeTrace.of(labels);
        double perSegment = (heapBytes() - before) / (double) LARGE;
        System.out.printf(
                Locale.ROOT,
                "memory per segment: %.0f bytes (%,d tasks of %d segments, with their exchanges,"
                        + " connections and the slices of their loop)%n",
                perSegment,
                labels.size(),
                LargeTrace.SEGMENTS);
        return trace;
    }

    private static long heapBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
