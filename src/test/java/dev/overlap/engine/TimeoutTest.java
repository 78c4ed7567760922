package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.ProcessPool;
import dev.overlap.concurrency.ResultCollector;
import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Task;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.RepeatedTries;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Under each model the timeout occurs at its setting: never before it, and not long after it. */
class TimeoutTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    static List<String> models() {
        return ConcurrencyModel.all().stream().map(ConcurrencyModel::id).toList();
    }

    static List<ConcurrencyModel> modelsThatAnswerInThisProcess() {
        return ConcurrencyModel.all().stream()
                .filter(model -> !model.hangs() && !(model instanceof ProcessPool))
                .toList();
    }

    /** A timer that records the scheduled delays. */
    private static final class RecordingTimer extends ScheduledThreadPoolExecutor {

        final List<Duration> delays = new CopyOnWriteArrayList<>();

        RecordingTimer() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            delays.add(Duration.of(delay, unit.toChronoUnit()));
            return super.schedule(command, delay, unit);
        }
    }

    /** The timeout is scheduled once per task, however many exchanges it makes, and exactly. */
    @ParameterizedTest
    @MethodSource("modelsThatAnswerInThisProcess")
    void theTimerIsSetToWhatThePlanSays(ConcurrencyModel model) throws InterruptedException {
        Duration timeout = Duration.ofNanos(7_654_321_987L);
        Settings settings = Settings.DEFAULT.withTimeout(timeout);
        Plan plan =
                EngineExtension.plan(
                        model.id(), settings, "lab:/delay/1 x3", "lab:/redirect/2", "cpu:1ms");
        List<Task> tasks = plan.tasks();
        TraceRecorder recorder =
                new TraceRecorder(new Trace(tasks.stream().map(Task::label).toList()));
        recorder.begin();
        try (RecordingTimer timer = new RecordingTimer();
                HttpClients clients =
                        new HttpClients(
                                NetworkAccess.system(),
                                settings.connections(),
                                RIG.lab().uri(),
                                timer)) {
            RunWorkers workers =
                    new RunWorkers(
                            clients,
                            recorder,
                            settings,
                            RunBinding.of(_ -> {}, null, SharedResources.none(recorder), recorder)
                                    .withResults(
                                            new ResultCollector(CollectMode.ALL, tasks, recorder)));
            model.run(tasks, workers);
            workers.close();

            assertThat(timer.delays).hasSize(5).containsOnly(timeout);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void noTaskIsEndedBeforeItsTimeIsUp(String model) {
        Duration timeout = Duration.ofMillis(700);
        Settings settings = Settings.DEFAULT.withTimeout(timeout).withWorkers(2);
        Trace trace = RIG.run(EngineExtension.plan(model, settings, "lab:/hang x2"));

        for (TaskTrack task : trace.tasks()) {
            assertThat(failed(trace, task.index()).kind()).isEqualTo(FailureKind.TIMED_OUT);
            assertThat(Duration.ofNanos(task.endNanos() - firstStep(trace, task)))
                    .as("from the first step of its worker on")
                    .isGreaterThanOrEqualTo(timeout);
        }
    }

    private static long firstStep(Trace trace, TaskTrack task) {
        WorkerTrack worker = trace.worker(task.worker());
        return IntStream.range(0, worker.slices())
                .filter(slice -> worker.task(slice) == task.index())
                .mapToLong(worker::begin)
                .findFirst()
                .orElseThrow();
    }

    /** The timeout occurs before the reply, which comes at seven fifths of it. */
    @ParameterizedTest
    @MethodSource("models")
    void aReplyThatComesWellAfterTheTimeIsTooLate(String model) {
        Settings settings = Settings.DEFAULT.withTimeout(Duration.ofSeconds(1)).withWorkers(1);
        RepeatedTries.holdsOnce(
                () -> {
                    Trace trace = RIG.run(EngineExtension.plan(model, settings, "lab:/delay/1400"));
                    assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
                });
    }

    @ParameterizedTest
    @MethodSource("modelsThatAnswerInThisProcess")
    void aReplyThatComesWellBeforeItIsTaken(ConcurrencyModel model) {
        Settings settings = Settings.DEFAULT.withTimeout(Duration.ofSeconds(1)).withWorkers(1);
        RepeatedTries.holdsOnce(
                () ->
                        assertAllAnswered(
                                RIG.run(
                                        EngineExtension.plan(
                                                model.id(), settings, "lab:/delay/600"))));
    }
}
