package dev.overlap.ui.course;

import dev.overlap.lesson.course.CourseRecord;
import dev.overlap.persistence.CourseFile;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The record of the course as the window shows it. A change is visible at once and saved in the
 * background; one that could not be saved is tried again with the next, and when the window closes.
 *
 * <p>Threads: JavaFX thread only, which never blocks here except in {@link #close}.
 */
final class CourseSaver implements AutoCloseable {

    private final @Nullable CourseFile file;
    private final Executor background;
    private final Executor inbox;
    private final Consumer<String> say;
    private final ReadOnlyObjectWrapper<CourseRecord> shown =
            new ReadOnlyObjectWrapper<>(CourseRecord.NONE);
    private final Queue<UnaryOperator<CourseRecord>> unsaved = new ConcurrentLinkedQueue<>();
    private @Nullable AtomicReference<CourseRecord> cleared;
    private String lastProblem = "";

    /**
     * @param file null if nothing can be saved: the record then lasts as long as the window
     * @param inbox runs on the JavaFX thread
     * @param say receives a sentence if the file is damaged or cannot be written, once
     */
    CourseSaver(
            @Nullable CourseFile file, Executor background, Executor inbox, Consumer<String> say) {
        this.file = file;
        this.background = background;
        this.inbox = inbox;
        this.say = say;
    }

    /** What was done, as far as is known. */
    ReadOnlyObjectProperty<CourseRecord> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Reads what other windows may have done meanwhile. */
    void load() {
        background.execute(this::save);
    }

    /**
     * Changes the record.
     *
     * @param change is applied to what is shown and to what is saved, in any thread, and perhaps
     *     more than once
     */
    void change(UnaryOperator<CourseRecord> change) {
        unsaved.add(change);
        shown.set(change.apply(shown.get()));
        background.execute(this::save);
    }

    /** Clears the record, so that it can be {@linkplain #restore brought back}. */
    void clear() {
        AtomicReference<CourseRecord> removed = new AtomicReference<>(CourseRecord.NONE);
        cleared = removed;
        change(
                now -> {
                    removed.updateAndGet(before -> before.followedBy(now));
                    return CourseRecord.NONE;
                });
    }

    /** Brings back what was cleared last; what was done since stays. */
    void restore() {
        AtomicReference<CourseRecord> removed = cleared;
        if (removed != null) {
            cleared = null;
            change(now -> removed.get().followedBy(now));
        }
    }

    /** Saves what is not saved yet, or reads the file if there is nothing. */
    private synchronized void save() {
        CourseFile saved = file;
        if (saved == null) {
            return;
        }
        List<UnaryOperator<CourseRecord>> changes = List.copyOf(unsaved);
        try {
            CourseFile.Loaded loaded =
                    changes.isEmpty() ? saved.read() : saved.change(it -> apply(changes, it));
            changes.forEach(_ -> unsaved.remove()); // only this removes them, from the head
            inbox.execute(() -> loaded(loaded));
        } catch (IOException e) {
            String sentence = String.valueOf(e.getMessage());
            inbox.execute(() -> complain(sentence));
        }
    }

    private static CourseRecord apply(
            Iterable<UnaryOperator<CourseRecord>> changes, CourseRecord before) {
        CourseRecord changed = before;
        for (UnaryOperator<CourseRecord> change : changes) {
            changed = change.apply(changed);
        }
        return changed;
    }

    private void loaded(CourseFile.Loaded loaded) {
        shown.set(apply(unsaved, loaded.course()));
        if (loaded.sentences().isEmpty()) {
            lastProblem = "";
        }
        loaded.sentences().forEach(this::complain);
    }

    private void complain(String sentence) {
        if (!sentence.equals(lastProblem)) {
            lastProblem = sentence;
            say.accept(sentence);
        }
    }

    /** Saves what is not saved yet. */
    @Override
    public void close() {
        if (!unsaved.isEmpty()) {
            save();
        }
    }
}
