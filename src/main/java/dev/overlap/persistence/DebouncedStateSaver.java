package dev.overlap.persistence;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Saves a frequently changing state in the background.
 *
 * <p>Threads: {@link #keep} is called on the JavaFX thread at every edit and only stores the state.
 * A daemon thread saves the first change at once and later ones at most twice a second, so that a
 * kill loses at most half a second of typing. Errors are reported on that thread.
 */
public final class DebouncedStateSaver implements AutoCloseable {

    /** The time from the end of one save to the begin of the next. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * The maximum wait on closing; a disk that takes longer hangs, and must not keep the window
     * open.
     */
    private static final Duration MAX_CLOSE_WAIT = Duration.ofSeconds(5);

    private final Function<WindowState, SaveResult> save;
    private final Consumer<String> onError;
    private final Duration pause;
    private final Thread thread = new Thread(this::work, "state keeper");

    private WindowState latest; // guarded by this, like the next two
    private boolean changed;
    private boolean closing;

    private WindowState saved; // this and the next are confined to the thread
    private String lastError = "";

    /**
     * Starts a saver for the state of a window.
     *
     * @param onError receives a sentence when saving fails, once per distinct reason
     */
    public DebouncedStateSaver(RestoredState restored, Consumer<String> onError) {
        this(restored.state(), restored.store()::save, onError, PAUSE);
    }

    DebouncedStateSaver(
            WindowState begin,
            Function<WindowState, SaveResult> save,
            Consumer<String> onError,
            Duration pause) {
        this.latest = begin;
        this.saved = begin;
        this.save = save;
        this.onError = onError;
        this.pause = pause;
        thread.setDaemon(true);
        thread.start();
    }

    /** Schedules a new state for saving, in place of earlier ones. Never blocks. */
    public synchronized void keep(WindowState state) {
        latest = state;
        changed = true;
        notifyAll();
    }

    /** Saves the latest state and waits for that, five seconds at most. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            thread.join(MAX_CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (awaitChange()) {
                save(latest());
                pauseUnlessClosing();
            }
            save(latest()); // even if it failed before: the disk may have space by now
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a change; returns false when closing. */
    private synchronized boolean awaitChange() throws InterruptedException {
        while (!changed && !closing) {
            wait();
        }
        changed = false;
        return !closing;
    }

    private synchronized WindowState latest() {
        return latest;
    }

    private void save(WindowState state) {
        if (state.equals(saved)) {
            return;
        }
        switch (attempt(state)) {
            case SaveResult.Kept _ -> {
                saved = state;
                lastError = "";
            }
            case SaveResult.NotKept(String sentence) -> reportOnce(sentence);
        }
    }

    /** Saves; contains every exception, so that this thread stays alive for the next change. */
    private SaveResult attempt(WindowState state) {
        try {
            return save.apply(state);
        } catch (RuntimeException | Error e) {
            return new SaveResult.NotKept(
                    "The list and the settings could not be saved because of a fault in Overlap (%s)."
                            .formatted(e));
        }
    }

    private void reportOnce(String sentence) {
        if (!sentence.equals(lastError)) {
            lastError = sentence;
            try {
                onError.accept(sentence);
            } catch (RuntimeException e) {
                lastError = ""; // not reported: to be reported next time
            }
        }
    }

    private synchronized void pauseUnlessClosing() throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !closing; left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
    }
}
