package dev.overlap.ui.lesson;

import dev.overlap.comparison.Guesses;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.plan.Plan;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.controls.OpenDialog;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Controls lessons: the menu, the lesson page, and the problems of a lesson file.
 *
 * <p>Threads: JavaFX thread only; files are read in the background.
 */
public final class LessonController {

    /** The callbacks into the window; unset ones do nothing. */
    public static final class Callbacks {

        private Supplier<Window> window =
                () -> {
                    throw new IllegalStateException("no window is set");
                };
        private Supplier<Plan> plan =
                () -> {
                    throw new IllegalStateException("no plan is set");
                };
        private Consumer<Plan> put = _ -> {};
        private Runnable run = () -> {};
        private Runnable compare = () -> {};
        private Runnable course = () -> {};
        private Runnable presenter = () -> {};
        private Consumer<String> say = _ -> {};

        /** Supplies the owner of dialogs. */
        public Callbacks window(Supplier<Window> window) {
            this.window = window;
            return this;
        }

        /** Supplies the window's current plan. */
        public Callbacks plan(Supplier<Plan> plan) {
            this.plan = plan;
            return this;
        }

        /** Loads a plan into the window. */
        public Callbacks put(Consumer<Plan> put) {
            this.put = put;
            return this;
        }

        /** Runs the list. */
        public Callbacks run(Runnable run) {
            this.run = run;
            return this;
        }

        /** Compares the lesson's models. */
        public Callbacks compare(Runnable compare) {
            this.compare = compare;
            return this;
        }

        /** Shows all lessons. */
        public Callbacks course(Runnable course) {
            this.course = course;
            return this;
        }

        /** Opens or closes the presenter's window. */
        public Callbacks presenter(Runnable presenter) {
            this.presenter = presenter;
            return this;
        }

        /** Receives status messages. */
        public Callbacks say(Consumer<String> say) {
            this.say = say;
            return this;
        }
    }

    /** In front of the path of a file of one's own. */
    private static final String FILE = "file:";

    private final LessonSession lessonSession;
    private final LessonFileActions fileActions;
    private @Nullable Path file;
    private final LessonProblemsPane problems = new LessonProblemsPane();
    private final LessonMenu menu;
    private final LessonPane pane;
    private final ReadOnlyStringWrapper stepTitle = new ReadOnlyStringWrapper(this, "step", "");

    /**
     * @param inbox runs on the JavaFX thread
     * @param guesses bound to what is typed here
     */
    public LessonController(
            Executor background,
            Executor inbox,
            ObjectProperty<Guesses> guesses,
            OpenDialog dialog,
            Callbacks callbacks) {
        lessonSession = new LessonSession(callbacks.plan, callbacks.put);
        fileActions =
                new LessonFileActions(
                        background,
                        inbox,
                        dialog,
                        new LessonFileActions.Callbacks()
                                .window(callbacks.window)
                                .opened(this::openOwn)
                                .rejected(problems::show)
                                .say(callbacks.say));
        List<Lesson> lessons = LessonCatalog.all();
        menu =
                new LessonMenu(
                        LessonCatalog.groups(),
                        new LessonMenu.Callbacks()
                                .course(callbacks.course)
                                .presenter(callbacks.presenter)
                                .open(lessonSession::open)
                                .openFile(fileActions::open)
                                .leave(lessonSession::leave));
        pane =
                new LessonPane(
                        lessons,
                        guesses,
                        callbacks.say,
                        new LessonPane.Callbacks()
                                .run(callbacks.run)
                                .compare(callbacks.compare)
                                .course(callbacks.course)
                                .open(lessonSession::open)
                                .leave(lessonSession::leave));
        lessonSession.lessonProperty().subscribe(this::show);
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

    /** Opens a built-in lesson. */
    public void open(Lesson lesson) {
        lessonSession.open(lesson);
    }

    /** Sets whether another window shows the notes, so that this one does not. */
    public void setNotesElsewhere(boolean elsewhere) {
        pane.setNotesElsewhere(elsewhere);
    }

    /** The name of the step of the open lesson; empty if none is open. */
    public ReadOnlyStringProperty stepTitleProperty() {
        return stepTitle.getReadOnlyProperty();
    }

    private void openOwn(Path opened, Lesson lesson) {
        file = opened;
        lessonSession.open(lesson);
    }

    /** What {@link #reopen} takes for the open lesson; null if none is open. */
    public @Nullable String reopenable() {
        Lesson lesson = lessonSession.lessonProperty().get();
        boolean isOwn = lesson != null && lesson.id().startsWith(LessonFileActions.OWN);
        return lesson == null ? null : isOwn && file != null ? FILE + file : lesson.id();
    }

    /**
     * Opens the lesson that was open last: a built-in one at once, one's own when its file has been
     * read, unless a lesson has been opened meanwhile. Does nothing if it is unknown; says so if
     * its file is gone.
     *
     * @param opened is called when it is open
     */
    public void reopen(String lesson, Runnable opened) {
        if (!lesson.startsWith(FILE)) {
            open(lesson);
            opened.run();
            return;
        }
        try {
            Path path = Path.of(lesson.substring(FILE.length()));
            fileActions.reopen(path, read -> reopened(path, read, opened));
        } catch (InvalidPathException e) {
            // saved by another system or by hand: as unknown as any other word
        }
    }

    private void reopened(Path path, Lesson lesson, Runnable opened) {
        if (!lessonSession.isOpen()) {
            openOwn(path, lesson);
            opened.run();
        }
    }

    /** Opens a built-in lesson; an unknown id does nothing. */
    private void open(String id) {
        LessonCatalog.all().stream()
                .filter(lesson -> lesson.id().equals(id))
                .findFirst()
                .ifPresent(lessonSession::open);
    }

    /** The open lesson, or null. */
    public ReadOnlyObjectProperty<@Nullable Lesson> lessonProperty() {
        return lessonSession.lessonProperty();
    }

    /** Whether the window shows a lesson's list in place of the user's own. */
    public boolean isOpen() {
        return lessonSession.isOpen();
    }
}
