package dev.overlap.cli.report;

import dev.overlap.text.DurationFormat;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.io.PrintStream;

/** A line of a terminal that is overwritten with the progress of a run. */
public final class ProgressLine {

    private final PrintStream terminal;
    private int drawn;

    public ProgressLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Draws the state of a run over the state drawn before. */
    public void draw(String model, Trace trace) {
        String text = text(model, trace);
        terminal.print("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
        terminal.flush();
        drawn = text.length();
    }

    /** Empties the line and moves the cursor to its beginning. */
    public void clear() {
        if (drawn > 0) {
            terminal.print("\r" + " ".repeat(drawn) + "\r");
            terminal.flush();
            drawn = 0;
        }
    }

    private static String text(String model, Trace trace) {
        if (!trace.hasBegun()) {
            return model + ": getting ready";
        }
        return model
                + ": "
                + trace.ended()
                + " of "
                + trace.tasks().size()
                + " ended, "
                + trace.tasks().stream().filter(ProgressLine::isInFlight).count()
                + " in flight, "
                + DurationFormat.text(trace.horizonNanos());
    }

    private static boolean isInFlight(TaskTrack task) {
        int segments = task.segments();
        if (task.outcome() != null || segments == 0) {
            return false;
        }
        return task.phase(segments - 1).isWork();
    }
}
