package dev.overlap.engine;

import static dev.overlap.testkit.Traces.assertAllAnswered;
import static dev.overlap.testkit.Traces.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.model.Model;
import dev.overlap.model.ProcessPool;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Task;
import dev.overlap.testkit.Rig;
import dev.overlap.testkit.Tries;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
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

/** The timeout strikes at its setting, under each model: never before it, and not far after it. */
class TimeoutTest {

    @RegisterExtension static final Rig RIG = new Rig();

    static List<String> models() {
        return Model.all().stream().map(Model::id).toList();
    }

    static List<Model> modelsThatAnswerInThisProcess() {
        return Model.all().stream()
                .filter(model -> !model.hangs() && !(model instanceof ProcessPool))
                .toList();
    }

    /** The timer of an engine, which notes how it is set. */
    private static final class NotingTimer extends ScheduledThreadPoolExecutor {

        final List<Duration> delays = new CopyOnWriteArrayList<>();

        NotingTimer() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            delays.add(Duration.of(delay, unit.toChronoUnit()));
            return super.schedule(command, delay, unit);
        }
    }

    /** Once a task, whatever number of exchanges it makes, and to the nanosecond. */
    @ParameterizedTest
    @MethodSource("modelsThatAnswerInThisProcess")
    void theTimerIsSetToWhatThePlanSays(Model model) throws InterruptedException {
        Duration timeout = Duration.ofNanos(7_654_321_987L);
        Settings settings = Settings.DEFAULT.withTimeout(timeout);
        Plan plan = Rig.plan(model.id(), settings, "lab:/delay/1 x3", "lab:/redirect/2", "cpu:1ms");
        List<Task> tasks = plan.tasks();
        Recorder recorder = new Recorder(new Trace(tasks.stream().map(Task::label).toList()));
        recorder.begin();
        try (NotingTimer timer = new NotingTimer();
                Tools tools =
                        new Tools(
                                Network.system(), settings.connections(), RIG.lab().uri(), timer)) {
            RunCrew crew = new RunCrew(tools, recorder, settings, RunCrew.Ties.NONE);
            model.drive(tasks, crew);
            crew.close();

            assertThat(timer.delays).hasSize(5).containsOnly(timeout);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void noTaskIsEndedBeforeItsTimeIsUp(String model) {
        Duration timeout = Duration.ofMillis(700);
        Settings settings = Settings.DEFAULT.withTimeout(timeout).withWorkers(2);
        Trace trace = RIG.run(Rig.plan(model, settings, "lab:/hang x2"));

        for (TaskTrack task : trace.tasks()) {
            assertThat(failed(trace, task.index()).kind()).isEqualTo(Failure.TIMED_OUT);
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

    /** Within two fifths of it, or the reply would come first. */
    @ParameterizedTest
    @MethodSource("models")
    void aReplyThatComesWellAfterTheTimeIsTooLate(String model) {
        Settings settings = Settings.DEFAULT.withTimeout(Duration.ofSeconds(1)).withWorkers(1);
        Tries.holdsOnce(
                () -> {
                    Trace trace = RIG.run(Rig.plan(model, settings, "lab:/delay/1400"));
                    assertThat(failed(trace, 0).kind()).isEqualTo(Failure.TIMED_OUT);
                });
    }

    @ParameterizedTest
    @MethodSource("modelsThatAnswerInThisProcess")
    void aReplyThatComesWellBeforeItIsTaken(Model model) {
        Settings settings = Settings.DEFAULT.withTimeout(Duration.ofSeconds(1)).withWorkers(1);
        Tries.holdsOnce(
                () -> assertAllAnswered(RIG.run(Rig.plan(model.id(), settings, "lab:/delay/600"))));
    }
}
