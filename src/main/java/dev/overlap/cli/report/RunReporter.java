package dev.overlap.cli.report;

import dev.overlap.export.RunReport;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.io.IOException;

/** How a run is told to whoever has started it. */
public interface RunReporter {

    /** Tells of a task that has ended. Tasks come in the order of their ends, each once. */
    void ended(Trace trace, TaskTrack task);

    /** Tells of the whole run, once it is over. */
    void conclude(RunReport report) throws IOException;
}
