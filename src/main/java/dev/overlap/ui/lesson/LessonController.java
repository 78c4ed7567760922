package dev.overlap.ui.lesson;

import dev.overlap.comparison.Guesses;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.plan.Plan;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.ui.comparison.ComparisonLauncher;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.run.RunController;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
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
        private Consumer<Lesson> compareAgain = _ -> {};
        private Runnable course = () -> {};
        private Runnable presenter = () -> {};
        private Runnable page = () -> {};
        private @Nullable ObservationPointer pointer;
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

        /** Compares the models of a lesson at once, whatever was chosen to be compared. */
        public Callbacks compareAgain(Consumer<Lesson> compareAgain) {
            this.compareAgain = compareAgain;
            return this;
        }

        /** Shows the page of the lesson. */
        public Callbacks page(Runnable page) {
            this.page = page;
            return this;
        }

        /** Shows in the chart what an observation speaks of. */
        public Callbacks pointer(ObservationPointer pointer) {
            this.pointer = pointer;
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

        Supplier<Plan> plan() {
            return plan;
        }

        Consumer<Plan> put() {
            return put;
        }

        Runnable run() {
            return run;
        }

        Runnable compare() {
            return compare;
        }

        Consumer<Lesson> compareAgain() {
            return compareAgain;
        }

        Runnable course() {
            return course;
        }

        Runnable page() {
            return page;
        }

        @Nullable ObservationPointer pointer() {
            return pointer;
        }

        Consumer<String> say() {
            return say;
        }
    }

    /** In front of the path of a file of one's own. */
    private static final String FILE = "file:";

    private final LessonSession lessonSession;
    private final LessonFileActions fileActions;
    private @Nullable Path file;
    private final LessonProblemsPane problems = new LessonProblemsPane();
    private final LessonMenu menu;
    private final StepController steps;
    private final BooleanProperty notesElsewhere = new SimpleBooleanProperty();
    private final BooleanProperty projector = new SimpleBooleanProperty();
    private @Nullable LessonMeasurements measurements;

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
        steps = new StepController(lessons, lessonSession, guesses, callbacks);
        steps.views().notesHiddenProperty().bind(notesElsewhere.or(projector));
        menu =
                new LessonMenu(
                        LessonCatalog.groups(),
                        new LessonMenu.Callbacks()
                                .course(callbacks.course)
                                .presenter(callbacks.presenter)
                                .open(steps::open)
                                .openFile(fileActions::open)
                                .leave(lessonSession::leave));
        lessonSession.lessonProperty().subscribe(this::show);
    }

    private void show(@Nullable Lesson open) {
        steps.opened(open);
        menu.showOpen(open != null);
    }

    public LessonMenu menu() {
        return menu;
    }

    public Region pane() {
        return steps.pane();
    }

    /** Follows what the window measures; called once, when the comparison screen exists. */
    public void follow(RunController runs, ComparisonLauncher comparisons) {
        measurements = new LessonMeasurements(runs, comparisons, steps);
    }

    /** Takes a comparison that has ended. */
    public void comparisonEnded(RecordedComparison comparison) {
        if (measurements != null) {
            measurements.comparisonEnded(comparison);
        }
    }

    /** Takes a comparison that was kept and is shown again. */
    public void comparisonShown(RecordedComparison comparison) {
        if (measurements != null) {
            measurements.comparisonShown(comparison);
        }
    }

    /**
     * Whether a measurement may begin: in a lesson that asks for a guess, not before there is one
     * or it is skipped. Says why not.
     */
    public boolean mayMeasure() {
        return steps.mayMeasure();
    }

    /** Sets whether the presenter's notes are shown elsewhere, and so not here. */
    public void setNotesElsewhere(boolean elsewhere) {
        notesElsewhere.set(elsewhere);
    }

    /** Sets whether the window has projector size, in which no notes are shown. */
    public void setProjector(boolean on) {
        projector.set(on);
    }

    /** How far the open lesson has been taken, as words for {@link #restoreSteps}. */
    public ObservableValue<String> stepsProperty() {
        return steps.stepsProperty().map(LessonSteps::words);
    }

    /** Takes the open lesson as far as it was when the program ended. */
    public void restoreSteps(String words) {
        steps.restore(words);
        if (measurements != null) {
            measurements.adoptShown();
        }
    }

    public ModalOverlay problems() {
        return problems;
    }

    /** Opens a built-in lesson. */
    public void open(Lesson lesson) {
        steps.open(lesson);
    }

    /** Sets the lesson to offer where none is open. */
    public void setOffered(Lesson lesson) {
        steps.pane().setOffered(lesson);
    }

    /** The title of the current step of the open lesson; of no meaning if none is open. */
    public ObservableValue<String> stepTitleProperty() {
        return steps.stepsProperty().map(now -> now.current().title());
    }

    private void openOwn(Path opened, Lesson lesson) {
        file = opened;
        steps.open(lesson);
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
                .ifPresent(steps::open);
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
