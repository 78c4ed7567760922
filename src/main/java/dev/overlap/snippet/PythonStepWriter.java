package dev.overlap.snippet;

import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.address.Address;
import dev.overlap.trace.Phase;

import java.time.Duration;
import java.util.List;

/** Writes steps in Python. */
final class PythonStepWriter extends StepWriter {

    private final StepStyle style;
    private final boolean awaited;
    private final String session;

    PythonStepWriter(ProgramSpec spec, StepStyle style) {
        super(spec);
        this.style = style;
        awaited = style == StepStyle.AWAITED;
        session = awaited && LineCondition.HTTP.holds(spec) ? "session" : "";
    }

    @Override
    void addFunction(String name, StepSequence steps) {
        String async = style == StepStyle.BLOCKING ? "" : "async ";
        add(async + "def " + name + "(" + session + "):");
        indent(1);
        List<String> counters =
                steps.flat()
                        .filter(step -> step instanceof Step.Add)
                        .map(this::name)
                        .distinct()
                        .toList();
        if (!counters.isEmpty()) {
            add("global " + String.join(", ", counters));
        }
        addSteps(steps);
        indent(-1);
    }

    @Override
    void addStep(Step added, int index) {
        switch (added) {
            case Step.Fetch(Address address) -> add(index, request("fetch", address));
            case Step.Poll(Address address) -> add(index, request("poll", address));
            case Step.Compute computation -> addComputation(index, computation);
            case Step.Sleep(Duration time) -> add(index, sleep(time));
            case Step.Lock _, Step.Permit _ -> addHeld(index, added);
            case Step.Add increments -> addIncrements(index, increments);
            case Step.Put _ -> add(index, call(name(added) + ".put", "1"));
            case Step.Take _ -> add(index, call(name(added) + ".get", ""));
        }
    }

    private String request(String function, Address address) {
        return awaited
                ? "await " + function + "(session, " + url(address) + ")"
                : function + "(" + url(address) + ")";
    }

    private String sleep(Duration time) {
        return (awaited ? "await asyncio" : "time") + ".sleep(" + time(time) + ")";
    }

    /** A call of a queue, which has the timeout unless it is that of the whole task. */
    private String call(String method, String argument) {
        String timeout = argument.isEmpty() ? "timeout=TIMEOUT" : ", timeout=TIMEOUT";
        return awaited
                ? "await " + method + "(" + argument + ")"
                : method + "(" + argument + timeout + ")";
    }

    private void addComputation(int index, Step.Compute computation) {
        String millis = Long.toString(computation.time().toMillis());
        int pieces = computation.pieces();
        if (!awaited) {
            add(index, "compute(" + millis + ")");
        } else if (pieces == 1) {
            add(index, "await compute(" + millis + ")");
        } else {
            add(index, "for _ in range(" + pieces + "):");
            indent(1);
            add(index, "await compute(" + millis + " / " + pieces + ")", Phase.COMPUTE);
            add(index, "await asyncio.sleep(0)  # lets other tasks run", Phase.READY);
            indent(-1);
        }
    }

    private void addHeld(int index, Step holder) {
        add(index, (awaited ? "async with " : "with ") + name(holder) + ":");
        indent(1);
        addSteps(holder.inner());
        indent(-1);
    }

    private void addIncrements(int index, Step.Add increments) {
        boolean repeated = increments.times() > 1;
        if (repeated) {
            add(index, "for _ in range(" + grouped(increments.times()) + "):");
            indent(1);
        }
        addIncrement(index, name(increments), increments.gap());
        if (repeated) {
            indent(-1);
        }
    }

    private void addIncrement(int index, String counter, Duration gap) {
        if (gap.isZero()) {
            add(index, counter + " = " + counter + " + 1", Phase.COMPUTE, Phase.READY);
        } else {
            add(index, "seen = " + counter);
            add(index, sleep(gap) + "  # meanwhile others may write", Phase.PAUSE);
            add(index, counter + " = seen + 1");
        }
    }
}
