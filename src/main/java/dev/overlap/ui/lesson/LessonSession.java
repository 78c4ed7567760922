package dev.overlap.ui.lesson;

import dev.overlap.lesson.Lesson;
import dev.overlap.plan.Plan;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The open lesson. A lesson brings its own list, model and settings; the user's own ones return
 * when it is left, and are what the next start of the program restores.
 *
 * <p>Threads: JavaFX thread only.
 */
final class LessonSession {

    private final Supplier<Plan> current;
    private final Consumer<Plan> put;
    private final ReadOnlyObjectWrapper<@Nullable Lesson> lesson = new ReadOnlyObjectWrapper<>();
    private @Nullable Plan own;

    /**
     * @param current supplies the window's plan
     * @param put loads a plan into the window
     */
    LessonSession(Supplier<Plan> current, Consumer<Plan> put) {
        this.current = current;
        this.put = put;
    }

    /** The open lesson, or null. */
    ReadOnlyObjectProperty<@Nullable Lesson> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    boolean isOpen() {
        return own != null;
    }

    /** Opens a lesson, replacing another one or the user's own list. */
    void open(Lesson opened) {
        if (own == null) {
            own = current.get();
        }
        put.accept(opened.plan(opened.model()));
        lesson.set(opened);
    }

    /** Restores the plan from before the first lesson was opened. */
    void leave() {
        Plan before = own;
        if (before != null) {
            put.accept(before);
            own = null;
            lesson.set(null);
        }
    }
}
