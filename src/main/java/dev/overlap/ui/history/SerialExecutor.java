package dev.overlap.ui.history;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs tasks in the background one after another, in order. Threads: any. */
final class SerialExecutor implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    private final Executor background;
    private CompletableFuture<Boolean> last = CompletableFuture.completedFuture(true);

    SerialExecutor(Executor background) {
        this.background = background;
    }

    @Override
    public synchronized void execute(Runnable task) {
        last =
                last.thenRunAsync(() -> run(task), background)
                        .handle((_, notStarted) -> wasStarted(notStarted));
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) { // the next ones are still run
            LOG.error("a task in the background failed", e);
        }
    }

    private static boolean wasStarted(@Nullable Throwable notStarted) {
        if (notStarted != null) {
            LOG.error("a task could not be run in the background", notStarted);
        }
        return notStarted == null;
    }

    /** Waits until all tasks so far have been run, or for some time. */
    void await(Duration most) {
        CompletableFuture<Boolean> all;
        synchronized (this) {
            all = last;
        }
        try {
            all.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the kept runs may not be up to date", e);
        }
    }
}
