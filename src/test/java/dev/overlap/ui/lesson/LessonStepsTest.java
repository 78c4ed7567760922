package dev.overlap.ui.lesson;

import static dev.overlap.ui.lesson.LessonStep.GUESS;
import static dev.overlap.ui.lesson.LessonStep.LOOK;
import static dev.overlap.ui.lesson.LessonStep.WATCH;
import static dev.overlap.ui.lesson.LessonStep.WHY;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.ui.lesson.LessonSteps.Fact;
import dev.overlap.ui.lesson.LessonSteps.StepState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class LessonStepsTest {

    private final LessonSteps asking = LessonSteps.opened(List.of(GUESS, WATCH, LOOK, WHY));
    private final LessonSteps measured = asking.guessed(true).runStarted().runEnded(true);

    @Test
    void beginWithTheGuessAndLetNothingRunBeforeIt() {
        assertThat(asking.steps()).containsExactly(GUESS, WATCH, LOOK, WHY);
        assertThat(asking.current()).isEqualTo(GUESS);
        assertThat(asking.mayRun()).isFalse();
        assertThat(states(asking))
                .containsExactly(
                        StepState.CURRENT, StepState.CLOSED, StepState.CLOSED, StepState.CLOSED);
    }

    @Test
    void withoutAGuessBeginWithTheRun() {
        LessonSteps opened = LessonSteps.opened(List.of(WATCH, LOOK, WHY));

        assertThat(opened.steps()).containsExactly(WATCH, LOOK, WHY);
        assertThat(opened.current()).isEqualTo(WATCH);
        assertThat(opened.mayRun()).isTrue();
        assertThat(opened.isOpen(GUESS)).isFalse();
    }

    @Test
    void aGuessLetsTheListRunAndStaysUntilItDoes() {
        LessonSteps guessed = asking.guessed(true);

        assertThat(guessed.mayRun()).isTrue();
        assertThat(guessed.current()).isEqualTo(GUESS);
        assertThat(guessed.guessed(false).mayRun()).as("taken back").isFalse();
    }

    @Test
    void aSkippedGuessLeadsToTheRun() {
        LessonSteps skipped = asking.skipGuess();

        assertThat(skipped.current()).isEqualTo(WATCH);
        assertThat(skipped.mayRun()).isTrue();
        assertThat(skipped.state(GUESS)).isEqualTo(StepState.DONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOOK", "WHY"})
    void theAnswerIsClosedUntilARunOfTheLessonHasEnded(LessonStep answer) {
        LessonSteps guessed = asking.guessed(true);

        assertThat(guessed.go(answer).current()).isEqualTo(GUESS);
        assertThat(guessed.runStarted().go(answer).current()).isEqualTo(WATCH);
        assertThat(guessed.runStarted().runEnded(false).go(answer).current())
                .as("stopped, or of another list")
                .isEqualTo(WATCH);
        assertThat(measured.current()).as("the class watches on").isEqualTo(WATCH);
        assertThat(measured.go(answer).current()).isEqualTo(answer);
    }

    @Test
    void anotherRunClosesTheAnswerUntilItEndsHoweverItEnds() {
        LessonSteps again = measured.go(WHY).runStarted();

        assertThat(again.current()).isEqualTo(WATCH);
        assertThat(again.isOpen(LOOK)).isFalse();
        assertThat(again.runEnded(false).isOpen(LOOK)).as("the earlier run is known").isTrue();
    }

    @Test
    void aStepIsDoneOnceAndCanBeOpenedAgain() {
        assertThat(states(measured))
                .containsExactly(StepState.DONE, StepState.CURRENT, StepState.OPEN, StepState.OPEN);
        assertThat(states(measured.go(LOOK).go(WHY).go(GUESS)))
                .containsExactly(StepState.CURRENT, StepState.DONE, StepState.DONE, StepState.DONE);
    }

    @Test
    void surviveARestartWithWhatWasMeasuredAndSkipped() {
        LessonSteps before = asking.skipGuess().runStarted().runEnded(true).go(WHY).go(LOOK);

        assertThat(LessonSteps.opened(List.of(GUESS, WATCH, LOOK, WHY)).restored(before.words()))
                .isEqualTo(before);
    }

    @Test
    void aRestartDuringARunForgetsTheRun() {
        LessonSteps running = asking.guessed(true).runStarted();
        LessonSteps restored = asking.guessed(true).restored(running.words());

        assertThat(restored.is(Fact.RUNNING)).isFalse();
        assertThat(restored.current()).isEqualTo(WATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "why why", "look look nonsense", "  ", "WHY"})
    void savedWordsThatWouldGiveTheAnswerAwayOrMeanNothingOpenNothing(String words) {
        assertThat(asking.restored(words)).isEqualTo(asking);
    }

    private static List<StepState> states(LessonSteps steps) {
        return steps.steps().stream().map(steps::state).toList();
    }
}
