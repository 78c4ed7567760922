package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lab.Lab;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.TraceAssertions;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/**
 * Two locks in two orders and in one, in many runs: a deadlock is found in each of the former, and
 * in none of the latter. Takes minutes, so it runs only with {@code mvn -Psoak verify}.
 */
@Tag("soak")
class DeadlockSoakTest {

    private static final int STAGGERED_RUNS = 200;
    private static final int ORDERED_RUNS = 2_000;
    private static final List<String> MODELS = List.of("threads", "event-loop", "virtual-threads");

    /** Each holds its lock before it asks for that of the other. */
    private static final String[] STAGGERED = {
        "lock:a { put:x -> take:y -> lock:b { sleep:1ms } }",
        "lock:b { put:y -> take:x -> lock:a { sleep:1ms } }"
    };

    private static final String[] ORDERED = {"lock:a { lock:b { sleep:1ms } } x2"};

    private static Plan plan(int run, String... lines) {
        Settings breaking = Settings.DEFAULT.withRules(RunRules.DEFAULT.withBreakDeadlocks(true));
        return EngineExtension.plan(MODELS.get(run % MODELS.size()), breaking, lines);
    }

    private static Trace run(Engine engine, Plan plan) {
        Trace trace = EngineExtension.finished(engine.start(plan));
        TraceAssertions.assertSound(trace);
        return trace;
    }

    @Test
    void aDeadlockIsFoundInEachRunThatHasOneAndInNoOther() throws Exception {
        try (Lab lab = Lab.start();
                Engine engine = new Engine(lab.uri())) {
            for (int run = 0; run < STAGGERED_RUNS; run++) {
                Trace trace = run(engine, plan(run, STAGGERED));
                assertThat(trace.deadlocks()).hasSize(1);
                assertThat(trace.tasks())
                        .filteredOn(
                                task ->
                                        task.outcome() instanceof Outcome.Failed failed
                                                && failed.kind() == FailureKind.DEADLOCK)
                        .hasSize(1);
            }
            for (int run = 0; run < ORDERED_RUNS; run++) {
                Trace trace = run(engine, plan(run, ORDERED));
                assertThat(trace.deadlocks()).isEmpty();
                assertThat(trace.tasks()).allMatch(task -> task.outcome().isSuccess());
            }
        }
    }
}
