package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.ResourceAssertions;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.ResourceTrack.Use;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Tests locks, permits, counters and queues under each model. After each test the rig checks what
 * always holds: no more holders than places, every use ends, first come first served.
 */
class SharedResourcesRunTest {

    private static final Settings HASTY =
            Settings.DEFAULT.withTimeout(Duration.ofMillis(700)).withWorkers(OptionalInt.of(2));

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    private static ResourceTrack only(Trace trace) {
        assertThat(trace.resources()).hasSize(1);
        return trace.resource(0);
    }

    private static ResourceTrack named(Trace trace, String name) {
        return trace.resources().stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns lines of which several tasks do something once all of them have begun, however long
     * their workers take to start: one more task waits for all and then lets them go.
     */
    private static String[] together(int tasks, String steps) {
        String all = " -> take:here".repeat(tasks) + " -> put:go".repeat(tasks);
        return new String[] {
            "queue go " + tasks, "put:here -> take:go -> " + steps + " x" + tasks, all.substring(4)
        };
    }

    private static void assertAllDone(Trace trace) {
        assertThat(trace.tasks())
                .allSatisfy(
                        task ->
                                assertThat(task.outcome().isSuccess())
                                        .as("%s", task.outcome())
                                        .isTrue());
    }

    private static long waits(ResourceTrack resource) {
        return resource.uses().stream()
                .filter(use -> use.grantedNanos() > use.askedNanos())
                .count();
    }

    private static boolean wasBlocked(Trace trace) {
        return trace.tasks().stream().anyMatch(task -> task.entered(Phase.BLOCKED));
    }

    // locks and permits

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads",
                "virtual-threads",
                "thread-pool",
                "process-pool",
                "event-loop",
                "loop-offload"
            })
    void whereTasksRunTogetherTheyWaitForALock(String model) {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model,
                                Settings.DEFAULT.withWorkers(OptionalInt.of(4)),
                                together(3, "lock:a { sleep:40ms }")));

        assertAllDone(trace);
        ResourceTrack lock = named(trace, "a");
        assertThat(ResourceAssertions.mostHolders(lock)).isEqualTo(1);
        assertThat(waits(lock)).isPositive();
        assertThat(wasBlocked(trace)).isTrue();
        assertThat(trace.wallNanos()).isGreaterThan(3 * 39_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "loop-one-by-one", "blocked-loop"})
    void whereTasksRunOneByOneALockIsNeverContended(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, "lock:a { sleep:5ms } x4"));

        assertAllDone(trace);
        assertThat(only(trace).uses()).hasSize(4);
        assertThat(waits(only(trace))).isZero();
        assertThat(wasBlocked(trace)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "event-loop", "process-pool"})
    void aPermitLetsAsManyInAsItHasPlaces(String model) {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model,
                                Settings.DEFAULT.withWorkers(OptionalInt.of(4)),
                                together(3, "permit:db/2 { lab:/delay/60 }")));

        assertAllDone(trace);
        ResourceTrack permit = named(trace, "db");
        assertThat(permit.places()).isEqualTo(2);
        assertThat(ResourceAssertions.mostHolders(permit)).isEqualTo(2);
        assertThat(waits(permit)).isPositive();
    }

    @Test
    void aWaitingThreadOccupiesItsWorkerAndAWaitingLoopGoesOn() {
        Trace pool =
                RIG.run(
                        EngineExtension.plan(
                                "thread-pool",
                                Settings.DEFAULT.withWorkers(OptionalInt.of(2)),
                                "lock:a { sleep:150ms }",
                                "sleep:30ms -> lock:a { sleep:10ms }",
                                "sleep:50ms"));
        Trace loop =
                RIG.run(
                        EngineExtension.plan(
                                "event-loop",
                                "lock:a { sleep:150ms }",
                                "sleep:30ms -> lock:a { sleep:10ms }",
                                "sleep:50ms"));

        assertThat(pool.task(2).endNanos())
                .as("both workers are occupied, one of them by waiting")
                .isGreaterThan(pool.task(0).endNanos());
        assertThat(loop.task(2).endNanos()).isLessThan(loop.task(0).endNanos());
    }

    /**
     * Which process holds the lock cannot be told from outside, so they are killed one after
     * another until it is given back.
     */
    @Test
    void aProcessThatDiesGivesBackWhatItHeld() {
        Run run =
                RIG.start(
                        EngineExtension.plan(
                                "process-pool",
                                Settings.DEFAULT
                                        .withWorkers(OptionalInt.of(2))
                                        .withTimeout(Duration.ofMinutes(2)),
                                "lock:a { sleep:1min }",
                                "lock:a { sleep:1ms } x4"));
        Trace trace = run.trace();
        Eventually.holds("the first task holds the lock", () -> useOf(trace, 0) != null);
        Eventually.holds(
                "both processes have started",
                () ->
                        trace.workers().stream()
                                .allMatch(it -> it.startUp().endNanos() != TaskTrack.OPEN));

        for (ProcessHandle process : EngineExtension.processes()) {
            if (useOf(trace, 0).endNanos() == TaskTrack.OPEN) {
                process.destroyForcibly();
                Eventually.holds("it is dead", () -> !process.isAlive());
            }
        }

        EngineExtension.finished(run);
        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.WORKER_DIED);
        assertThat(failed(trace, 0).sentence()).contains("It gave back lock a.");
        assertThat(trace.tasks())
                .as("at most one other was killed, and the rest got the lock")
                .filteredOn(task -> task.outcome().isSuccess())
                .hasSizeGreaterThanOrEqualTo(3);
    }

    /** Returns the use that a task was granted, or null. */
    private static Use useOf(Trace trace, int task) {
        return trace.resources().isEmpty()
                ? null
                : only(trace).uses().stream()
                        .filter(use -> use.task() == task && use.isGranted())
                        .findFirst()
                        .orElse(null);
    }

    // counters

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads",
                "virtual-threads",
                "thread-pool",
                "event-loop",
                "loop-offload",
                "sequential",
                "loop-one-by-one",
                "blocked-loop"
            })
    void underALockNoUpdateIsLost(String model) {
        Trace trace =
                RIG.run(EngineExtension.plan(model, "lock:a { add:n/3 gap 2ms -> add:n/100 } x4"));

        assertAllDone(trace);
        assertThat(trace.resource(1).copies())
                .containsExactly(new ResourceTrack.Copy(-1, 412, 412));
    }

    /** All of them run before the first reads, and the gap is long: all read before one writes. */
    @ParameterizedTest
    @ValueSource(
            strings = {"threads", "virtual-threads", "thread-pool", "event-loop", "loop-offload"})
    void updatesAreLostInAGap(String model) {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model,
                                Settings.DEFAULT.withWorkers(OptionalInt.of(4)),
                                together(3, "add:n gap 400ms")));

        ResourceTrack counter = named(trace, "n");
        long lastRead =
                counter.accesses().stream()
                        .filter(access -> !access.isWrite())
                        .mapToLong(ResourceTrack.Access::nanos)
                        .max()
                        .orElseThrow();
        long firstWrite =
                counter.accesses().stream()
                        .filter(ResourceTrack.Access::isWrite)
                        .mapToLong(ResourceTrack.Access::nanos)
                        .min()
                        .orElseThrow();
        assertThat(lastRead).as("all read before one writes").isLessThan(firstWrite);
        assertThat(counter.copies()).containsExactly(new ResourceTrack.Copy(-1, 3, 1));
        assertThat(trace.task(0).entered(Phase.PAUSE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-loop", "sequential", "loop-one-by-one", "blocked-loop"})
    void onOneThreadNothingIsLostWithoutAGap(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, "add:n/20000 x10"));

        assertThat(only(trace).copies())
                .containsExactly(new ResourceTrack.Copy(-1, 200_000, 200_000));
        assertThat(only(trace).accesses()).hasSize(ResourceTrack.MAX_ACCESSES);
        assertThat(only(trace).hasMoreAccesses()).isTrue();
        assertThat(trace.task(0).outcome()).isEqualTo(new Outcome.Done());
    }

    @Test
    void incrementsThatWereFinishedAreCounted() {
        Trace trace = RIG.run(EngineExtension.plan("threads", "add:n/1000000 x4"));

        ResourceTrack.Copy copy = only(trace).copies().getFirst();
        assertThat(copy.increments()).isEqualTo(4_000_000);
        assertThat(copy.value()).isBetween(1_000_000L, 4_000_000L);
    }

    @Test
    void underTheInterpreterLockOneThreadIncrementsAtATime() {
        Settings locked = Settings.DEFAULT.withRules(new RunRules(true, false, false));
        Trace trace = RIG.run(EngineExtension.plan("threads", locked, "add:n/300000 x3"));

        assertThat(only(trace).copies())
                .as("it is handed over only between two increments")
                .containsExactly(new ResourceTrack.Copy(-1, 900_000, 900_000));
    }

    /** The warm-up of a process counts under the same name, which must not show. */
    @Test
    void eachProcessHasItsOwnNumberAndKeepsItOverItsTasks() {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                "process-pool",
                                Settings.DEFAULT.withWorkers(OptionalInt.of(2)),
                                "add:counter/5 -> sleep:50ms x4"));

        List<ResourceTrack.Copy> copies = only(trace).copies();
        assertThat(copies).extracting(ResourceTrack.Copy::worker).doesNotContain(-1);
        assertThat(copies.stream().mapToLong(ResourceTrack.Copy::value).sum()).isEqualTo(20);
        assertThat(copies).allSatisfy(copy -> assertThat(copy.value() % 5).isZero());
    }

    // queues

    @ParameterizedTest
    @ValueSource(
            strings = {"threads", "virtual-threads", "process-pool", "event-loop", "loop-offload"})
    void aQueuePushesBack(String model) {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model,
                                Settings.DEFAULT.withWorkers(OptionalInt.of(2)),
                                "queue q 1",
                                "put:q -> put:q -> put:q",
                                "take:q -> sleep:40ms -> take:q -> sleep:40ms -> take:q"));

        assertAllDone(trace);
        assertThat(only(trace).uses()).hasSize(6);
        assertThat(only(trace).levels()).allMatch(level -> level.items() <= 1);
        assertThat(waits(only(trace))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "loop-one-by-one", "blocked-loop"})
    void aTakeBeforeItsPutWaitsUntilItsTimeoutWhereNobodyElseRuns(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, HASTY, "take:q", "put:q"));

        assertThat(failed(trace, 0).sentence())
                .contains("an item of queue q, which only task 2 would put")
                .contains("for a worker");
        assertThat(trace.task(0).endNanos()).isGreaterThan(690_000_000);
        assertThat(trace.task(1).outcome()).isEqualTo(new Outcome.Done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop", "process-pool", "loop-offload"})
    void takersInAllWorkersStarveThePutters(String model) {
        boolean startsUp = model.equals("process-pool"); // one process long after the other
        Settings patient = startsUp ? HASTY.withTimeout(Duration.ofSeconds(4)) : HASTY;
        Trace trace =
                RIG.run(EngineExtension.plan(model, patient, "queue q 2", "take:q x2", "put:q x2"));

        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.DEADLOCK);
        assertThat(failed(trace, 1).kind()).isEqualTo(FailureKind.DEADLOCK);
        assertThat(trace.task(0).endNanos()).isEqualTo(trace.task(1).endNanos());
        if (!model.equals("loop-offload")) { // there the clock of all runs from the beginning
            assertThat(trace.task(2).outcome()).isEqualTo(new Outcome.Done());
        }
        assertThat(trace.deadlocks()).hasSize(1);
    }

    // stuck

    /** Each of the first two holds its lock before it asks for that of the other. */
    private static final String[] RING = {
        "lock:a { put:x -> take:y -> lock:b { sleep:1ms } }",
        "lock:b { put:y -> take:x -> lock:a { sleep:1ms } }",
        "sleep:20ms -> lock:a { sleep:1ms }"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {"threads", "virtual-threads", "event-loop", "process-pool", "loop-offload"})
    void twoLocksInTwoOrdersEndTogetherAndThoseBehindThemGoOn(String model) {
        boolean startsUp = model.equals("process-pool");
        Settings three =
                HASTY.withWorkers(OptionalInt.of(3))
                        .withTimeout(Duration.ofSeconds(startsUp ? 4 : 1));
        Trace trace = RIG.run(EngineExtension.plan(model, three, RING));

        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.DEADLOCK);
        assertThat(failed(trace, 1).kind()).isEqualTo(FailureKind.DEADLOCK);
        assertThat(trace.task(0).endNanos()).isEqualTo(trace.task(1).endNanos());
        assertThat(trace.deadlocks()).hasSize(1);
        assertThat(trace.deadlocks().getFirst().includes(2)).isFalse();
        assertThat(trace.task(2).outcome())
                .isInstanceOfAny(Outcome.Done.class, Outcome.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "event-loop"})
    void aBrokenDeadlockFailsOneAndTheOthersFinish(String model) {
        Settings breaking =
                Settings.DEFAULT
                        .withRules(new RunRules(false, false, true))
                        .withWorkers(OptionalInt.of(3))
                        .withTimeout(Duration.ofSeconds(30));
        Trace trace = RIG.run(EngineExtension.plan(model, breaking, RING));

        long failed = trace.tasks().stream().filter(task -> !task.outcome().isSuccess()).count();
        assertThat(failed).isEqualTo(1);
        assertThat(trace.wallNanos()).isLessThan(Duration.ofSeconds(25).toNanos());
    }

    // endings

    @ParameterizedTest
    @ValueSource(
            strings = {"threads", "virtual-threads", "event-loop", "loop-offload", "blocked-loop"})
    void aCancelAtAnyInstantLeavesNothingHeldNorAnyThread(String model) {
        Random random = new Random(13);
        for (int round = 0; round < 6; round++) {
            Run run =
                    RIG.start(
                            EngineExtension.plan(
                                    model,
                                    "queue q 1",
                                    "lock:a { permit:p/2 { sleep:3ms -> add:n gap 1ms } } x6",
                                    "permit:p/2 { put:q -> lab:/delay/5 } x6",
                                    "take:q -> cpu:1ms/2 x6"));
            Trace trace = run.trace();
            int ended = random.nextInt(12);
            Eventually.holds(
                    ended + " have ended, or all wait",
                    () -> trace.ended() >= ended || trace.horizonNanos() > 100_000_000);
            run.cancel();
            EngineExtension.finished(run);
            for (ResourceTrack resource : trace.resources()) {
                assertThat(resource.uses())
                        .allSatisfy(use -> assertThat(use.endNanos()).isNotEqualTo(TaskTrack.OPEN));
                assertThat(ResourceAssertions.granted(resource, Purpose.HOLD))
                        .allMatch((Use use) -> use.endNanos() >= use.grantedNanos());
            }
        }
    }
}
