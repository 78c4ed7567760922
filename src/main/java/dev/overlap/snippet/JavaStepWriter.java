package dev.overlap.snippet;

import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.address.Address;
import dev.overlap.trace.Phase;

import java.time.Duration;

/** Writes steps in Java, as calls that block a thread. */
final class JavaStepWriter extends StepWriter {

    /** Whether another process grants what the tasks share. */
    private final boolean asking;

    private int gaps;

    JavaStepWriter(ProgramSpec spec, StepStyle style) {
        super(spec);
        asking = style == StepStyle.ASKING;
    }

    @Override
    void addFunction(String name, StepSequence steps) {
        gaps = 0;
        add("void " + name + "() throws Exception {");
        indent(1);
        addSteps(steps);
        indent(-1);
        add("}");
    }

    @Override
    void addStep(Step added, int index) {
        switch (added) {
            case Step.Fetch(Address address) -> add(index, "fetch(" + url(address) + ");");
            case Step.Poll(Address address) -> add(index, "poll(" + url(address) + ");");
            case Step.Compute(Duration time, _) -> add(index, "compute(" + time.toMillis() + ");");
            case Step.Sleep(Duration time) -> add(index, sleep(time));
            case Step.Lock _ -> addHeld(index, added, "lock", "unlock");
            case Step.Permit _ -> addHeld(index, added, "acquire", "release");
            case Step.Add increments -> addIncrements(index, increments);
            case Step.Put _ -> add(index, use(added, "put", "1"));
            case Step.Take _ -> add(index, use(added, "take", ""));
        }
    }

    private String sleep(Duration time) {
        return "Thread.sleep(" + time(time) + ");";
    }

    /** A call of what tasks share, or the question for it. */
    private String use(Step shared, String method, String argument) {
        return asking
                ? "ask(\"" + method + " " + name(shared) + "\");"
                : name(shared) + "." + method + "(" + argument + ");";
    }

    private void addHeld(int index, Step holder, String acquire, String release) {
        add(index, use(holder, acquire, ""));
        add(index, "try {");
        indent(1);
        addSteps(holder.inner());
        indent(-1);
        add(index, "} finally {");
        indent(1);
        add(index, use(holder, release, ""));
        indent(-1);
        add(index, "}");
    }

    private void addIncrements(int index, Step.Add increments) {
        boolean repeated = increments.times() > 1;
        if (repeated) {
            add(index, "for (int n = 0; n < " + grouped(increments.times()) + "; n++) {");
            indent(1);
        }
        addIncrement(index, name(increments), increments.gap());
        if (repeated) {
            indent(-1);
            add(index, "}");
        }
    }

    private void addIncrement(int index, String counter, Duration gap) {
        if (gap.isZero()) {
            add(index, counter + " = " + counter + " + 1;", Phase.COMPUTE, Phase.READY);
        } else {
            gaps++;
            String seen = gaps == 1 ? "seen" : "seen" + gaps;
            add(index, "long " + seen + " = " + counter + ";");
            add(index, sleep(gap) + " // meanwhile others may write", Phase.PAUSE);
            add(index, counter + " = " + seen + " + 1;");
        }
    }
}
