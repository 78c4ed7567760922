package dev.overlap.snippet;

import static dev.overlap.testkit.EngineExtension.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Task;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;

/** Checks that the program of a model has a line for every phase of its runs. */
class HighlightedLinesTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    private static final String[] SITES = {
        "lab:/bytes/2000?ms=20",
        "lab:/delay/30",
        "poll:lab:/jobs?takes=50",
        "cpu:20ms x2",
        "lab:/delay/5 -> cpu:4ms/2 -> lock:account { add:hits gap 5ms -> sleep:5ms } -> put:orders",
        "permit:db/1 { lock:account { sleep:5ms -> add:hits } } -> take:orders",
        "add:hits/1000",
        "cpu:4ms/2"
    };

    static List<String> models() {
        return ConcurrencyModel.all().stream().map(ConcurrencyModel::id).toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyPhaseOfARunHasALine(String model) {
        assertLines(plan(model, settings(model).withWorkers(2), SITES));
    }

    /** Where each task waits for its timeout in turn, a short one shows the same phases. */
    private static Settings settings(String model) {
        return model.equals(ProgramRun.WAITS_FOR_ITSELF)
                ? Settings.DEFAULT.withTimeout(Duration.ofMillis(200))
                : Settings.DEFAULT;
    }

    @Test
    void waitForTheGilHasALine() {
        RunRules withGil = RunRules.DEFAULT.withInterpreterLock(true);
        assertLines(plan("threads", Settings.DEFAULT.withRules(withGil), SITES));
    }

    private static void assertLines(Plan plan) {
        Trace trace = RIG.run(plan);
        for (Task task : plan.tasks()) {
            for (Language language : Language.values()) {
                TaskKind kind = TaskKind.of(task.steps());
                Program program =
                        Program.of(plan.model(), kind, language).with(plan, RIG.lab().uri());
                assertLines(program, task, trace.task(task.index()));
            }
        }
    }

    private static void assertLines(Program program, Task task, TaskTrack track) {
        for (int segment = 0; segment < track.segments(); segment++) {
            Phase phase = track.phase(segment);
            boolean again = track.nanosIn(Phase.PAUSE, track.begin(segment)) > 0;
            int step = track.stepAt(track.begin(segment));
            assertThat(program.lineOf(phase, again, task.steps(), step))
                    .as("%s of step %d of %s", phase, step, program.fileName())
                    .isNotNegative();
        }
    }
}
