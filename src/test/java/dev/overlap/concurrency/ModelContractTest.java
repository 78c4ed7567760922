package dev.overlap.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/** The contract of every model that the service loader finds. */
@Timeout(30)
class ModelContractTest {

    static List<ConcurrencyModel> models() {
        return ConcurrencyModel.all();
    }

    @Test
    void theyAreListedFromOneThreadToTheLoopThatIsCured() {
        assertThat(ConcurrencyModel.all())
                .extracting(ConcurrencyModel::id)
                .containsSubsequence(
                        "sequential",
                        "threads",
                        "thread-pool",
                        "virtual-threads",
                        "event-loop",
                        "loop-one-by-one",
                        "blocked-loop",
                        "loop-waits-for-itself",
                        "loop-offload");
        assertThat(ConcurrencyModel.all()).extracting(ConcurrencyModel::id).doesNotHaveDuplicates();
        assertThat(ConcurrencyModel.all())
                .extracting(ConcurrencyModel::name)
                .doesNotHaveDuplicates();
        List<Integer> orders =
                ConcurrencyModel.all().stream().map(ConcurrencyModel::order).toList();
        assertThat(orders).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anUnknownIdIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> ConcurrencyModel.of("treads"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "There is no model \"treads\". The models are: sequential, ");
    }

    @Test
    void anIdThatWouldFillTheTerminalIsQuotedInShort() {
        assertThatThrownBy(() -> ConcurrencyModel.of("\u001b[2J" + "x".repeat(1_000)))
                .hasMessageStartingWith(
                        "There is no model \"\ufffd[2J" + "x".repeat(36) + "...\".");
    }

    @ParameterizedTest
    @MethodSource("models")
    void itIsFoundByItsIdAndExplainsItselfInALine(ConcurrencyModel model) {
        assertThat(ConcurrencyModel.of(model.id())).hasSameClassAs(model);
        assertThat(model.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(model.name()).isNotBlank().hasSizeLessThanOrEqualTo(40);
        assertThat(model.explanation())
                .hasSizeBetween(20, 90)
                .endsWith(".")
                .doesNotContain("\n", "!");
    }

    @ParameterizedTest
    @MethodSource("models")
    void whereTheWayOfCollectingIsFixedASentenceSaysWhy(ConcurrencyModel model) {
        List<String> fixed = List.of("sequential", "loop-one-by-one", "loop-waits-for-itself");
        assertThat(model.fixedCollect().isPresent()).isEqualTo(fixed.contains(model.id()));
        for (CollectMode asked : CollectMode.values()) {
            assertThat(model.collects(asked))
                    .isEqualTo(model.fixedCollect().map(FixedCollect::mode).orElse(asked));
        }
        model.fixedCollect()
                .ifPresent(it -> assertThat(it.reason()).matches("[A-Z][^!]{20,120}[.]"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void itCarriesEachTaskExactlyOnce(ConcurrencyModel model) throws InterruptedException {
        try (FakeWorkerFactory factory = new FakeWorkerFactory(3, tasks(200))) {
            model.run(tasks(200), factory);
            assertThat(factory.executed()).containsExactlyInAnyOrderElementsOf(tasks(200));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void itReturnsOnlyWhenEveryTaskHasEnded(ConcurrencyModel model) throws InterruptedException {
        try (FakeWorkerFactory factory = new FakeWorkerFactory(3, tasks(50))) {
            model.run(tasks(50), factory);
            assertThat(factory.ended()).isEqualTo(50);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void itNeverGivesAThreadTwoTasksAtOnce(ConcurrencyModel model) throws InterruptedException {
        try (FakeWorkerFactory factory = new FakeWorkerFactory(4, tasks(100))) {
            model.run(tasks(100), factory);
            assertThat(factory.maxOnOneThread()).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void itCreatesNoMoreWorkersThanThereAreTasks(ConcurrencyModel model)
            throws InterruptedException {
        for (int workers : new int[] {1, 2, 7}) {
            try (FakeWorkerFactory factory = new FakeWorkerFactory(workers, tasks(5))) {
                model.run(tasks(5), factory);
                assertThat(factory.created()).isBetween(1, 5);
            }
        }
    }

    /** Excludes off-loading, whose limit is enforced by the run. */
    static List<ConcurrencyModel> modelsThatLimitTasks() {
        return models().stream().filter(model -> !(model instanceof LoopOffload)).toList();
    }

    @ParameterizedTest
    @MethodSource("modelsThatLimitTasks")
    void whereWorkersAreAChoiceNoMoreTasksGoOnAtOnceThanTheyAllow(ConcurrencyModel model)
            throws InterruptedException {
        for (int workers : new int[] {1, 2, 7}) {
            try (FakeWorkerFactory factory = new FakeWorkerFactory(workers, tasks(30))) {
                model.run(tasks(30), factory);
                assertThat(factory.maxConcurrentTasks())
                        .isBetween(1, model.hasWorkers() ? workers : 30);
            }
        }
    }

    /** Excludes the blocked loops, which accept all steps at once and run them one by one. */
    static List<ConcurrencyModel> modelsThatSubmitOnlyRunnableTasks() {
        return modelsThatLimitTasks().stream()
                .filter(model -> !(model instanceof BlockedLoop))
                .filter(model -> !model.hangs())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("modelsThatSubmitOnlyRunnableTasks")
    void itHasAsManyTasksUnderWayAsItSaysItCan(ConcurrencyModel model) throws InterruptedException {
        for (int workers : new int[] {1, 2, 7}) {
            int most = Math.min(10, model.atOnce(OptionalInt.of(workers)));
            try (FakeWorkerFactory factory = FakeWorkerFactory.thatNeverEnds(workers, tasks(10))) {
                AtomicBoolean interrupted = new AtomicBoolean();
                Thread driver = Thread.ofPlatform().start(() -> run(model, factory, interrupted));
                factory.awaitTasks(most);
                driver.interrupt();
                driver.join();
                assertThat(factory.executed()).hasSize(most);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void anEmptyPlanIsOverAtOnce(ConcurrencyModel model) throws InterruptedException {
        try (FakeWorkerFactory factory = new FakeWorkerFactory(3, List.of())) {
            model.run(List.of(), factory);
            assertThat(factory.executed()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void anInterruptEndsItThoughTasksGoOn(ConcurrencyModel model) throws InterruptedException {
        try (FakeWorkerFactory factory = FakeWorkerFactory.thatNeverEnds(3, tasks(10))) {
            AtomicBoolean interrupted = new AtomicBoolean();
            Thread driver = Thread.ofPlatform().start(() -> run(model, factory, interrupted));
            factory.awaitFirstTask();
            driver.interrupt();
            assertThat(driver.join(Duration.ofSeconds(20))).isTrue();
            assertThat(interrupted).isTrue();
        }
    }

    @Test
    void aPoolCarriesAsManyTasksAtOnceAsItHasWorkers() throws InterruptedException {
        try (FakeWorkerFactory factory = FakeWorkerFactory.thatNeverEnds(3, tasks(10))) {
            Thread driver =
                    Thread.ofPlatform()
                            .start(() -> run(new ThreadPool(), factory, new AtomicBoolean()));
            factory.awaitTasks(3);
            driver.interrupt();
            driver.join();
            assertThat(factory.executed()).hasSize(3);
        }
    }

    private static void run(
            ConcurrencyModel model, WorkerFactory factory, AtomicBoolean interrupted) {
        try {
            model.run(tasks(10), factory);
        } catch (InterruptedException e) {
            interrupted.set(true);
        }
    }

    private static List<Task> tasks(int count) {
        SiteList list = SiteList.parse("lab:/delay/1 x" + count);
        return new Plan(list, "any", Settings.DEFAULT).tasks();
    }
}
