package dev.overlap.engine.step;

import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;

import java.util.ArrayList;
import java.util.List;

/**
 * A step to begin, or a lock or permit to leave: steps within steps as a flat list.
 *
 * @param number the place of the step in the text of the line, from 0
 * @param leaves whether the steps between its braces are done
 */
record Instruction(int number, Step step, boolean leaves) {

    /** Returns the instructions of a task in the order in which they are executed. */
    static List<Instruction> of(StepSequence steps) {
        List<Instruction> all = new ArrayList<>();
        add(steps, 0, all);
        return List.copyOf(all);
    }

    /** Adds steps; returns the number of the next one. */
    private static int add(StepSequence steps, int first, List<Instruction> to) {
        int number = first;
        for (Step step : steps.steps()) {
            int own = number++;
            to.add(new Instruction(own, step, false));
            if (holds(step)) {
                number = add(step.inner(), number, to);
                to.add(new Instruction(own, step, true));
            }
        }
        return number;
    }

    private static boolean holds(Step step) {
        return step instanceof Step.Lock || step instanceof Step.Permit;
    }

    /** Returns whether the step is over once this instruction is done. */
    boolean ends() {
        return leaves || !holds(step);
    }
}
