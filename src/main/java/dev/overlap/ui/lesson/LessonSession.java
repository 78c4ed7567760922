package dev.overlap.ui.lesson;

import dev.overlap.lesson.Lesson;
import dev.overlap.plan.Plan;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Which lesson is open. A lesson brings its own list, model and settings; what the person had comes
 * back when the lesson is left, and is what the next start of the program begins with.
 *
 * <p>Threads: JavaFX thread only.
 */
final class LessonSession {

    private final Supplier<Plan> taken;
    private final Consumer<Plan> put;
    private final ReadOnlyObjectWrapper<@Nullable Lesson> lesson = new ReadOnlyObjectWrapper<>();
    private @Nullable Plan own;

    /**
     * @param taken what the window holds
     * @param put makes the window hold something else
     */
    LessonSession(Supplier<Plan> taken, Consumer<Plan> put) {
        this.taken = taken;
        this.put = put;
    }

    /** The lesson that is open, or null. */
    ReadOnlyObjectProperty<@Nullable Lesson> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    boolean isOpen() {
        return own != null;
    }

    /** Opens a lesson, in place of another one or of the person's own list. */
    void open(Lesson opened) {
        if (own == null) {
            own = taken.get();
        }
        put.accept(new Plan(opened.sites(), opened.models().getFirst(), opened.settings()));
        lesson.set(opened);
    }

    /** Brings back what was there before the first lesson was opened. */
    void leave() {
        Plan before = own;
        if (before != null) {
            put.accept(before);
            own = null;
            lesson.set(null);
        }
    }
}
