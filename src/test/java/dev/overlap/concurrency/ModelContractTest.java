package dev.overlap.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.plan.Plan;
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

/** What every model keeps to, whichever the loader finds. */
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
    void itCarriesEachTaskExactlyOnce(ConcurrencyModel model) throws InterruptedException {
        try (FakeWorkerFactory crew = new FakeWorkerFactory(3)) {
            model.run(tasks(200), crew);
            assertThat(crew.carried()).containsExactlyInAnyOrderElementsOf(tasks(200));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void itReturnsOnlyWhenEveryTaskHasEnded(ConcurrencyModel model) throws InterruptedException {
        try (FakeWorkerFactory crew = new FakeWorkerFactory(3)) {
            model.run(tasks(50), crew);
            assertThat(crew.ended()).isEqualTo(50);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void itNeverGivesAThreadTwoTasksAtOnce(ConcurrencyModel model) throws InterruptedException {
        try (FakeWorkerFactory crew = new FakeWorkerFactory(4)) {
            model.run(tasks(100), crew);
            assertThat(crew.mostOnOneThread()).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void itHiresNoMoreWorkersThanThereAreTasks(ConcurrencyModel model) throws InterruptedException {
        for (int workers : new int[] {1, 2, 7}) {
            try (FakeWorkerFactory crew = new FakeWorkerFactory(workers)) {
                model.run(tasks(5), crew);
                assertThat(crew.hired()).isBetween(1, 5);
            }
        }
    }

    /** Of the calls that a loop hands on, it is the run that makes only so many at once. */
    static List<ConcurrencyModel> modelsThatKeepCount() {
        return models().stream().filter(model -> !(model instanceof LoopOffload)).toList();
    }

    @ParameterizedTest
    @MethodSource("modelsThatKeepCount")
    void whereWorkersAreAChoiceNoMoreTasksGoOnAtOnceThanTheyAllow(ConcurrencyModel model)
            throws InterruptedException {
        for (int workers : new int[] {1, 2, 7}) {
            try (FakeWorkerFactory crew = new FakeWorkerFactory(workers)) {
                model.run(tasks(30), crew);
                assertThat(crew.maxConcurrentTasks())
                        .isBetween(1, model.hasWorkers() ? workers : 30);
            }
        }
    }

    /** A loop takes all steps that block at once, and runs them one by one. */
    static List<ConcurrencyModel> modelsThatHandOverWhatCanBegin() {
        return modelsThatKeepCount().stream()
                .filter(model -> !(model instanceof BlockedLoop))
                .filter(model -> !model.hangs())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("modelsThatHandOverWhatCanBegin")
    void itHasAsManyTasksUnderWayAsItSaysItCan(ConcurrencyModel model) throws InterruptedException {
        for (int workers : new int[] {1, 2, 7}) {
            int most = Math.min(10, model.atOnce(OptionalInt.of(workers)));
            try (FakeWorkerFactory crew = FakeWorkerFactory.thatNeverEnds(workers)) {
                AtomicBoolean interrupted = new AtomicBoolean();
                Thread driver = Thread.ofPlatform().start(() -> run(model, crew, interrupted));
                crew.awaitTasks(most);
                driver.interrupt();
                driver.join();
                assertThat(crew.carried()).hasSize(most);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void anEmptyPlanIsOverAtOnce(ConcurrencyModel model) throws InterruptedException {
        try (FakeWorkerFactory crew = new FakeWorkerFactory(3)) {
            model.run(List.of(), crew);
            assertThat(crew.carried()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void anInterruptEndsItThoughTasksGoOn(ConcurrencyModel model) throws InterruptedException {
        try (FakeWorkerFactory crew = FakeWorkerFactory.thatNeverEnds(3)) {
            AtomicBoolean interrupted = new AtomicBoolean();
            Thread driver = Thread.ofPlatform().start(() -> run(model, crew, interrupted));
            crew.awaitFirstTask();
            driver.interrupt();
            assertThat(driver.join(Duration.ofSeconds(20))).isTrue();
            assertThat(interrupted).isTrue();
        }
    }

    @Test
    void aPoolCarriesAsManyTasksAtOnceAsItHasWorkers() throws InterruptedException {
        try (FakeWorkerFactory crew = FakeWorkerFactory.thatNeverEnds(3)) {
            Thread driver =
                    Thread.ofPlatform()
                            .start(() -> run(new ThreadPool(), crew, new AtomicBoolean()));
            crew.awaitTasks(3);
            driver.interrupt();
            driver.join();
            assertThat(crew.carried()).hasSize(3);
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
