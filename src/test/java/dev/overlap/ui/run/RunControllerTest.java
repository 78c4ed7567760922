package dev.overlap.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Guesses;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Outcome;
import dev.overlap.ui.FakeRunner;
import dev.overlap.ui.run.RunController.State;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

class RunControllerTest {

    private static final Plan PLAN =
            new Plan(SiteList.parse("lab:/delay/300 x2"), "event-loop", Settings.DEFAULT);

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<String> errors = new ArrayList<>();
    private final FakeRunner runner = new FakeRunner();
    private final RunController controller =
            new RunController(runner, background::add, Runnable::run, errors::add);

    @Test
    void secondStartWhileTheFirstIsStillStartingDoesNothing() {
        controller.start(PLAN, Guesses.NONE);
        controller.start(PLAN, Guesses.NONE);
        runBackgroundTasks();

        assertThat(runner.runs()).hasSize(1);
    }

    @Test
    void runPassesThroughItsStatesAndCanBeStartedAgain() {
        List<State> states = new ArrayList<>();
        controller.stateProperty().subscribe(state -> states.add(state));

        controller.start(PLAN, Guesses.NONE);
        runBackgroundTasks();
        runner.runs().getFirst().allAnswered();
        controller.start(PLAN, Guesses.NONE);

        assertThat(states)
                .containsExactly(
                        State.IDLE, State.STARTING, State.RUNNING, State.IDLE, State.STARTING);
    }

    @Test
    void stopWhileStartingCancelsTheRunAsSoonAsItHasStarted() {
        controller.start(PLAN, Guesses.NONE);
        controller.stop();
        runBackgroundTasks();

        assertThat(controller.state()).isEqualTo(State.IDLE);
        assertThat(runner.runs().getFirst().trace().task(1).outcome())
                .isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void stopCancelsInTheBackground() {
        controller.start(PLAN, Guesses.NONE);
        runBackgroundTasks();
        controller.stop();

        assertThat(controller.state()).isEqualTo(State.STOPPING);
        assertThat(runner.runs().getFirst().trace().ended()).isZero();
        runBackgroundTasks();
        assertThat(controller.state()).isEqualTo(State.IDLE);
    }

    @Test
    void planThatCannotBeRunIsReportedByItsMessage() {
        RunController refusing =
                new RunController(
                        _ -> {
                            throw new IllegalArgumentException("There is no such model.");
                        },
                        Runnable::run,
                        Runnable::run,
                        errors::add);

        refusing.start(PLAN, Guesses.NONE);

        assertThat(errors).containsExactly("There is no such model.");
        assertThat(refusing.state()).isEqualTo(State.IDLE);
    }

    @Test
    void errorWhileStartingIsReportedAndNothingRuns() {
        RunController broken =
                new RunController(
                        _ -> {
                            throw new OutOfMemoryError("unable to create native thread");
                        },
                        Runnable::run,
                        Runnable::run,
                        errors::add);

        broken.start(PLAN, Guesses.NONE);

        assertThat(errors).containsExactly("unable to create native thread");
        assertThat(broken.state()).isEqualTo(State.IDLE);
    }

    @Test
    void withoutThreadsARunCannotStartButTheActiveOneIsStopped() {
        boolean[] exhausted = {false};
        Executor limited =
                task -> {
                    if (exhausted[0]) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    task.run();
                };
        RunController starved = new RunController(runner, limited, Runnable::run, errors::add);

        starved.start(PLAN, Guesses.NONE);
        exhausted[0] = true;
        starved.stop();
        assertThat(starved.state()).isEqualTo(State.IDLE);
        assertThat(runner.runs().getFirst().trace().task(1).outcome())
                .isEqualTo(new Outcome.Cancelled());

        starved.start(PLAN, Guesses.NONE);
        assertThat(errors).containsExactly("unable to create native thread");
        assertThat(starved.state()).isEqualTo(State.IDLE);
    }

    private void runBackgroundTasks() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
