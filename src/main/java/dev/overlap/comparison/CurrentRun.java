package dev.overlap.comparison;

import dev.overlap.concurrency.Run;

import org.jspecify.annotations.Nullable;

/**
 * The current run of a comparison, and whether the comparison was cancelled.
 *
 * <p>Threads: any.
 */
final class CurrentRun {

    private @Nullable Run run;
    private boolean cancelled;

    /** Cancels the current run, and every later one as soon as it is set. */
    void cancel() {
        Run current;
        synchronized (this) {
            cancelled = true;
            current = run;
        }
        if (current != null) {
            current.cancel();
        }
    }

    void set(Run started) {
        boolean alreadyCancelled;
        synchronized (this) {
            run = started;
            alreadyCancelled = cancelled;
        }
        if (alreadyCancelled) {
            started.cancel();
        }
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Cancels a run that cannot be tracked; adds what that throws to the reason. */
    static void abandon(Run run, Throwable reason) {
        try {
            run.cancel();
        } catch (RuntimeException | Error e) {
            reason.addSuppressed(e);
        }
    }
}
