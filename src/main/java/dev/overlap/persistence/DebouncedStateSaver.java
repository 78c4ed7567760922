package dev.overlap.persistence;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Saves a state that changes often, without making anyone wait.
 *
 * <p>Threads: {@link #keep} is for the JavaFX thread, at every edit; it only remembers what it is
 * given. One daemon thread saves the first change at once, and then at most twice a second the
 * latest one, so that a kill costs half a second of typing at most. Sentences are said on that
 * thread.
 */
public final class DebouncedStateSaver implements AutoCloseable {

    /** From the end of one save to the begin of the next. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** A disk that takes longer hangs, and must not keep the window from closing. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Function<WindowState, SaveResult> saving;
    private final Consumer<String> say;
    private final Duration pause;
    private final Thread thread = new Thread(this::work, "state keeper");

    private WindowState latest; // guarded by this, as are the next two
    private boolean asked;
    private boolean closing;

    private WindowState kept; // the rest is the thread's own
    private String said = "";

    /**
     * Keeps what comes after the state that a window began with.
     *
     * @param say takes the sentence when something cannot be saved, once for each new reason
     */
    public DebouncedStateSaver(RestoredState restored, Consumer<String> say) {
        this(restored.state(), restored.store()::save, say, PAUSE);
    }

    DebouncedStateSaver(
            WindowState begin,
            Function<WindowState, SaveResult> saving,
            Consumer<String> say,
            Duration pause) {
        this.latest = begin;
        this.kept = begin;
        this.saving = saving;
        this.say = say;
        this.pause = pause;
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes note of a new state; the ones before it need not be saved any more. Never blocks. */
    public synchronized void keep(WindowState state) {
        latest = state;
        asked = true;
        notifyAll();
    }

    /** Saves what is not saved yet and waits for it, five seconds at most. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (awaitChange()) {
                save(latest());
                rest();
            }
            save(latest()); // also if it failed before: perhaps there is room on the disk by now
        } catch (InterruptedException nobodyDoesThis) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until there is something to look at; false if that is the end. */
    private synchronized boolean awaitChange() throws InterruptedException {
        while (!asked && !closing) {
            wait();
        }
        asked = false;
        return !closing;
    }

    private synchronized WindowState latest() {
        return latest;
    }

    private void save(WindowState state) {
        if (state.equals(kept)) {
            return;
        }
        switch (attempt(state)) {
            case SaveResult.Kept _ -> {
                kept = state;
                said = "";
            }
            case SaveResult.NotKept(String sentence) -> sayOnce(sentence);
        }
    }

    /** Whatever goes wrong, the next change must find this thread alive. */
    private SaveResult attempt(WindowState state) {
        try {
            return saving.apply(state);
        } catch (RuntimeException | Error e) {
            return new SaveResult.NotKept(
                    "The list and the settings could not be saved because of a fault in Overlap (%s)."
                            .formatted(e));
        }
    }

    private void sayOnce(String sentence) {
        if (!sentence.equals(said)) {
            said = sentence;
            try {
                say.accept(sentence);
            } catch (RuntimeException e) {
                said = ""; // the window could not be told: it will be, if it is still there then
            }
        }
    }

    private synchronized void rest() throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !closing; left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
    }
}
