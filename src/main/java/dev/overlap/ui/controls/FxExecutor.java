package dev.overlap.ui.controls;

import javafx.application.Platform;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The only way from another thread to the JavaFX thread. However much arrives, at most one task of
 * ours waits in JavaFX's own queue, so that a flood cannot keep the window from painting.
 *
 * <p>Threads: {@link #execute} may be called from any thread and never waits; what it is given runs
 * on the JavaFX thread, in order.
 */
public final class FxExecutor implements Executor {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        ask();
    }

    private void ask() {
        if (asked.compareAndSet(false, true)) {
            Platform.runLater(this::deliver);
        }
    }

    private void deliver() {
        asked.set(false);
        try {
            for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                task.run();
            }
        } finally {
            if (!waiting.isEmpty()) { // a task threw: the ones behind it still have their turn
                ask();
            }
        }
    }
}
