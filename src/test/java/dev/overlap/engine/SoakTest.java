package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lab.Lab;
import dev.overlap.model.Model;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.testkit.Traces;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Many runs in one process, over all models and all sorts of faults, every third one cancelled at
 * some moment: nothing may pile up. Takes minutes, and so runs only with {@code mvn -Psoak verify}.
 */
@Tag("soak")
class SoakTest {

    private static final int WARM_UP_RUNS = 40;
    private static final int RUNS = 200;
    private static final long SEED = 20_260_101;
    private static final int LATEST_CANCEL_MILLIS = 400;
    private static final long HEAP_TOLERANCE = 4L << 20;

    private static final String SITES =
            """
            lab:/delay/20 x5
            lab:/bytes/20000?ms=30 x2
            lab:/status/503?delay=10
            lab:/redirect/3
            lab:/redirect/12
            lab:/reset?after=10 x2
            lab:/close?after=10 x2
            lab:/hang
            lab:/echo
            http://127.0.0.1:1/nobody-listens-here
            http://no-such-name.invalid/
            """;

    private record Footprint(long threads, long descriptors, long heapBytes) {

        static Footprint now() throws JMException {
            return new Footprint(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    descriptorsOpen(),
                    heapAfterCollection());
        }

        @Override
        public String toString() {
            return "%d threads, %d file descriptors, %.1f MB of heap after collection"
                    .formatted(threads, descriptors, heapBytes / 1e6);
        }
    }

    private final Random random = new Random(SEED);
    private final ScheduledExecutorService canceller = Executors.newSingleThreadScheduledExecutor();

    @Test
    void nothingPilesUpOverManyRuns() throws Exception {
        try (Lab lab = Lab.start();
                Engine engine = new Engine(lab.uri())) {
            runAll(engine, WARM_UP_RUNS);
            settle();
            Footprint before = Footprint.now();
            int cancelled = runAll(engine, RUNS);
            awaitAtMost(before.threads, () -> ManagementFactory.getThreadMXBean().getThreadCount());
            awaitAtMost(before.descriptors, SoakTest::descriptorsOpen);
            Footprint after = Footprint.now();
            System.out.printf(
                    "Soak: %d runs over %d models, %d of them cancelled%n  before: %s%n  after: "
                            + " %s%n",
                    RUNS, Model.all().size(), cancelled, before, after);
            assertThat(after.threads).as("threads").isLessThanOrEqualTo(before.threads);
            assertThat(after.descriptors)
                    .as("file descriptors")
                    .isLessThanOrEqualTo(before.descriptors);
            assertThat(after.heapBytes).as("heap").isLessThan(before.heapBytes + HEAP_TOLERANCE);
        } finally {
            canceller.shutdownNow();
        }
    }

    private int runAll(Engine engine, int runs) throws Exception {
        List<Model> models = Model.all();
        int cancelled = 0;
        for (int i = 0; i < runs; i++) {
            boolean cancel = i % 3 == 2;
            runOnce(engine, models.get(i % models.size()).id(), cancel);
            cancelled += cancel ? 1 : 0;
        }
        return cancelled;
    }

    private void runOnce(Engine engine, String model, boolean cancel) throws Exception {
        Settings settings = Settings.DEFAULT.withTimeout(Duration.ofMillis(150));
        Run run = engine.start(new Plan(SiteList.parse(SITES), model, settings));
        if (cancel) {
            var _ =
                    canceller.schedule(
                            run::cancel,
                            random.nextInt(LATEST_CANCEL_MILLIS),
                            TimeUnit.MILLISECONDS);
        }
        run.done().toCompletableFuture().get(60, TimeUnit.SECONDS);
        Traces.assertSound(run.trace());
    }

    /** Lookup threads that are idle, and connections whose end is under way, may take a moment. */
    private static void settle() throws InterruptedException {
        awaitAtMost(0, SoakTest::lookupThreads);
    }

    private static long lookupThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("overlap-dns"))
                .count();
    }

    private static void awaitAtMost(long most, LongSupplier value) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (value.getAsLong() > most && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static long descriptorsOpen() {
        try {
            ObjectName system = new ObjectName("java.lang:type=OperatingSystem");
            Object count =
                    ManagementFactory.getPlatformMBeanServer()
                            .getAttribute(system, "OpenFileDescriptorCount");
            return ((Number) count).longValue();
        } catch (JMException e) {
            throw new IllegalStateException("this platform does not count file descriptors", e);
        }
    }

    private static long heapAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
