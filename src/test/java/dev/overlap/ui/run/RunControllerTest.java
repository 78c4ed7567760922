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
    private final List<String> complaints = new ArrayList<>();
    private final FakeRunner runner = new FakeRunner();
    private final RunController control =
            new RunController(runner, background::add, Runnable::run, complaints::add);

    @Test
    void secondStartWhileTheFirstIsStillStartingDoesNothing() {
        control.start(PLAN, Guesses.NONE);
        control.start(PLAN, Guesses.NONE);
        backgroundWorks();

        assertThat(runner.runs()).hasSize(1);
    }

    @Test
    void runGoesThroughItsStatesAndCanBeStartedAgain() {
        List<State> states = new ArrayList<>();
        control.stateProperty().subscribe(state -> states.add(state));

        control.start(PLAN, Guesses.NONE);
        backgroundWorks();
        runner.runs().getFirst().allAnswered();
        control.start(PLAN, Guesses.NONE);

        assertThat(states)
                .containsExactly(
                        State.IDLE, State.STARTING, State.RUNNING, State.IDLE, State.STARTING);
    }

    @Test
    void stopBeforeTheRunIsThereCancelsItAsSoonAsItIs() {
        control.start(PLAN, Guesses.NONE);
        control.stop();
        backgroundWorks();

        assertThat(control.state()).isEqualTo(State.IDLE);
        assertThat(runner.runs().getFirst().trace().task(1).outcome())
                .isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void stopCancelsInTheBackground() {
        control.start(PLAN, Guesses.NONE);
        backgroundWorks();
        control.stop();

        assertThat(control.state()).isEqualTo(State.STOPPING);
        assertThat(runner.runs().getFirst().trace().ended()).isZero();
        backgroundWorks();
        assertThat(control.state()).isEqualTo(State.IDLE);
    }

    @Test
    void planThatCannotBeRunIsComplainedAboutInItsOwnSentence() {
        RunController refusing =
                new RunController(
                        _ -> {
                            throw new IllegalArgumentException("There is no such model.");
                        },
                        Runnable::run,
                        Runnable::run,
                        complaints::add);

        refusing.start(PLAN, Guesses.NONE);

        assertThat(complaints).containsExactly("There is no such model.");
        assertThat(refusing.state()).isEqualTo(State.IDLE);
    }

    @Test
    void anErrorAtTheStartIsToldAndNothingRuns() {
        RunController broken =
                new RunController(
                        _ -> {
                            throw new OutOfMemoryError("unable to create native thread");
                        },
                        Runnable::run,
                        Runnable::run,
                        complaints::add);

        broken.start(PLAN, Guesses.NONE);

        assertThat(complaints).containsExactly("unable to create native thread");
        assertThat(broken.state()).isEqualTo(State.IDLE);
    }

    @Test
    void whereNoThreadIsLeftARunIsToldNotToStartAndOneThatGoesOnIsStopped() {
        boolean[] tired = {false};
        Executor scarce =
                task -> {
                    if (tired[0]) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    task.run();
                };
        RunController poor = new RunController(runner, scarce, Runnable::run, complaints::add);

        poor.start(PLAN, Guesses.NONE);
        tired[0] = true;
        poor.stop();
        assertThat(poor.state()).isEqualTo(State.IDLE);
        assertThat(runner.runs().getFirst().trace().task(1).outcome())
                .isEqualTo(new Outcome.Cancelled());

        poor.start(PLAN, Guesses.NONE);
        assertThat(complaints).containsExactly("unable to create native thread");
        assertThat(poor.state()).isEqualTo(State.IDLE);
    }

    private void backgroundWorks() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
