package dev.overlap.ui.lesson;

import dev.overlap.comparison.Guesses;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.plan.Plan;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.controls.OpenDialog;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything about lessons: the menu that they are opened from, the page that shows the open one,
 * and the sheet that tells what is wrong with a file.
 *
 * <p>Threads: JavaFX thread only; files are read in the background.
 */
public final class LessonController {

    /**
     * What lessons need from the window.
     *
     * @param window that a dialog belongs to
     * @param plan what the window holds
     * @param put makes the window hold something else
     * @param run runs the list
     * @param compare compares the lesson's models
     * @param say gets sentences
     */
    public record Desk(
            OpenDialog dialog,
            Supplier<Window> window,
            Supplier<Plan> plan,
            Consumer<Plan> put,
            Runnable run,
            Runnable compare,
            Consumer<String> say) {}

    private final LessonSession desk;
    private final LessonProblemsPane problems = new LessonProblemsPane();
    private final LessonMenu menu;
    private final LessonPane pane;

    /**
     * @param inbox runs on the JavaFX thread
     * @param guesses follows what is typed here, and is followed
     */
    public LessonController(
            Executor background, Executor inbox, ObjectProperty<Guesses> guesses, Desk with) {
        desk = new LessonSession(with.plan, with.put);
        LessonFileActions filing =
                new LessonFileActions(
                        background,
                        inbox,
                        new LessonFileActions.Desk(
                                with.dialog, with.window, desk::open, problems::show, with.say));
        List<Lesson> lessons = LessonCatalog.all();
        menu =
                new LessonMenu(
                        lessons, new LessonMenu.Actions(desk::open, filing::open, desk::leave));
        pane =
                new LessonPane(
                        lessons,
                        guesses,
                        with.say,
                        new LessonPane.Actions(with.run, with.compare, desk::open, desk::leave));
        desk.lessonProperty().subscribe(this::show);
    }

    private void show(@Nullable Lesson open) {
        pane.show(open);
        menu.showOpen(open != null);
    }

    public LessonMenu menu() {
        return menu;
    }

    public LessonPane pane() {
        return pane;
    }

    public ModalOverlay problems() {
        return problems;
    }

    /** The lesson that is open, or null. */
    public ReadOnlyObjectProperty<@Nullable Lesson> lessonProperty() {
        return desk.lessonProperty();
    }

    /** Whether the window holds a lesson's list in place of the person's own. */
    public boolean isOpen() {
        return desk.isOpen();
    }
}
