package dev.overlap.snippet;

import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.address.Address;
import dev.overlap.trace.Phase;

import java.time.Duration;

/** Writes steps in Java, as functions that return futures, to be called one after another. */
final class JavaLoopStepWriter extends StepWriter {

    JavaLoopStepWriter(ProgramSpec spec) {
        super(spec);
    }

    @Override
    void addFunction(String name, StepSequence steps) {
        add("CompletableFuture<Void> " + name + "() {");
        indent(1);
        add("return inOrder(");
        addArguments(steps);
        append(");");
        indent(-1);
        add("}");
    }

    private void addArguments(StepSequence steps) {
        indent(2);
        addSteps(steps);
        indent(-2);
    }

    @Override
    void separate() {
        append(",");
    }

    @Override
    void addStep(Step added, int index) {
        switch (added) {
            case Step.Fetch(Address address) -> add(index, "() -> fetch(" + url(address) + ")");
            case Step.Poll(Address address) -> add(index, "() -> poll(" + url(address) + ")");
            case Step.Compute computation -> add(index, "() -> " + compute(computation));
            case Step.Sleep(Duration time) -> add(index, "() -> sleep(" + time(time) + ")");
            case Step.Lock _, Step.Permit _ -> addHeld(index, added);
            case Step.Add increments -> addIncrements(index, increments);
            case Step.Put _ -> addMove(index, name(added) + "Room", name(added) + "Items");
            case Step.Take _ -> addMove(index, name(added) + "Items", name(added) + "Room");
        }
    }

    /** Takes a place on one side of a queue and gives one on the other. */
    private void addMove(int index, String from, String to) {
        add(index, "() -> " + from + ".acquire()");
        indent(2);
        add(index, ".thenRun(" + to + "::release)");
        indent(-2);
    }

    /** Each piece is a step of the loop, which can run other tasks between two. */
    private static String compute(Step.Compute computation) {
        long millis = computation.time().toMillis();
        int pieces = computation.pieces();
        return pieces == 1
                ? "compute(" + millis + ")"
                : "repeat(" + pieces + ", () -> compute(" + millis + ".0 / " + pieces + "))";
    }

    private void addHeld(int index, Step holder) {
        add(index, "() -> holding(" + name(holder) + ",");
        addArguments(holder.inner());
        append(")");
    }

    private void addIncrements(int index, Step.Add increments) {
        String counter = name(increments);
        boolean repeated = increments.times() > 1;
        if (!increments.gap().isZero()) {
            addGap(index, increments, counter);
        } else if (repeated) {
            add(index, "() -> now(() -> {");
            indent(1);
            add(index, "for (int n = 0; n < " + grouped(increments.times()) + "; n++) {");
            indent(1);
            add(index, counter + " = " + counter + " + 1;", Phase.COMPUTE);
            indent(-1);
            add(index, "}");
            indent(-1);
            add(index, "})");
        } else {
            add(index, "() -> now(() -> " + counter + " = " + counter + " + 1)");
        }
    }

    private void addGap(int index, Step.Add increments, String counter) {
        boolean repeated = increments.times() > 1;
        String repeat = "repeat(" + grouped(increments.times()) + ", () -> {";
        add(index, "() -> " + (repeated ? repeat : "{"));
        indent(1);
        add(index, "long seen = " + counter + ";");
        String sleep = "return sleep(" + time(increments.gap()) + ")";
        add(index, sleep + " // meanwhile others may write", Phase.PAUSE);
        indent(2);
        add(index, ".thenRun(() -> " + counter + " = seen + 1);");
        indent(-3);
        add(index, repeated ? "})" : "}");
    }
}
