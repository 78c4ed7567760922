package dev.overlap.engine;

import static dev.overlap.testkit.Traces.assertSound;
import static dev.overlap.testkit.Traces.atOnce;
import static dev.overlap.testkit.Traces.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lab.Lab;
import dev.overlap.model.Model;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.concurrent.TimeUnit;

class EngineTest {

    private static final String FOUR =
            "lab:/delay/300\nlab:/delay/200\nlab:/delay/400\nlab:/delay/250\n";

    private static Lab lab;
    private static Engine engine;

    @BeforeAll
    static void open() throws Exception {
        lab = Lab.start();
        engine = new Engine(lab.uri());
    }

    @AfterAll
    static void close() throws Exception {
        engine.close();
        lab.close();
    }

    static java.util.List<String> models() {
        return Model.all().stream().map(Model::id).toList();
    }

    private static Trace run(String sites, String model) throws Exception {
        Run run = engine.start(new Plan(SiteList.parse(sites), model, Settings.DEFAULT));
        run.done().toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertSound(run.trace());
        return run.trace();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTaskIsAnswered(String model) throws Exception {
        Trace trace = run(FOUR, model);
        assertThat(trace.tasks())
                .allSatisfy(
                        task -> {
                            assertThat(task.outcome()).isInstanceOf(Outcome.Answered.class);
                            System.out.println(
                                    model
                                            + " "
                                            + phases(trace, task.index())
                                            + " "
                                            + task.exchanges());
                        });
        System.out.println(
                model
                        + " wall "
                        + trace.wallNanos() / 1e6
                        + " waits at once "
                        + atOnce(trace, Phase.WAIT)
                        + " slices "
                        + trace.worker(0).slices()
                        + " busy "
                        + trace.worker(0).busyNanos(trace.wallNanos()) / 1e6);
    }
}
