package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.ProcessPool;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.FailingCleanup.Way;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.task.CleanupInterceptor;
import dev.overlap.lab.Lab;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.testkit.LogCapture;
import dev.overlap.testkit.TraceAssertions;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Many runs in one process, with all models and all kinds of failures, every third one cancelled at
 * some point: no resources may leak. Takes minutes, so it runs only with {@code mvn -Psoak verify}.
 */
@Tag("soak")
class SoakTest {

    @RegisterExtension final LogCapture log = new LogCapture();

    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 25;

    /**
     * The process pool runs only once in this many rounds, since its start-up would take most of
     * the time.
     */
    private static final int ROUNDS_PER_PROCESS_POOL = 4;

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
            cpu:3ms x2
            poll:lab:/jobs?takes=30 x2
            poll:lab:/jobs?takes=5000
            http://127.0.0.1:1/nobody-listens-here
            http://no-such-name.invalid/
            """;

    private record Footprint(long threads, long processes, long descriptors, long heapBytes) {

        static Footprint now() {
            return new Footprint(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    childProcesses(),
                    descriptorsOpen(),
                    heapAfterCollection());
        }

        @Override
        public String toString() {
            return "%d threads, %d child processes, %d file descriptors, %.1f MB of heap"
                    .formatted(threads, processes, descriptors, heapBytes / 1e6);
        }
    }

    private final Random random = new Random(SEED);
    private final ScheduledExecutorService canceller = Executors.newSingleThreadScheduledExecutor();

    private final Map<String, Integer> runs = new TreeMap<>();
    private int cancelled;

    @Test
    void nothingPilesUpOverManyRuns() throws Exception {
        try (Lab lab = Lab.start();
                Engine engine = new Engine(lab.uri())) {
            runAll(engine, WARM_UP_ROUNDS);
            settle();
            Footprint before = Footprint.now();
            runs.clear();
            cancelled = 0;
            runAll(engine, ROUNDS);
            awaitAtMost(before.threads, () -> ManagementFactory.getThreadMXBean().getThreadCount());
            awaitAtMost(before.processes, SoakTest::childProcesses);
            awaitAtMost(before.descriptors, SoakTest::descriptorsOpen);
            Footprint after = Footprint.now();
            System.out.printf(
                    "Soak: runs %s, %d of them cancelled%n  before: %s%n  after:  %s%n",
                    runs, cancelled, before, after);
            assertNoMore(after, before);
        } finally {
            canceller.shutdownNow();
        }
    }

    @Test
    void nothingPilesUpOverManyCancelsOfWhichSomeThrow() throws Exception {
        try (Lab lab = Lab.start()) {
            cancelAll(lab, WARM_UP_ROUNDS);
            settle();
            Footprint before = Footprint.now();
            runs.clear();
            int thrown = cancelAll(lab, ROUNDS);
            awaitAtMost(before.threads, () -> ManagementFactory.getThreadMXBean().getThreadCount());
            awaitAtMost(before.processes, SoakTest::childProcesses);
            awaitAtMost(before.descriptors, SoakTest::descriptorsOpen);
            Footprint after = Footprint.now();
            System.out.printf(
                    "Soak of cancels: runs %s, all of them cancelled, %d aborts made to throw%n"
                            + "  before: %s%n  after:  %s%n",
                    runs, thrown, before, after);
            assertThat(thrown).isPositive();
            assertNoMore(after, before);
        } finally {
            canceller.shutdownNow();
        }
    }

    /**
     * Cancels a run of every model in each round; in turn nothing fails, each abort throws, and one
     * abort throws without effect.
     *
     * @return the number of aborts that have thrown
     */
    private int cancelAll(Lab lab, int rounds) throws Exception {
        int thrown = 0;
        for (int round = 0; round < rounds; round++) {
            for (ConcurrencyModel model : models(round)) {
                FailingCleanup failing =
                        new FailingCleanup(round % 3 == 1 ? Way.ABORTS : Way.ONE_ABORT_UNDONE);
                CleanupInterceptor cleanup = round % 3 == 0 ? CleanupInterceptor.PLAIN : failing;
                try (Engine engine =
                        new Engine(LabEndpoint.plain(lab.uri()), NetworkAccess.system(), cleanup)) {
                    runOnce(engine, model.id(), true);
                }
                thrown += failing.thrown();
                log.clear();
            }
        }
        return thrown;
    }

    private static List<ConcurrencyModel> models(int round) {
        return ConcurrencyModel.all().stream()
                .filter(model -> !model.hangs())
                .filter(
                        model ->
                                !(model instanceof ProcessPool)
                                        || round % ROUNDS_PER_PROCESS_POOL == 0)
                .toList();
    }

    private static void assertNoMore(Footprint after, Footprint before) {
        assertThat(after.threads).as("threads").isLessThanOrEqualTo(before.threads);
        assertThat(after.processes).as("child processes").isZero();
        assertThat(after.descriptors)
                .as("file descriptors")
                .isLessThanOrEqualTo(before.descriptors);
        assertThat(after.heapBytes).as("heap").isLessThan(before.heapBytes + HEAP_TOLERANCE);
    }

    /** Runs every model in each round and cancels every third run of each. */
    private void runAll(Engine engine, int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            List<ConcurrencyModel> models = models(round);
            for (int m = 0; m < models.size(); m++) {
                String model = models.get(m).id();
                runOnce(engine, model, (runs.getOrDefault(model, 0) + m) % 3 == 2);
            }
        }
    }

    private void runOnce(Engine engine, String model, boolean cancel) throws Exception {
        Settings settings = Settings.DEFAULT.withTimeout(Duration.ofMillis(150));
        runs.merge(model, 1, Integer::sum);
        cancelled += cancel ? 1 : 0;
        Run run = engine.start(new Plan(SiteList.parse(SITES), model, settings));
        if (cancel) {
            var _ =
                    canceller.schedule(
                            run::cancel,
                            random.nextInt(LATEST_CANCEL_MILLIS),
                            TimeUnit.MILLISECONDS);
        }
        run.done().toCompletableFuture().get(60, TimeUnit.SECONDS);
        TraceAssertions.assertSound(run.trace());
    }

    /** Waits for idle lookup threads and closing connections. */
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

    private static long childProcesses() {
        return ProcessHandle.current().descendants().count();
    }

    private static long descriptorsOpen() {
        return FileDescriptorLimit.ofThisProcess().open();
    }

    private static long heapAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
