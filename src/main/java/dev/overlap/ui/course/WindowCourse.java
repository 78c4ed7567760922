package dev.overlap.ui.course;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.VariantResult;
import dev.overlap.export.CourseCsv;
import dev.overlap.export.ThumbnailPng;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.lesson.course.CompletedLesson;
import dev.overlap.lesson.course.CourseRecord;
import dev.overlap.lesson.course.LessonPicture;
import dev.overlap.lesson.course.ModelTime;
import dev.overlap.persistence.CourseFile;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.storage.AtomicFile;
import dev.overlap.text.course.CourseText;
import dev.overlap.trace.Trace;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.export.ExportService;
import dev.overlap.ui.lesson.LessonController;
import dev.overlap.ui.presenter.PresenterWindow;
import dev.overlap.ui.run.RunController;
import dev.overlap.ui.run.RunController.Started;
import dev.overlap.ui.run.RunController.State;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * All that a window has to do with the course, wired: the view of all lessons, the record of what
 * was done, and the presenter's window.
 *
 * <p>A lesson is done when its run, or its comparison, has ended while it was open, unless it was
 * stopped. Lessons of one's own are not a part of the course.
 *
 * <p>Threads: JavaFX thread only, which never blocks here except in {@link #close}.
 */
public final class WindowCourse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WindowCourse.class);

    /**
     * What it needs.
     *
     * @param file null if nothing can be saved
     * @param inbox runs on the JavaFX thread
     * @param say receives status messages
     */
    public record Services(
            @Nullable CourseFile file,
            Executor background,
            Executor inbox,
            ExportService export,
            Consumer<String> say) {}

    private final Services services;
    private final LessonController lessons;
    private final ObjectProperty<Guesses> guesses;
    private final CourseSaver saver;
    private final CourseView view;
    private final Set<String> ids =
            LessonCatalog.all().stream().map(Lesson::id).collect(Collectors.toUnmodifiableSet());
    private final Map<String, Long> walls = new HashMap<>();
    private @Nullable PresenterWindow presenter;
    private boolean dark;

    /**
     * @param guesses those that are typed for the open lesson
     */
    public WindowCourse(
            Services services,
            LessonController lessons,
            RunController runs,
            ObjectProperty<Guesses> guesses) {
        this.services = services;
        this.lessons = lessons;
        this.guesses = guesses;
        saver = new CourseSaver(services.file, services.background, services.inbox, services.say);
        view =
                new CourseView(
                        LessonCatalog.groups(),
                        new CourseView.Callbacks()
                                .open(lessons::open)
                                .export(this::export)
                                .reset(saver::clear)
                                .undo(saver::restore));
        saver.shownProperty().subscribe(_ -> show());
        lessons.lessonProperty().subscribe(this::opened);
        guesses.subscribe(_ -> showGuesses());
        runs.stateProperty()
                .subscribe(
                        (before, now) -> {
                            if (before == State.RUNNING && now == State.IDLE) { // else stopped
                                ended(runs.latestProperty().get());
                            }
                        });
    }

    /** The items of a menu that save lessons on paper. */
    public List<MenuItem> worksheetItems() {
        return new WorksheetItems(services.export, lessons.lessonProperty()).items();
    }

    /** The view of all lessons. */
    public ModalOverlay view() {
        return view;
    }

    /** Shows the view of all lessons. */
    public void open() {
        saver.load();
        view.open();
    }

    /** Connects what needs the window itself. */
    public void install(Scene scene) {
        PresenterWindow created = new PresenterWindow(scene, LessonCatalog.all(), lessons::open);
        presenter = created;
        created.showingProperty().subscribe(lessons::setNotesElsewhere);
        lessons.stepTitleProperty().subscribe(_ -> showStep());
        opened(lessons.lessonProperty().get());
    }

    /** Opens or closes the presenter's window. */
    public void togglePresenter() {
        presenter().toggle();
    }

    /** Where the presenter's window was last. */
    public StringProperty presenterPlaceProperty() {
        return presenter().placeProperty();
    }

    private PresenterWindow presenter() {
        return Objects.requireNonNull(presenter, "install comes before");
    }

    /** Switches between dark and light pictures. */
    public void setDark(boolean dark) {
        this.dark = dark;
        show();
    }

    private void opened(@Nullable Lesson lesson) {
        walls.clear();
        show();
        if (presenter != null) {
            presenter.show(lesson);
            showGuesses();
            showStep();
        }
    }

    private void showStep() {
        if (presenter != null) {
            boolean open = lessons.lessonProperty().get() != null;
            presenter.showStep(open ? lessons.stepTitleProperty().getValue() : "");
        }
    }

    private void show() {
        CourseRecord record = saver.shownProperty().get();
        view.show(record, lessons.lessonProperty().get(), dark);
        List<Lesson> all = LessonCatalog.all();
        lessons.setOffered(
                all.stream()
                        .filter(lesson -> !record.isDone(lesson.id()))
                        .findFirst()
                        .orElse(all.getFirst()));
    }

    private void showGuesses() {
        if (presenter != null) {
            presenter.showGuesses(guesses.get(), walls);
        }
    }

    private void ended(@Nullable Started run) {
        Lesson lesson = lessons.lessonProperty().get();
        if (lesson != null && run != null) {
            Trace trace = run.run().trace();
            CompletedLesson done =
                    LessonCompletion.of(
                            lesson, run.run().plan(), trace, run.guesses(), Instant.now());
            completed(done, List.of(trace));
        }
    }

    /** Takes a comparison that has ended. */
    public void comparisonEnded(RecordedComparison recorded) {
        Lesson lesson = lessons.lessonProperty().get();
        if (lesson != null) {
            Comparison comparison = recorded.comparison();
            CompletedLesson done =
                    LessonCompletion.of(lesson, comparison, recorded.guesses(), Instant.now());
            List<Trace> drawn =
                    comparison.entries().stream()
                            .map(VariantResult::drawn)
                            .filter(Objects::nonNull)
                            .toList();
            completed(done, drawn);
        }
    }

    private void completed(@Nullable CompletedLesson done, List<Trace> traces) {
        if (done == null) {
            return;
        }
        for (ModelTime time : done.times()) {
            walls.put(time.model(), time.wallNanos());
        }
        showGuesses();
        if (ids.contains(done.lesson())) {
            saver.change(before -> before.with(done));
            services.background.execute(() -> paint(done.lesson(), traces));
        }
    }

    /** Paints the picture of a lesson, off the JavaFX thread. */
    private void paint(String lesson, List<Trace> traces) {
        try {
            LessonPicture picture =
                    LessonPicture.of(ThumbnailPng.of(traces, false), ThumbnailPng.of(traces, true));
            services.inbox.execute(
                    () -> saver.change(before -> before.withPicture(lesson, picture)));
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.debug("a lesson has no picture", e); // it is as well done without one
        }
    }

    private void export() {
        CourseRecord score = saver.shownProperty().get();
        services.export.save(
                CourseText.FILE_NAME,
                file ->
                        AtomicFile.write(
                                file,
                                out ->
                                        CourseCsv.write(
                                                LessonCatalog.groups(),
                                                score,
                                                ZoneId.systemDefault(),
                                                out)));
    }

    /** Closes the presenter's window, and saves what is not saved yet. */
    @Override
    public void close() {
        if (presenter != null) {
            presenter.close();
        }
        saver.close();
    }
}
