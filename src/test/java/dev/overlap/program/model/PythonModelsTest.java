package dev.overlap.program.model;

import static dev.overlap.testkit.TraceAssertions.atOnce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.overlap.concurrency.PythonModel;
import dev.overlap.concurrency.PythonOffer;
import dev.overlap.concurrency.ResultCollector;
import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.program.python.CertificateFiles;
import dev.overlap.program.python.Interpreter;
import dev.overlap.program.python.InterpreterSearch;
import dev.overlap.program.python.PythonVersion;
import dev.overlap.runtime.LabAndEngine;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.TraceAssertions;
import dev.overlap.text.program.ModelText;
import dev.overlap.trace.CollectRule;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What CPython does with a list has the structure that the model of Overlap has: which waits
 * overlap, who waits for whom, and which workers there are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class PythonModelsTest {

    /** Long enough that all tasks of a loaded machine have begun before the first one ends. */
    private static final String[] SITES = {
        "lab:/delay/700", "lab:/delay/500", "lab:/delay/800", "lab:/delay/600"
    };

    /** A step of the staircase of a blocked loop is as long as what blocks it. */
    private static final long LONG_NANOS = 300_000_000;

    @TempDir private static Path kept;
    private LabAndEngine engine;
    private PythonSession session;
    private @Nullable Trace ownOfAllKinds;

    @BeforeAll
    void open() throws IOException {
        engine = LabAndEngine.open(() -> 0);
        session = session(TestedPython.models());
    }

    @AfterAll
    void close() {
        session.close();
    }

    private PythonSession session(PythonModels models) {
        return new PythonSession(engine, engine.labUri(), models, Optional.of(kept));
    }

    private Trace run(Plan plan) throws Exception {
        PythonModel.find(plan.model()).ifPresent(TestedPython::assume);
        Run run = session.start(plan);
        run.done().toCompletableFuture().get(120, TimeUnit.SECONDS);
        return run.trace();
    }

    static List<PythonModel> models() {
        return PythonModel.everyOne();
    }

    static List<PythonModel> modelsOfOneProcess() {
        return models().stream().filter(it -> !it.id().endsWith("processes")).toList();
    }

    /**
     * The structure of a run, as far as it does not depend on the speed of the machine.
     *
     * @param roles of the workers that have a task
     */
    private record Structure(Waits waits, Set<Role> roles, int workers) {

        /**
         * What waits for what.
         *
         * @param atOnce the most replies that are awaited at once
         * @param oneByOne whether each task begins after the one before it has ended
         * @param held the tasks that can go on for long, and do not
         */
        private record Waits(int atOnce, boolean oneByOne, List<Integer> held) {}

        static Structure of(Trace trace) {
            List<TaskTrack> tasks = trace.tasks();
            Set<Integer> workers = new HashSet<>();
            Set<Role> roles = new TreeSet<>();
            tasks.forEach(task -> workers.add(task.worker()));
            workers.forEach(worker -> roles.add(trace.worker(worker).role()));
            boolean oneByOne =
                    IntStream.range(1, tasks.size())
                            .allMatch(it -> begin(tasks.get(it)) >= tasks.get(it - 1).endNanos());
            List<Integer> held =
                    tasks.stream().filter(Structure::isHeld).map(TaskTrack::index).toList();
            Waits waits = new Waits(atOnce(trace, Phase.WAIT), oneByOne, held);
            return new Structure(waits, roles, workers.size());
        }

        /** When it is first neither queued nor ready. */
        private static long begin(TaskTrack task) {
            return IntStream.range(0, task.segments())
                    .filter(it -> task.phase(it) != Phase.QUEUED && task.phase(it) != Phase.READY)
                    .mapToLong(task::begin)
                    .findFirst()
                    .orElse(-1);
        }

        private static boolean isHeld(TaskTrack task) {
            return IntStream.range(0, task.segments())
                    .filter(it -> task.phase(it) == Phase.READY)
                    .anyMatch(it -> task.end(it) - task.begin(it) > LONG_NANOS);
        }
    }

    @ParameterizedTest
    @MethodSource("modelsOfOneProcess")
    void aListHasTheStructureOfTheModelThatItStandsFor(PythonModel model) throws Exception {
        Trace python = run(EngineExtension.plan(model.id(), SITES));
        Trace java = run(EngineExtension.plan(PythonModel.baseOf(model.id()), SITES));

        assertThat(labels(python)).isEqualTo(labels(java));
        assertThat(outcomes(python)).isEqualTo(outcomes(java));
        if (model.id().equals("python:loop-offload")) {
            assertOffloaded(python);
            assertThat(Structure.of(python).waits()).isEqualTo(Structure.of(java).waits());
        } else {
            assertThat(Structure.of(python)).isEqualTo(Structure.of(java));
        }
        assertThat(python.isForeign()).as("nothing is derived as of a model of Java").isTrue();
        assertThat(python.notes()).anyMatch(it -> it.startsWith("Run by CPython 3."));
    }

    /** CPython's threads are seen as such; in Overlap's own model they are helpers of the loop. */
    private static void assertOffloaded(Trace trace) {
        assertThat(trace.tasks())
                .extracting(task -> trace.worker(task.worker()).role())
                .containsOnly(Role.THREAD);
        assertThat(trace.workers()).anyMatch(worker -> worker.role() == Role.LOOP);
    }

    @Test
    void aPoolHasAsManyProcessesAsAskedForAndTheirStartUpIsTold() throws Exception {
        Settings two = Settings.DEFAULT.withWorkers(2);
        Trace trace = run(EngineExtension.plan("python:processes", two, SITES));

        TraceAssertions.assertAllAnswered(trace);
        assertThat(labels(trace)).containsExactly(SITES);
        Structure structure = Structure.of(trace);
        assertThat(structure.roles()).containsExactly(Role.PROCESS);
        assertThat(structure.workers()).isBetween(1, 2);
        assertThat(structure.waits().atOnce()).isBetween(1, 2);
        assertThat(trace.workers())
                .hasSizeBetween(1, 2)
                .allMatch(worker -> worker.startUp() != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"python:thread-pool", "python:event-loop", "python:loop-offload"})
    void noMoreTasksAreUnderWayThanWorkersWereAskedFor(String model) throws Exception {
        Settings two = Settings.DEFAULT.withWorkers(2);
        Trace trace = run(EngineExtension.plan(model, two, "lab:/delay/300 x5"));

        TraceAssertions.assertAllAnswered(trace);
        assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(2);
    }

    /** Equal lines and lines of all kinds are told apart, and end as in Java. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "python:sequential",
                "python:threads",
                "python:processes",
                "python:event-loop",
                "python:blocked-loop",
                "python:loop-offload"
            })
    void everyLineIsOneTaskThatEndsAsInJava(String model) throws Exception {
        String[] lines = {
            "lab:/delay/20 -> sleep:20ms -> lab:/delay/10",
            "lab:/delay/20 x2",
            "sleep:30ms",
            "cpu:20ms",
            "lock:account { sleep:10ms } x2",
            "lab:/reset",
            "lab:/status/503",
            "poll:lab:/jobs?takes=50"
        };
        Trace python = run(EngineExtension.plan(model, lines));
        Trace java =
                ownOfAllKinds == null
                        ? run(EngineExtension.plan("event-loop", lines))
                        : ownOfAllKinds;
        ownOfAllKinds = java;

        assertThat(labels(python)).isEqualTo(labels(java));
        assertThat(outcomes(python)).isEqualTo(outcomes(java));
        assertThat(python.task(1).exchanges()).hasSize(1);
        assertThat(python.task(2).exchanges()).hasSize(1);
    }

    /** What the programs say of their results is what the models of Overlap do. */
    @ParameterizedTest
    @MethodSource("models")
    void resultsAreInHandWhenTheProgramHasTakenThem(PythonModel model) throws Exception {
        String[] lines = {"lab:/delay/700", "lab:/reset", "lab:/delay/250"};
        boolean isFixed = model.fixedCollect().isPresent();
        boolean blocks = isFixed || model.id().equals("python:blocked-loop");
        // a program that takes its results in one way is run once, with the mode that is least like
        // it
        List<CollectMode> modes =
                isFixed ? List.of(CollectMode.FIRST) : List.of(CollectMode.values());
        for (CollectMode mode : modes) {
            RunRules rules = Settings.DEFAULT.rules().withCollect(mode);
            Settings settings = Settings.DEFAULT.withRules(rules).withWorkers(3);
            Trace trace = run(EngineExtension.plan(model.id(), settings, lines));

            assertThat(trace.collects()).isEqualTo(rule(model, mode));
            List<TaskTrack> tasks = trace.tasks();
            if (mode == CollectMode.FIRST && !isFixed) {
                assertThat(trace.hasWinner()).as("%s", tasks).isTrue();
                assertThat(tasks)
                        .filteredOn(task -> task.collectedNanos() >= 0)
                        .singleElement()
                        .matches(TaskTrack::hasSucceeded)
                        .matches(task -> blocks || task.index() == 2)
                        .matches(task -> task.collectedNanos() >= task.endNanos());
                continue;
            }
            assertThat(tasks)
                    .as("%s", mode)
                    .allMatch(task -> task.collectedNanos() >= task.endNanos());
            boolean waitsForTheFirst =
                    !isFixed && (mode == CollectMode.ALL || mode == CollectMode.IN_ORDER);
            if (waitsForTheFirst) {
                long first = tasks.getFirst().endNanos();
                assertThat(tasks).allMatch(task -> task.collectedNanos() >= first);
            } else if (!blocks) {
                long first = tasks.getFirst().endNanos();
                assertThat(tasks.subList(1, 3)).allMatch(task -> task.collectedNanos() < first);
            }
        }
    }

    private static CollectRule rule(PythonModel model, CollectMode mode) {
        return mode == CollectMode.ALL
                ? CollectRule.AT_END
                : ResultCollector.rule(model.collects(mode));
    }

    private static List<String> labels(Trace trace) {
        return trace.tasks().stream().map(TaskTrack::label).toList();
    }

    /** How tasks ended, without what the two languages call a failure. */
    private static List<String> outcomes(Trace trace) {
        return trace.tasks().stream().map(task -> name(task.outcome())).toList();
    }

    private static String name(Outcome outcome) {
        return outcome instanceof Outcome.Answered(int status, long _)
                ? "answered " + status
                : outcome.getClass().getSimpleName();
    }

    @ParameterizedTest
    @ValueSource(strings = {"python:threads", "python:event-loop"})
    void aTaskThatTakesTooLongFailsAndTheOthersDoNot(String model) throws Exception {
        Settings brief = Settings.DEFAULT.withTimeout(Duration.ofMillis(1_500));
        Trace trace = run(EngineExtension.plan(model, brief, "lab:/delay/10", "lab:/delay/60000"));

        assertThat(outcomes(trace)).containsExactly("answered 200", "Failed");
    }

    @Test
    void aRunThatIsCancelledEndsItsTasksAndItsProgram() throws Exception {
        Plan plan = EngineExtension.plan("python:threads", "lab:/delay/60000 x3");
        TestedPython.assume(PythonModel.find(plan.model()).orElseThrow());
        Run run = session.start(plan);
        Eventually.holds(
                "it waits", () -> run.trace().hasBegun() && atOnce(run.trace(), Phase.WAIT) == 3);
        run.cancel();

        run.done().toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(run.trace().isFinished()).isTrue();
        assertThat(outcomes(run.trace())).containsOnly("Cancelled");
    }

    @Test
    void tasksThatWaitForOneAnotherForEverAreStopped() throws Exception {
        Settings brief = Settings.DEFAULT.withTimeout(Duration.ofMillis(500));
        Trace trace =
                run(
                        EngineExtension.plan(
                                "python:threads",
                                brief,
                                "lock:one { sleep:300ms -> lock:two { sleep:1ms } }",
                                "lock:two { sleep:300ms -> lock:one { sleep:1ms } }"));

        assertThat(outcomes(trace)).containsOnly("Cancelled");
        assertThat(trace.notes()).anyMatch(note -> note.contains("nothing had happened for"));
    }

    @Test
    void withoutAnInterpreterNoModelIsOfferedAndTheWayOutIsSaid() {
        PythonModels none = new PythonModels(PythonModelsTest::nothing, PythonModelsTest::nothing);

        assertThat(none.available()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> session(none).start(EngineExtension.plan("python:threads", SITES)))
                .withMessageContaining("python:threads cannot be run here. No Python was found");
    }

    private static InterpreterSearch.Found nothing() {
        return new InterpreterSearch.Found(null, List.of());
    }

    /** None is installed where this was written: what is read here is never run. */
    @Test
    void threadsWithoutTheLockAreOfferedWhereSuchAnInterpreterIsFoundAndNamedAsSuch() {
        Interpreter free =
                new Interpreter(
                        List.of("python3.14t"),
                        new Interpreter.Build(new PythonVersion(3, 14, 0), "cpython", true, false),
                        new Interpreter.Installation(
                                "", "linux", Interpreter.Owner.USER, CertificateFiles.NONE),
                        Map.of("requests", "2.32.0"));
        PythonModels models =
                new PythonModels(
                        PythonModelsTest::nothing,
                        () -> new InterpreterSearch.Found(free, List.of()));

        assertThat(models.available())
                .singleElement()
                .returns("python:threads-no-gil", PythonModel::id)
                .returns("Threads (CPython, no GIL)", PythonModel::name);
        assertThat(ModelText.ranUnder(free))
                .isEqualTo("Run by CPython 3.14.0, no GIL (python3.14t).");
        PythonOffer without =
                new PythonModels(TestedPython::find, PythonModelsTest::nothing).offer();
        assertThat(without.missing().get("python:threads-no-gil"))
                .startsWith("No CPython without the GIL was found");
        assertThat(without.runnable("python:threads-no-gil")).isEqualTo("threads");
        assertThat(PythonModel.of("threads")).map(PythonModel::id).hasValue("python:threads");
    }

    @Test
    void aModelWhoseLibraryIsMissingIsNotOffered() {
        Interpreter python = TestedPython.find().interpreter();
        Assumptions.assumeTrue(python != null, "there is no python3");
        Interpreter bare =
                new Interpreter(
                        python.command(),
                        python.build(),
                        python.installation(),
                        Map.of("requests", "2.32.0"));
        PythonModels models =
                new PythonModels(
                        () -> new InterpreterSearch.Found(bare, List.of()),
                        PythonModelsTest::nothing);

        assertThat(models.available()).extracting(PythonModel::library).containsOnly("requests");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                session(models)
                                        .start(EngineExtension.plan("python:event-loop", SITES)))
                .withMessageContaining("has no library aiohttp")
                .withMessageContaining("\n    ");
    }

    @Test
    void whatAProgramCannotOrMustNotDoIsRefused() {
        assertRefused("lab:/delay/1 x1001", "Under CPython a list may have 1,000 tasks");
        assertRefused("http://example.org/ x21", "21 requests to example.org at once");
        assertRefused("http://user:secret@127.0.0.1:9/", "leave out user names and passwords");
    }

    private void assertRefused(String line, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.start(EngineExtension.plan("python:threads", line)))
                .withMessageContaining(sentence);
    }
}
