package dev.overlap.snippet;

import dev.overlap.plan.Resource;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.address.Address;
import dev.overlap.trace.Phase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes the functions of tasks, which do their steps: one function per task, with a mark on each
 * line for the step that it belongs to.
 */
abstract class StepWriter {

    private static final String INDENT = "    ";

    private final StepTasks tasks;
    private final Language language;
    private final ResourceVariables names;
    private final List<RenderedLine> lines = new ArrayList<>();
    private int function;
    private int step;
    private int depth;

    StepWriter(ProgramSpec spec) {
        tasks = spec.sites().tasks();
        language = spec.language();
        names = new ResourceVariables(tasks, language);
    }

    /** Returns the functions of all tasks. */
    final List<RenderedLine> functions() {
        for (function = 0; function < tasks.functions().size(); function++) {
            step = -1;
            addFunction("task" + (function + 1), tasks.functions().get(function));
            add("");
        }
        return List.copyOf(lines);
    }

    /** Adds the function of a task. */
    abstract void addFunction(String name, StepSequence steps);

    /** Adds a step, its inner steps included. */
    abstract void addStep(Step added, int index);

    /** Adds steps, and counts them in the order of the text. */
    final void addSteps(StepSequence steps) {
        for (int n = 0; n < steps.steps().size(); n++) {
            if (n > 0) {
                separate();
            }
            step++;
            addStep(steps.steps().get(n), step);
        }
    }

    /** Called between two steps. */
    void separate() {}

    /** Adds a line that belongs to no step. */
    final void add(String text) {
        lines.add(RenderedLine.plain(text.isEmpty() ? "" : INDENT.repeat(depth) + text));
    }

    /**
     * Adds a line that belongs to a step.
     *
     * @param phases in which it is preferred to the other lines of the step
     */
    final void add(int index, String text, Phase... phases) {
        lines.add(
                new RenderedLine(
                        INDENT.repeat(depth) + text,
                        Set.of(phases),
                        false,
                        0,
                        new StepMark(function, index)));
    }

    final void indent(int levels) {
        depth += levels;
    }

    /** Appends a text to the last line. */
    final void append(String text) {
        RenderedLine last = lines.removeLast();
        lines.add(
                new RenderedLine(
                        last.text() + text,
                        last.phases(),
                        last.again(),
                        last.depth(),
                        last.step()));
    }

    /** The variable of what a step shares. */
    final String name(Step shared) {
        Resource resource = shared.resource();
        return resource == null ? "" : names.of(resource);
    }

    final String time(Duration time) {
        return language.time(time);
    }

    /** A number as both languages write it. */
    static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '_');
    }

    /** A URL as a string literal. */
    final String url(Address address) {
        return language.quoted(SiteArguments.url(address, tasks.lab()));
    }
}
