package dev.overlap.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Plan;
import dev.overlap.plan.SampleLists;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.trace.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks the programs of tasks that have steps, without running them. */
class StepProgramTest {

    private static final URI LAB = URI.create("http://127.0.0.1:41733");

    private static final Set<Phase> OF_A_REQUEST = EnumSet.range(Phase.LEASE, Phase.RECEIVE);

    static List<String> models() {
        return ProgramRun.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyStepIsMarkedInItsOwnLine(String model) {
        for (Language language : Language.values()) {
            Plan plan = plan(model, StepLists.ALL.lines());
            Program program = program(plan, language);
            for (Task task : plan.tasks()) {
                assertMarked(model, program, task.steps());
            }
        }
    }

    private static void assertMarked(String model, Program program, StepSequence steps) {
        List<Step> all = steps.flat().toList();
        for (int index = 0; index < all.size(); index++) {
            for (Phase phase : phases(all.get(index))) {
                int step = steps.isSingle() ? -1 : index;
                String expected =
                        model.equals(ProgramRun.WAITS_FOR_ITSELF)
                                ? "future."
                                : text(all.get(index), phase);
                assertThat(line(program, phase, steps, step))
                        .as("%s of %s in %s", phase, all.get(index).label(), program.fileName())
                        .contains(expected);
            }
        }
    }

    private static Set<Phase> phases(Step step) {
        return switch (step) {
            case Step.Fetch _ -> OF_A_REQUEST;
            case Step.Poll _ -> EnumSet.of(Phase.WAIT, Phase.PAUSE);
            case Step.Compute _ -> EnumSet.of(Phase.COMPUTE);
            case Step.Sleep _ -> EnumSet.of(Phase.PAUSE);
            case Step.Add add -> EnumSet.of(add.gap().isZero() ? Phase.COMPUTE : Phase.PAUSE);
            case Step.Lock _, Step.Permit _, Step.Put _, Step.Take _ -> EnumSet.of(Phase.BLOCKED);
        };
    }

    private static String text(Step step, Phase phase) {
        return switch (step) {
            case Step.Fetch(var address) -> address.label().replace("lab:", LAB.toString());
            case Step.Poll(var address) -> address.label().replace("lab:", LAB.toString());
            case Step.Compute _ -> "compute(20";
            case Step.Sleep _ -> "sleep(";
            case Step.Add add -> phase == Phase.PAUSE ? "sleep(" : add.name();
            case Step.Lock(String name, _) -> name;
            case Step.Permit(String name, _, _) -> name;
            case Step.Put(String name) -> name;
            case Step.Take(String name) -> name;
        };
    }

    @ParameterizedTest
    @MethodSource("models")
    void queuedTaskIsMarkedOutsideOfItsSteps(String model) {
        for (Language language : Language.values()) {
            Plan plan = plan(model, StepLists.ALL.lines());
            Program program = program(plan, language);
            int line = program.lineOf(Phase.QUEUED, false);

            assertThat(line).isNotNegative();
            assertThat(plan.tasks())
                    .allSatisfy(
                            task ->
                                    assertThat(
                                                    program.lineOf(
                                                            Phase.QUEUED, false, task.steps(), -1))
                                            .isEqualTo(line));
        }
    }

    @ParameterizedTest
    @EnumSource
    void readyTaskIsWhereItWasSuspended(Language language) {
        Plan plan = plan("loop-offload", "sleep:5ms -> lock:account { sleep:5ms }");
        Program program = program(plan, language);
        StepSequence steps = plan.tasks().getFirst().steps();

        assertThat(line(program, Phase.READY, steps, -1)).doesNotContain("account", "sleep");
        assertThat(line(program, Phase.READY, steps, 1)).contains("account");
    }

    @ParameterizedTest
    @EnumSource
    void sameStepsInAnotherTaskHaveTheirOwnLine(Language language) {
        Plan plan = plan("threads", "sleep:5ms -> sleep:6ms", "sleep:6ms -> sleep:5ms");
        Program program = program(plan, language);
        StepSequence second = plan.tasks().getLast().steps();

        assertThat(line(program, Phase.PAUSE, second, 0)).contains("6");
        assertThat(line(program, Phase.PAUSE, second, 1)).contains("5");
    }

    /** A program shows the first few tasks, but any task can be selected. */
    @ParameterizedTest
    @EnumSource
    void taskThatIsNotShownIsMarkedInWhatAllOfThemCall(Language language) {
        Plan plan =
                plan(
                        "threads",
                        "lab:/delay/1 -> sleep:1ms",
                        "lab:/delay/2 -> sleep:1ms",
                        "lab:/delay/3 -> sleep:1ms",
                        "lab:/delay/4 -> sleep:1ms",
                        "lab:/delay/5 -> sleep:1ms");
        Program program = program(plan, language);
        StepSequence last = plan.tasks().getLast().steps();

        assertThat(program.text()).contains("/delay/4\"", "and 1 more").doesNotContain("/delay/5");
        assertThat(line(program, Phase.WAIT, last, 0))
                .contains(language == Language.PYTHON ? "requests.get(url" : "http.send(");
        assertThat(program.lineOf(Phase.PAUSE, false, last, 1)).isEqualTo(-1);
    }

    /** A program must use what its model waits with. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sequential | account_lock = Lock() | new ReentrantLock(true)",
                "threads | account_lock = Lock() | new ReentrantLock(true)",
                "thread-pool | account_lock = Lock() | new ReentrantLock(true)",
                "virtual-threads | account_lock = Lock() | new ReentrantLock(true)",
                "process-pool | from multiprocessing import Lock | ask(\"lock accountLock\")",
                "event-loop | async with account_lock: | holding(accountLock,",
                "loop-one-by-one | async with account_lock: | holding(accountLock,",
                "blocked-loop | async def task1(): | new ReentrantLock(true)",
                "loop-waits-for-itself | async with account_lock: | new ReentrantLock(true)",
                "loop-offload | account_lock = Lock() | new ReentrantLock(true)"
            })
    void locksAreThoseOfTheModel(String model, String python, String java) {
        Plan plan = plan(model, "lock:account { sleep:5ms }");

        assertThat(program(plan, Language.PYTHON).text()).contains(python);
        assertThat(program(plan, Language.JAVA).text()).contains(java);
    }

    @Test
    void everyModelIsHeldToItsLocks() throws NoSuchMethodException {
        Method test =
                StepProgramTest.class.getDeclaredMethod(
                        "locksAreThoseOfTheModel", String.class, String.class, String.class);
        assertThat(test.getAnnotation(CsvSource.class).value())
                .extracting(row -> row.substring(0, row.indexOf(' ')))
                .containsExactlyInAnyOrderElementsOf(ProgramRun.models());
    }

    @Test
    void blockedLoopSleepsInACoroutine() {
        Plan plan = plan("blocked-loop", "sleep:200ms");

        assertThat(program(plan, Language.PYTHON).text())
                .contains("async def task1():\n    time.sleep(0.2)\n");
    }

    @Test
    void computationInPiecesGivesWayOnALoop() {
        Plan plan = plan("event-loop", "cpu:120ms/7");

        assertThat(program(plan, Language.PYTHON).text())
                .contains(
                        """
                            for _ in range(7):
                                await compute(120 / 7)
                                await asyncio.sleep(0)  # lets other tasks run
                        """);
        assertThat(program(plan, Language.JAVA).text())
                .contains("repeat(7, () -> compute(120.0 / 7))");
    }

    @Test
    void queuesHaveTheirSizes() {
        Plan plan = plan("threads", "queue orders 30", "put:orders", "take:other");

        assertThat(program(plan, Language.PYTHON).text())
                .contains("orders_queue = Queue(30)", "other_queue = Queue(1)");
        assertThat(program(plan, Language.JAVA).text())
                .contains("ordersQueue = new ArrayBlockingQueue<>(30)");
    }

    /** Names that are keywords, that differ in case or dashes only, or that programs use. */
    @ParameterizedTest
    @EnumSource
    void everyNameIsAVariableOfItsOwn(Language language) {
        Plan plan =
                plan(
                        "threads",
                        "lock:class { lock:a-b { lock:a_b { lock:aB { add:class-x } } } }",
                        "permit:Reentrant/2 { put:run -> take:Run }");
        String text = program(plan, language).text();

        assertThat(text)
                .contains(
                        language == Language.PYTHON
                                ? List.of(
                                        "with class_lock:",
                                        "with a_b_lock:",
                                        "with a_b2_lock:",
                                        "with aB_lock:",
                                        "class_x_count = class_x_count + 1",
                                        "with Reentrant_permits:",
                                        "run_queue.put(",
                                        "Run_queue.get(")
                                : List.of(
                                        "classLock.lock();",
                                        "aBLock.lock();",
                                        "aB2Lock.lock();",
                                        "aB3Lock.lock();",
                                        "classXCount = classXCount + 1;",
                                        "reentrantPermits.acquire();",
                                        "runQueue.put(",
                                        "run2Queue.take("));
    }

    @ParameterizedTest
    @EnumSource
    void tasksAreListedInTheirOrder(Language language) {
        Plan few = plan("threads", "sleep:1ms x2", "sleep:2ms", "sleep:1ms");
        Plan many = plan("threads", "sleep:1ms x1000", "sleep:2ms", "sleep:1ms x20");

        assertThat(program(few, language).text())
                .contains(
                        language == Language.PYTHON
                                ? "TASKS = [task1, task1, task2, task1]"
                                : "TASKS = List.of(1, 1, 2, 1);");
        assertThat(program(many, language).lines().stream().map(it -> it.text().strip()))
                .containsSequence(
                        language == Language.PYTHON
                                ? List.of("*[task1] * 1000,", "task2,", "*[task1] * 20")
                                : List.of(
                                        "Collections.nCopies(1000, 1),",
                                        "List.of(2),",
                                        "Collections.nCopies(20, 1)"));
    }

    /** However long a list is, the part that is shown is not. */
    @Test
    void longListIsShownInPart() {
        Plan plan =
                new Plan(
                        SiteList.parse("sleep:1ms\nsleep:2ms\nsleep:3ms"),
                        "threads",
                        Settings.DEFAULT.withRepeat(500));
        Program program = program(plan, Language.PYTHON);

        assertThat(program.text()).contains("# and 1494 more of this list");
        assertThat(program.lines()).hasSizeLessThan(50);
    }

    @ParameterizedTest
    @EnumSource
    void countersTellWhatTheyShouldBe(Language language) {
        Plan plan = plan("threads", "add:hits/3 -> add:hits x2", "add:hits gap 5ms");

        assertThat(program(plan, language).text())
                .contains(language == Language.PYTHON ? "} of 9\")" : " + \" of 9\");");
    }

    @ParameterizedTest
    @EnumSource
    void userNamesAreRemovedFromEveryStep(Language language) {
        Plan plan =
                plan(
                        "threads",
                        "sleep:1ms -> lock:a { http://me:secret@127.0.0.1/x -> sleep:1ms }");

        assertThat(program(plan, language).text())
                .contains("\"http://127.0.0.1/x\"", "User names and passwords are left out")
                .doesNotContain("secret", "me:");
    }

    @ParameterizedTest
    @MethodSource("models")
    void programsOfTheSamplesFitAPane(String model) {
        List<SiteList> samples =
                SampleLists.all().stream()
                        .map(SampleLists.SampleList::sites)
                        .filter(StepProgramTest::hasSteps)
                        .toList();
        assertThat(samples).isNotEmpty();
        for (SiteList sample : samples) {
            for (Language language : Language.values()) {
                Program program = program(new Plan(sample, model, Settings.DEFAULT), language);
                assertThat(program.text().lines()).allMatch(line -> line.length() <= 78);
            }
        }
    }

    private static boolean hasSteps(SiteList list) {
        return new Plan(list, "threads", Settings.DEFAULT)
                .tasks().stream().anyMatch(task -> TaskKind.of(task.steps()) == TaskKind.STEPS);
    }

    @ParameterizedTest
    @EnumSource
    void withoutStepsInTheListTheSampleOfARaceIsShown(Language language) {
        assertThat(program(plan("threads", "lab:/delay/1"), language).text())
                .containsIgnoringCase("lock")
                .contains("task1");
    }

    private static Plan plan(String model, String... lines) {
        return new Plan(SiteList.parse(String.join("\n", lines)), model, Settings.DEFAULT);
    }

    private static Program program(Plan plan, Language language) {
        return Program.of(plan.model(), TaskKind.STEPS, language).with(plan, LAB);
    }

    private static String line(Program program, Phase phase, StepSequence steps, int step) {
        int line = program.lineOf(phase, false, steps, step);
        assertThat(line).isNotNegative();
        return program.lines().get(line).text();
    }
}
