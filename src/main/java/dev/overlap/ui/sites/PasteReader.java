package dev.overlap.ui.sites;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads pasted text: a short one at once, a long one in the background, so that the window goes on.
 * Texts are handed on in the order in which they were pasted.
 *
 * <p>Threads: JavaFX thread only; texts are read on another one.
 */
final class PasteReader {

    /** A longer text takes more than a frame. */
    private static final int MAX_AT_ONCE = 10_000;

    private record Pending(CompletableFuture<PastedLines> read, Consumer<PastedLines> receiver) {}

    private final Function<String, PastedLines> reading;
    private final Executor background;
    private final Executor inbox;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * @param reading called on either thread
     * @param background reads long texts
     * @param inbox runs on the JavaFX thread
     */
    PasteReader(Function<String, PastedLines> reading, Executor background, Executor inbox) {
        this.reading = reading;
        this.background = background;
        this.inbox = inbox;
    }

    /** Whether a text is being read. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Reads a text and hands its lines to a receiver. */
    void read(String text, Consumer<PastedLines> receiver) {
        if (pending.isEmpty() && text.length() <= MAX_AT_ONCE) {
            receiver.accept(reading.apply(text));
            return;
        }
        var read = CompletableFuture.supplyAsync(() -> reading.apply(text), background);
        pending.add(new Pending(read, receiver));
        busy.set(true);
        CompletionStage<PastedLines> end = read;
        end.whenComplete((_, _) -> inbox.execute(this::handOnWhatIsRead));
    }

    private void handOnWhatIsRead() {
        while (!pending.isEmpty() && pending.element().read.isDone()) {
            handOnFirst();
        }
    }

    private void handOnFirst() {
        Pending first = pending.remove();
        busy.set(!pending.isEmpty());
        first.receiver.accept(first.read.join());
    }

    /** Waits for all texts: nothing that was pasted may be missing from what comes next. */
    void finish() {
        while (!pending.isEmpty()) {
            handOnFirst();
        }
    }

    /** Drops the text that was pasted last, if it is still being read; returns whether it was. */
    boolean cancelLast() {
        boolean cancelled = pending.pollLast() != null;
        busy.set(!pending.isEmpty());
        return cancelled;
    }
}
