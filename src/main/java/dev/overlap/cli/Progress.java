package dev.overlap.cli;

import dev.overlap.engine.Run;
import dev.overlap.trace.Trace;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Follows a run to its end: looks at the trace ten times a second and tells what is new. The run
 * itself is never asked to report, so that a flood of tasks costs it nothing.
 */
final class Progress {

    private static final long LOOK_MILLIS = 100;

    private final Program program;
    private final TaskLines taskLines;
    private final LiveLine liveLine;

    /** A terminal has its one live line, and lines for failures; anything else a line a task. */
    Progress(Program program) {
        this.program = program;
        this.taskLines =
                new TaskLines(
                        program.terminal() ? Program.silence() : program.out(), program.err());
        this.liveLine = new LiveLine(program.terminal() ? program.out() : Program.silence());
    }

    /**
     * Waits until a run is done.
     *
     * @return whether it came to a regular end; if not, a sentence has been said
     */
    boolean follow(Run run) throws InterruptedException {
        CompletableFuture<Void> done = run.done().toCompletableFuture();
        try {
            while (!isOver(done)) {
                look(run);
            }
            return true;
        } catch (ExecutionException e) {
            program.complain(
                    "Overlap itself failed while it ran "
                            + run.plan().model()
                            + ": "
                            + e.getCause()
                            + ". What was recorded until then is kept.");
            return false;
        } finally {
            liveLine.clear();
            taskLines.tell(run.trace());
        }
    }

    private static boolean isOver(CompletableFuture<Void> done)
            throws InterruptedException, ExecutionException {
        try {
            done.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private void look(Run run) {
        Trace trace = run.trace();
        if (taskLines.hasNews(trace)) {
            liveLine.clear();
            taskLines.tell(trace);
        }
        liveLine.draw(run.plan().model(), trace);
    }
}
