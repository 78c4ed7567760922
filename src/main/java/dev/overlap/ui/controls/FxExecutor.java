package dev.overlap.ui.controls;

import javafx.application.Platform;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs tasks on the JavaFX thread. However many arrive, at most one of them is in the JavaFX event
 * queue at a time, so that a flood cannot keep the window from painting.
 *
 * <p>Threads: {@link #execute} may be called from any thread and never blocks; tasks run on the
 * JavaFX thread, in order.
 */
public final class FxExecutor implements Executor {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            Platform.runLater(this::drain);
        }
    }

    private void drain() {
        scheduled.set(false);
        try {
            for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                task.run();
            }
        } finally {
            if (!waiting.isEmpty()) { // a task threw: run the remaining ones
                schedule();
            }
        }
    }
}
