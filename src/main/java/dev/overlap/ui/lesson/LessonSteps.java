package dev.overlap.ui.lesson;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps of an open lesson and how far they have been taken. Immutable: every event returns the
 * next state.
 *
 * <p>Nothing runs before there is a guess or it is skipped, and what to look at and why it is so
 * stay closed until a run of the lesson has ended, so that the answer is never given away.
 *
 * @param steps those of this lesson, in order
 * @param current the step that is shown
 * @param furthest the last step that was shown so far
 * @param facts what has happened
 */
record LessonSteps(
        List<LessonStep> steps, LessonStep current, LessonStep furthest, Set<Fact> facts) {

    /** What survives a restart. */
    private static final Set<Fact> KEPT = Set.of(Fact.SKIPPED, Fact.MEASURED, Fact.BROKEN);

    /** What has happened in a lesson. */
    enum Fact {
        /** There is a guess for every model. */
        GUESSED,
        /** The guess was skipped. */
        SKIPPED,
        /** A measurement is in progress. */
        RUNNING,
        /** A run of the lesson has ended. */
        MEASURED,
        /** The person has lost an update as the scheduler. */
        BROKEN
    }

    /** How a step stands to the others. */
    enum StepState {
        CURRENT,
        DONE,
        OPEN,
        CLOSED
    }

    LessonSteps {
        steps = List.copyOf(steps);
        facts = Set.copyOf(facts);
    }

    /**
     * Returns the state of a lesson that was just opened.
     *
     * @param steps those of the lesson, in order
     */
    static LessonSteps opened(List<LessonStep> steps) {
        return new LessonSteps(steps, steps.getFirst(), steps.getFirst(), Set.of());
    }

    /** Takes note of whether there is a guess for every model. */
    LessonSteps guessed(boolean complete) {
        return with(Fact.GUESSED, complete);
    }

    /** Goes on without a guess. */
    LessonSteps skipGuess() {
        return with(Fact.SKIPPED, true).to(LessonStep.WATCH);
    }

    /** Takes note that a measurement has begun, which is to be watched. */
    LessonSteps runStarted() {
        return with(Fact.RUNNING, true).to(LessonStep.WATCH);
    }

    /**
     * Takes note that no measurement is in progress any more.
     *
     * @param ofLesson whether it was the lesson's, and was not stopped
     */
    LessonSteps runEnded(boolean ofLesson) {
        LessonSteps ended = with(Fact.RUNNING, false);
        return ofLesson ? ended.with(Fact.MEASURED, true) : ended;
    }

    /** Takes note that the person has lost an update. */
    LessonSteps broken() {
        return with(Fact.BROKEN, true);
    }

    /** Shows a step, if it is open. */
    LessonSteps go(LessonStep step) {
        return isOpen(step) ? to(step) : this;
    }

    private LessonSteps to(LessonStep step) {
        LessonStep last = step.compareTo(furthest) > 0 ? step : furthest;
        return new LessonSteps(steps, step, last, facts);
    }

    private LessonSteps with(Fact fact, boolean holds) {
        Set<Fact> changed = EnumSet.noneOf(Fact.class);
        changed.addAll(facts);
        if (holds) {
            changed.add(fact);
        } else {
            changed.remove(fact);
        }
        return new LessonSteps(steps, current, furthest, changed);
    }

    boolean is(Fact fact) {
        return facts.contains(fact);
    }

    /** Whether a measurement may begin. */
    boolean mayRun() {
        return !steps.contains(LessonStep.GUESS) || is(Fact.GUESSED) || is(Fact.SKIPPED);
    }

    /** Whether a step can be shown. */
    boolean isOpen(LessonStep step) {
        return steps.contains(step)
                && switch (step) {
                    case GUESS -> true;
                    case WATCH -> mayRun() || is(Fact.RUNNING) || is(Fact.MEASURED);
                    case LOOK, WHY, BREAK -> is(Fact.MEASURED) && !is(Fact.RUNNING);
                };
    }

    /** How a step stands to the others. */
    StepState state(LessonStep step) {
        if (step == current) {
            return StepState.CURRENT;
        } else if (!isOpen(step)) {
            return StepState.CLOSED;
        }
        return isDone(step) ? StepState.DONE : StepState.OPEN;
    }

    private boolean isDone(LessonStep step) {
        return switch (step) {
            case GUESS -> mayRun();
            case WATCH -> is(Fact.MEASURED);
            case LOOK, WHY -> step.compareTo(furthest) <= 0;
            case BREAK -> is(Fact.BROKEN);
        };
    }

    /** Returns what survives a restart, as words; see {@link #restored}. */
    String words() {
        return current.word()
                + " "
                + furthest.word()
                + facts.stream()
                        .filter(KEPT::contains)
                        .map(fact -> " " + fact.name())
                        .sorted()
                        .collect(Collectors.joining());
    }

    /**
     * Returns these steps as far as saved words say, without the steps that would not be open; what
     * is not understood is ignored.
     */
    LessonSteps restored(String words) {
        List<String> saved = List.of(words.split(" ", -1));
        LessonSteps next = this;
        for (Fact fact : KEPT) {
            next = next.with(fact, saved.contains(fact.name()));
        }
        for (String word : saved.reversed()) { // the current one comes last
            next =
                    Arrays.stream(LessonStep.values())
                            .filter(step -> step.word().equals(word))
                            .findFirst()
                            .map(next::go)
                            .orElse(next);
        }
        return next;
    }
}
