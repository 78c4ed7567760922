package dev.overlap.ui.lesson;

import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.Variant;
import dev.overlap.concurrency.PythonOffer;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.ui.comparison.ComparisonController;
import dev.overlap.ui.comparison.ComparisonLauncher;
import dev.overlap.ui.controls.FileWatch;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.controls.SaveDialog;
import dev.overlap.ui.run.RunController;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Controls lessons: the menu, the lesson page, and the problems of a lesson file.
 *
 * <p>Threads: JavaFX thread only; files are read in the background.
 */
public final class LessonController {

    /** In front of the path of a file of one's own. */
    private static final String FILE = "file:";

    private final LessonSession lessonSession;
    private final LessonFileActions fileActions;
    private final NewLesson newLesson;
    private final FileWatch watch;
    private @Nullable Path file;
    private final LessonProblemsPane problems = new LessonProblemsPane();
    private final LessonMenu menu;
    private final StepController steps;
    private final BooleanProperty notesElsewhere = new SimpleBooleanProperty();
    private final BooleanProperty projector = new SimpleBooleanProperty();
    private @Nullable LessonMeasurements measurements;
    private boolean reopening;
    private Runnable afterReopening = () -> {};

    /**
     * @param inbox runs on the JavaFX thread
     * @param guesses bound to what is typed here
     */
    public LessonController(
            Executor background,
            Executor inbox,
            ObjectProperty<Guesses> guesses,
            OpenDialog dialog,
            SaveDialog saving,
            LessonCallbacks callbacks) {
        lessonSession = new LessonSession(callbacks.plan(), callbacks.put());
        fileActions =
                new LessonFileActions(
                        background,
                        inbox,
                        dialog,
                        new LessonFileActions.Callbacks()
                                .window(callbacks.window())
                                .opened(this::openOwn)
                                .rejected(problems::show)
                                .say(callbacks.say()));
        List<Lesson> lessons = LessonCatalog.all();
        steps = new StepController(lessons, lessonSession, guesses, callbacks);
        newLesson =
                new NewLesson(
                        background,
                        inbox,
                        saving,
                        guesses,
                        callbacks,
                        new NewLesson.Target() {
                            @Override
                            public void open(Lesson lesson) {
                                file = null;
                                steps.open(lesson);
                            }

                            @Override
                            public void opened(Path saved, Lesson lesson) {
                                openOwn(saved, lesson);
                            }
                        });
        watch =
                new FileWatch(
                        background, inbox, changed -> fileActions.readAgain(changed, steps::open));
        steps.views().notesHiddenProperty().bind(notesElsewhere.or(projector));
        menu =
                new LessonMenu(
                        LessonCatalog.groups(),
                        new LessonMenu.Callbacks()
                                .course(callbacks.course())
                                .presenter(callbacks.presenter())
                                .open(steps::open)
                                .create(newLesson::begin)
                                .openFile(fileActions::open)
                                .leave(lessonSession::leave));
        lessonSession.lessonProperty().subscribe(this::show);
    }

    private void show(@Nullable Lesson open) {
        steps.opened(open);
        menu.showOpen(open != null);
        watch.watch(isOwn(open) ? file : null);
    }

    public LessonMenu menu() {
        return menu;
    }

    public Region pane() {
        return steps.pane();
    }

    /** Follows what the window measures; called once, when all of it exists. */
    public void follow(
            RunController runs, ComparisonLauncher launcher, ComparisonController comparison) {
        LessonMeasurements followed = new LessonMeasurements(runs, launcher, steps);
        comparison.onEnded(followed::comparisonEnded);
        comparison.onOpened(followed::comparisonShown);
        measurements = followed;
    }

    /**
     * Whether a measurement may begin: in a lesson that asks for a guess, not before there is one
     * or it is skipped. Says why not.
     */
    public boolean mayMeasure() {
        return steps.mayMeasure();
    }

    /**
     * Whether a kept run suits what was open when the program ended: beside a lesson, only a run of
     * its own that was watched already.
     */
    public boolean mayShow(Recording kept) {
        return steps.isAbout(
                switch (kept) {
                    case RecordedRun run -> List.of(run.plan());
                    case RecordedComparison it ->
                            it.comparison().plan().variants().stream().map(Variant::plan).toList();
                });
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

    /** Watches the file of the open lesson no more, and ends a check of claims. */
    public void close() {
        newLesson.cancelCheck();
        watch.watch(null);
    }

    /** The form for a new lesson. */
    public ModalOverlay newLesson() {
        return newLesson.pane();
    }

    private static boolean isOwn(@Nullable Lesson lesson) {
        return lesson != null && lesson.id().startsWith(LessonFileActions.OWN);
    }

    /** Opens a built-in lesson. */
    public void open(Lesson lesson) {
        steps.open(lesson);
    }

    /** Takes what is known of the models that only some machines can run. */
    public void offer(PythonOffer offer) {
        steps.offer(offer);
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
        if (lesson == null || !isOwn(lesson)) {
            return lesson == null ? null : lesson.id();
        }
        return file == null ? null : FILE + file; // null: it was tried and not saved
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
            reopening = true;
            fileActions.reopen(path, read -> reopened(path, read, opened), this::endReopening);
        } catch (InvalidPathException e) {
            // saved by another system or by hand: as unknown as any other word
        }
    }

    private void endReopening() {
        reopening = false;
        afterReopening.run();
        afterReopening = () -> {};
    }

    /** Runs an action when the lesson that was open last is open again, or cannot be. */
    public void whenReopened(Runnable action) {
        if (reopening) {
            afterReopening = action;
        } else {
            action.run();
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
