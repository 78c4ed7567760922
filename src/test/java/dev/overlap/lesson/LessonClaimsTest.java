package dev.overlap.lesson;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.assertAnswered;
import static dev.overlap.testkit.TraceAssertions.atOnce;
import static dev.overlap.testkit.TraceAssertions.failed;
import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Map.entry;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.WorkerTrack.Role;
import dev.overlap.trace.metrics.Statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs every lesson under each of its models, and checks its claims on the traces: their structure,
 * never times.
 *
 * <p>What workers do side by side depends on when the system starts them: on a machine so busy that
 * a thread or a process begins only after another one has done all of its work, fewer are at work
 * at once than the lesson says. Such runs, which their traces show, are repeated, up to as often as
 * the lesson takes; a claim that fails on any others has failed.
 */
class LessonClaimsTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    private static final Duration LONG_TIMEOUT = Duration.ofSeconds(50);

    /** What lessons claim beyond the claims of their files. */
    private static final Map<String, Consumer<Runs>> CLAIMS =
            Map.ofEntries(
                    entry("one-after-another", LessonClaimsTest::oneThreadDoesOneTaskAtATime),
                    entry("threads-overlap-waits", LessonClaimsTest::fourThreadsWaitAtOnce),
                    entry(
                            "threads-under-the-interpreter-lock",
                            LessonClaimsTest::oneComputesAtATime),
                    entry("processes-and-what-they-cost", LessonClaimsTest::twoComputeAfterStartUp),
                    entry("one-loop-many-waits", LessonClaimsTest::oneIdleThreadWaitsForEight),
                    entry(
                            "trap-a-blocking-call-in-the-loop",
                            LessonClaimsTest::othersAreReadyWhileOneBlocks),
                    entry(
                            "other-trap-awaiting-one-by-one",
                            LessonClaimsTest::othersAreQueuedWhileTheLoopIsIdle),
                    entry(
                            "cure-hand-it-to-a-pool",
                            LessonClaimsTest::helpersWaitWhileTheLoopIsIdle),
                    entry("who-gives-up-the-thread", LessonClaimsTest::loopIsNotPreempted),
                    entry(
                            "polling-without-a-thread-each",
                            LessonClaimsTest::eightPausesOnOneThread),
                    entry(
                            "gather-in-order-first-wins",
                            LessonClaimsTest::resultsWaitForTheFirstOfTheList),
                    entry(
                            "slow-site-and-timeout",
                            LessonClaimsTest::unresponsiveSiteDelaysOnlySequentialRuns),
                    entry("connection-limit", LessonClaimsTest::threeInFlightUnderEveryModel),
                    entry("failure-in-the-middle", LessonClaimsTest::ruleDeterminesCancellation),
                    entry("a-thousand-tasks", LessonClaimsTest::thousandThreadsOrOne),
                    entry("event-loop-is-already-running", LessonClaimsTest::nothingMakesProgress),
                    entry(
                            "the-articles-listing-itself",
                            LessonClaimsTest::theLoopOfCPythonIsBlockedAndCured));

    /** The traces of a lesson, by model id. */
    private record Runs(Lesson lesson, Map<String, Trace> traces) {
        static Runs of(Lesson lesson) {
            Map<String, Trace> traces = new LinkedHashMap<>();
            for (String model : lesson.models()) {
                traces.put(
                        model,
                        RIG.run(new Plan(lesson.sites(), model, withLongTimeout(lesson, model))));
            }
            return new Runs(lesson, traces);
        }

        /**
         * The settings of a lesson, with a longer timeout for a busy machine unless the timeout is
         * part of its claim. {@link LessonNumbersTest} checks the timeout itself.
         */
        private static Settings withLongTimeout(Lesson lesson, String model) {
            Settings settings = lesson.settings();
            boolean isDefault = settings.timeout().equals(Settings.DEFAULT.timeout());
            boolean forAnother = hangs(lesson.models()) && !hangs(List.of(model));
            return isDefault || forAnother ? settings.withTimeout(LONG_TIMEOUT) : settings;
        }

        private static boolean hangs(List<String> models) {
            return models.stream().anyMatch(model -> ConcurrencyModel.of(model).hangs());
        }

        Trace under(String model) {
            assertThat(traces).containsKey(model);
            return traces.get(model);
        }
    }

    static List<String> ids() {
        return LessonCatalog.all().stream().map(Lesson::id).toList();
    }

    @Test
    void everyLessonHasAClaim() {
        assertThat(ids()).containsAll(CLAIMS.keySet());
        assertThat(LessonCatalog.all()).allMatch(lesson -> !lesson.claims().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void claimHoldsOnTheTraces(String id) {
        Lesson lesson =
                LessonCatalog.all().stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        for (int runsLeft = lesson.runs() - 1; ; runsLeft--) {
            Runs runs = Runs.of(lesson);
            try {
                assertHolds(lesson, runs);
                return;
            } catch (AssertionError e) {
                if (runsLeft <= 0
                        || runs.traces().values().stream().noneMatch(LessonClaimsTest::beganLate)) {
                    throw e;
                }
            }
        }
    }

    /** Whether a worker began its first task after another one had ended its last. */
    private static boolean beganLate(Trace trace) {
        List<WorkerTrack> workers =
                trace.workers().stream().filter(worker -> worker.slices() > 0).toList();
        long firstEnd =
                workers.stream()
                        .mapToLong(worker -> worker.end(worker.slices() - 1))
                        .min()
                        .orElse(Long.MAX_VALUE);
        return workers.stream().anyMatch(worker -> worker.begin(0) > firstEnd);
    }

    /** The evidence that lets a run be repeated is not in the runs of a quiet machine. */
    @Test
    void onlyALateWorkerIsAReasonToRunAgain() {
        assertThat(beganLate(twoThreads(30))).isFalse();
        assertThat(beganLate(twoThreads(31))).isTrue();
        assertThat(beganLate(TraceBuilder.of("a").finished())).isFalse();
    }

    /** Two threads with a task each, the first of which ends after 30 ms. */
    private static Trace twoThreads(double secondBegins) {
        TraceBuilder trace = TraceBuilder.of("a", "b");
        int first = trace.addWorker("thread-1", Role.THREAD);
        int second = trace.addWorker("thread-2", Role.THREAD);
        trace.busy(first, 0, 0, 30).answered(0, 200, 30);
        return trace.busy(second, 1, secondBegins, 60).answered(1, 200, 60).finished();
    }

    private static void assertHolds(Lesson lesson, Runs runs) {
        CLAIMS.getOrDefault(lesson.id(), _ -> {}).accept(runs);
        LessonTruth truth = new LessonTruth(lesson, runs.traces());
        truth.assertClaimsHold();
        truth.assertSentencesAreTrue();
        truth.assertPlacesExist();
    }

    private static void resultsWaitForTheFirstOfTheList(Runs runs) {
        for (Trace trace : runs.traces().values()) {
            assertAllAnswered(trace);
            TaskTrack first = trace.task(0);
            assertThat(trace.tasks().subList(1, 6))
                    .allMatch(task -> task.endNanos() < first.endNanos())
                    .allMatch(task -> task.collectedNanos() >= first.collectedNanos());
        }
    }

    private static void oneThreadDoesOneTaskAtATime(Runs runs) {
        Trace trace = runs.under("sequential");
        assertSequence(trace);
        assertThat(rolesOf(trace)).containsExactly(Role.THREAD);
    }

    private static void fourThreadsWaitAtOnce(Runs runs) {
        Trace trace = runs.under("threads");
        assertAllAnswered(trace);
        assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(4);
        assertThat(threadsOf(trace)).hasSize(4);
        assertSequence(runs.under("sequential"));
    }

    private static void oneComputesAtATime(Runs runs) {
        Trace trace = runs.under("threads");
        assertThat(trace.tasks())
                .extracting(TaskTrack::outcome)
                .containsOnly(new Outcome.Computed());
        assertThat(atOnce(trace, Phase.COMPUTE)).isOne();
        assertThat(atOnce(trace, Phase.READY)).as("kept from it by the lock").isGreaterThan(1);
        for (TaskTrack task : trace.tasks()) {
            assertThat(segments(task, Phase.READY)).isNotEmpty().allMatch(task::isForLock);
            assertThat(segments(task, Phase.COMPUTE)).as("turns of a task").hasSizeGreaterThan(1);
        }
        assertSequence(runs.under("sequential"));
    }

    private static void twoComputeAfterStartUp(Runs runs) {
        Trace trace = runs.under("process-pool");
        assertThat(trace.tasks())
                .extracting(TaskTrack::outcome)
                .containsOnly(new Outcome.Computed());
        assertThat(rolesOf(trace)).containsExactly(Role.PROCESS, Role.PROCESS);
        assertThat(atOnce(trace, Phase.COMPUTE)).isEqualTo(2);
        assertThat(atOnce(trace, Phase.READY)).as("each has a lock of its own").isZero();
        for (TaskTrack task : trace.tasks()) {
            assertThat(task.begin(1)).isGreaterThanOrEqualTo(endOfStartUp(trace, task));
        }
        assertThat(atOnce(runs.under("threads"), Phase.COMPUTE)).isOne();
    }

    private static long endOfStartUp(Trace trace, TaskTrack task) {
        var startUp = trace.worker(task.worker()).startUp();
        assertThat(startUp).isNotNull();
        assertThat(startUp.nanos(trace.wallNanos())).isPositive();
        return startUp.endNanos();
    }

    private static void oneIdleThreadWaitsForEight(Runs runs) {
        Trace trace = runs.under("event-loop");
        assertAllAnswered(trace);
        assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(8);
        assertThat(rolesOf(trace)).containsExactly(Role.LOOP);
        assertThat(threadsOf(trace)).hasSize(1);
        assertIdle(trace);
        assertThat(threadsOf(runs.under("threads"))).hasSize(8);
        assertSequence(runs.under("sequential"));
    }

    private static void othersAreReadyWhileOneBlocks(Runs runs) {
        Trace trace = runs.under("blocked-loop");
        assertAllAnswered(trace);
        assertOthersAreReadyWhileOneBlocks(trace);
        assertThat(busyNanos(trace)).isGreaterThan(trace.wallNanos() / 2);
        assertThat(atOnce(runs.under("event-loop"), Phase.WAIT)).isEqualTo(4);
    }

    private static void assertOthersAreReadyWhileOneBlocks(Trace trace) {
        assertThat(Statistics.of(trace, trace.wallNanos()).peakInFlight()).isOne();
        for (int task = 1; task < 4; task++) {
            assertThat(trace.task(task).phase(1)).isEqualTo(Phase.READY);
            assertThat(trace.task(task).end(1))
                    .isGreaterThanOrEqualTo(trace.task(task - 1).endNanos());
        }
    }

    private static void othersAreQueuedWhileTheLoopIsIdle(Runs runs) {
        Trace trace = runs.under("loop-one-by-one");
        assertSequence(trace);
        assertIdle(trace);
        assertThat(rolesOf(trace)).containsExactly(Role.LOOP);
        assertThat(atOnce(runs.under("event-loop"), Phase.WAIT)).isEqualTo(4);
    }

    private static void helpersWaitWhileTheLoopIsIdle(Runs runs) {
        Trace trace = runs.under("loop-offload");
        assertAllAnswered(trace);
        assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(4);
        assertThat(rolesOf(trace))
                .containsExactly(Role.LOOP, Role.THREAD, Role.THREAD, Role.THREAD, Role.THREAD);
        assertIdle(trace);
        for (TaskTrack task : trace.tasks()) {
            assertThat(task.phase(1)).as("to a helper").isEqualTo(Phase.READY);
            assertThat(task.phase(task.segments() - 1)).as("and back").isEqualTo(Phase.READY);
        }
        assertThat(atOnce(runs.under("blocked-loop"), Phase.WAIT)).isOne();
    }

    private static void theLoopOfCPythonIsBlockedAndCured(Runs runs) {
        Trace blocked = runs.under("python:blocked-loop");
        runs.traces().values().forEach(trace -> assertAllAnswered(trace));
        assertThat(runs.traces().values()).allMatch(Trace::isForeign);
        assertOthersAreReadyWhileOneBlocks(blocked);
        assertThat(busyNanos(blocked)).isGreaterThan(blocked.wallNanos() / 2);
        for (String cure : List.of("python:loop-offload", "python:event-loop")) {
            Trace trace = runs.under(cure);
            assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(4);
            assertThat(busyNanos(trace)).as("idle").isLessThan(trace.wallNanos() / 2);
        }
    }

    private static long busyNanos(Trace trace) {
        WorkerTrack loop =
                trace.workers().stream()
                        .filter(worker -> worker.role() == Role.LOOP)
                        .findFirst()
                        .orElseThrow();
        return loop.busyNanos(trace.wallNanos());
    }

    private static void loopIsNotPreempted(Runs runs) {
        Trace loop = runs.under("event-loop");
        Trace threads = runs.under("threads");
        long computed = Math.max(loop.task(2).endNanos(), loop.task(3).endNanos());
        assertThat(atOnce(loop, Phase.COMPUTE)).isOne();
        for (int page : List.of(0, 1, 4, 5)) {
            assertThat(loop.task(page).endNanos())
                    .as("behind all computing")
                    .isGreaterThan(computed);
            assertThat(threads.task(page).endNanos())
                    .as("while others compute")
                    .isLessThan(Math.max(threads.task(2).endNanos(), threads.task(3).endNanos()));
        }
        for (int page : List.of(0, 1)) {
            int connects = segments(loop.task(page), Phase.CONNECT).getFirst();
            assertThat(loop.task(page).begin(connects)).as("begun").isLessThan(computed);
        }
        assertThat(phases(loop, 4)).startsWith(Phase.QUEUED, Phase.READY);
        assertThat(loop.task(4).end(1)).isGreaterThanOrEqualTo(computed);
        assertThat(atOnce(threads, Phase.COMPUTE)).isEqualTo(2);
    }

    private static void eightPausesOnOneThread(Runs runs) {
        for (Trace trace : runs.traces().values()) {
            assertAllAnswered(trace);
            assertThat(atOnce(trace, Phase.PAUSE))
                    .as("pauses at once, all eight unless the machine is busy")
                    .isBetween(4, 8);
            assertThat(trace.tasks()).allMatch(task -> task.exchanges().size() > 2);
        }
        assertThat(threadsOf(runs.under("event-loop"))).hasSize(1);
        assertThat(threadsOf(runs.under("threads"))).hasSize(8);
    }

    private static void unresponsiveSiteDelaysOnlySequentialRuns(Runs runs) {
        Trace sequence = runs.under("sequential");
        Trace loop = runs.under("event-loop");
        for (Trace trace : List.of(sequence, loop)) {
            assertThat(failed(trace, 2).kind()).isEqualTo(FailureKind.TIMED_OUT);
            List.of(0, 1, 3, 4).forEach(page -> assertAnswered(trace, page));
        }
        assertSequence(sequence);
        List.of(0, 1, 3, 4)
                .forEach(
                        page ->
                                assertThat(loop.task(page).endNanos())
                                        .isLessThan(loop.task(2).endNanos()));
    }

    private static void threeInFlightUnderEveryModel(Runs runs) {
        for (Trace trace : runs.traces().values()) {
            assertAllAnswered(trace);
            assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(3);
            assertThat(atOnce(trace, Phase.LEASE)).isGreaterThan(3);
            assertThat(connectionsOf(trace)).hasSize(3);
        }
        assertThat(threadsOf(runs.under("threads"))).hasSize(12);
    }

    private static void ruleDeterminesCancellation(Runs runs) {
        for (Map.Entry<String, Trace> run : runs.traces().entrySet()) {
            Trace cancelled = run.getValue();
            Trace left = RIG.run(new Plan(runs.lesson().sites(), run.getKey(), Settings.DEFAULT));
            assertThat(failed(cancelled, 2).kind()).isEqualTo(FailureKind.RESET);
            assertThat(failed(left, 2)).isEqualTo(failed(cancelled, 2));
            for (int other : List.of(0, 1, 3, 4)) {
                assertThat(cancelled.task(other).outcome()).isEqualTo(new Outcome.Cancelled());
                assertThat(phases(cancelled, other)).as("in mid-wait").endsWith(Phase.WAIT);
                assertAnswered(left, other);
            }
        }
    }

    private static void thousandThreadsOrOne(Runs runs) {
        runs.traces().values().forEach(trace -> assertAllAnswered(trace));
        Trace threads = runs.under("threads");
        assertThat(Set.copyOf(rolesOf(threads))).containsExactly(Role.THREAD);
        assertThat(threadsOf(threads)).hasSize(1_000);
        Trace virtual = runs.under("virtual-threads");
        assertThat(Set.copyOf(rolesOf(virtual))).containsExactly(Role.VIRTUAL_THREAD);
        assertThat(threadsOf(virtual)).hasSize(1_000);
        assertThat(carriersOf(virtual)).as("real threads").hasSizeBetween(1, 64);
        Trace loop = runs.under("event-loop");
        assertThat(rolesOf(loop)).containsExactly(Role.LOOP);
        assertThat(threadsOf(loop)).hasSize(1);
        for (Trace trace : runs.traces().values()) {
            assertThat(atOnce(trace, Phase.WAIT)).as("waits at once").isBetween(20, 200);
        }
    }

    private static void nothingMakesProgress(Runs runs) {
        Trace trace = runs.under("loop-waits-for-itself");
        for (TaskTrack task : trace.tasks()) {
            assertThat(phases(trace, task.index())).containsExactly(Phase.QUEUED, Phase.READY);
            assertThat(failed(trace, task.index()).kind()).isEqualTo(FailureKind.TIMED_OUT);
        }
        WorkerTrack loop = trace.worker(0);
        assertThat(loop.busyNanos(trace.wallNanos())).isGreaterThan(trace.wallNanos() / 2);
        assertAllAnswered(runs.under("event-loop"));
        assertThat(atOnce(runs.under("event-loop"), Phase.WAIT)).isEqualTo(3);
    }

    /** Each task begins only after the previous one has ended. */
    private static void assertSequence(Trace trace) {
        for (int task = 1; task < trace.tasks().size(); task++) {
            assertThat(trace.task(task).begin(1))
                    .as("task %s is queued until the one before it has ended", task)
                    .isGreaterThanOrEqualTo(trace.task(task - 1).endNanos());
        }
    }

    private static void assertIdle(Trace trace) {
        assertThat(trace.worker(0).busyNanos(trace.wallNanos()))
                .as("what %s was busy", trace.worker(0).name())
                .isLessThan(trace.wallNanos() / 2);
    }

    private static List<Role> rolesOf(Trace trace) {
        return trace.workers().stream().map(WorkerTrack::role).toList();
    }

    /** The threads that ran steps of tasks. */
    private static Set<Long> threadsOf(Trace trace) {
        return trace.workers().stream()
                .flatMap(worker -> IntStream.range(0, worker.slices()).mapToObj(worker::thread))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> carriersOf(Trace trace) {
        return trace.workers().stream()
                .map(worker -> worker.firstCarrier(0))
                .collect(Collectors.toSet());
    }

    private static Set<String> connectionsOf(Trace trace) {
        return trace.tasks().stream()
                .flatMap(task -> task.exchanges().stream())
                .map(Exchange::connection)
                .collect(Collectors.toSet());
    }

    private static List<Integer> segments(TaskTrack task, Phase phase) {
        return IntStream.range(0, task.segments())
                .filter(segment -> task.phase(segment) == phase)
                .boxed()
                .toList();
    }
}
