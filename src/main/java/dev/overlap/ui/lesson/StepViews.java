package dev.overlap.ui.lesson;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.Observation;
import dev.overlap.text.lesson.LessonStepText;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.lesson.scheduler.SchedulerPane;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Creates what the current step of a lesson shows. Nothing of a later step exists before, and
 * nothing that claims of the lesson deny, unless it is asked for.
 *
 * <p>Threads: JavaFX thread only.
 */
final class StepViews {

    private final ObjectProperty<Guesses> guesses;
    private final Consumer<String> say;
    private final LessonActions actions;
    private final BooleanProperty notesHidden = new SimpleBooleanProperty(this, "notesHidden");
    private @Nullable GuessStepView guessView;
    private @Nullable LessonNotes notes;
    private @Nullable SchedulerPane scheduler;
    private boolean anyway;
    private boolean otherList;
    private String standIn = "";

    /**
     * @param say receives a message if a guess is invalid
     */
    StepViews(ObjectProperty<Guesses> guesses, Consumer<String> say, LessonActions actions) {
        this.guesses = guesses;
        this.say = say;
        this.actions = actions;
        notesHidden.subscribe(this::showNotes);
    }

    /** Begins a lesson; null if there is none any more. */
    void opened(@Nullable Lesson lesson) {
        forget();
        notes = lesson == null || lesson.notes().isBlank() ? null : new LessonNotes(lesson.notes());
        scheduler =
                lesson == null || lesson.breakIt().isEmpty()
                        ? null
                        : new SchedulerPane(lesson.breakIt(), _ -> actions.scheduled());
        showNotes();
    }

    /** Forgets what was said of and asked for the latest run. */
    void forget() {
        anyway = false;
        otherList = false;
    }

    /** Sets whether the latest run was not the lesson's. */
    void setOtherList(boolean other) {
        otherList = other;
    }

    /**
     * Sets what would help to run the models of the lesson that is opened next, where others stand
     * in for them; empty if none do.
     */
    void setStandIn(String wayOut) {
        standIn = wayOut;
    }

    /** Shows texts that may not be true of the latest run. */
    void showAnyway() {
        anyway = true;
    }

    /** Whether the presenter's notes are hidden. */
    BooleanProperty notesHiddenProperty() {
        return notesHidden;
    }

    private void showNotes() {
        if (notes != null) {
            NodeVisibility.set(notes, !notesHidden.get());
        }
    }

    /**
     * Keeps what has been typed in the fields for guesses.
     *
     * @return whether all of it was understood
     */
    boolean commit() {
        return guessView == null || guessView.commit();
    }

    /** Moves the focus to the first field without a guess. */
    void focusMissing() {
        if (guessView != null) {
            guessView.focusMissing();
        }
    }

    /** Creates what the current step shows. */
    List<Node> of(LessonSteps steps, LessonRuns runs) {
        List<Node> shown = new ArrayList<>();
        guessView = null;
        if (!standIn.isEmpty()) {
            shown.add(standInNotice());
        }
        switch (steps.current()) {
            case GUESS -> shown.add(guess(runs.lesson()));
            case WATCH -> shown.add(watch(steps, runs));
            case LOOK -> addChecked(shown, runs, look(runs));
            case WHY -> addChecked(shown, runs, List.of(new WhyStepView(runs.lesson(), runs)));
            case BREAK -> addScheduler(shown);
        }
        if (notes != null) {
            shown.add(notes);
        }
        return shown;
    }

    private Label standInNotice() {
        Label notice =
                LessonNodes.text("lesson-stand-in", LessonStepText.STAND_IN.formatted(standIn));
        notice.getStyleClass().add("lesson-notice");
        return notice;
    }

    private void addScheduler(List<Node> shown) {
        if (scheduler != null) {
            shown.add(scheduler);
        }
    }

    /** What lets the person be the scheduler; null if the lesson has no such step. */
    @Nullable SchedulerPane scheduler() {
        return scheduler;
    }

    private GuessStepView guess(Lesson lesson) {
        GuessStepView created = new GuessStepView(lesson, guesses, say);
        guessView = created;
        return created;
    }

    private WatchStepView watch(LessonSteps steps, LessonRuns runs) {
        WatchStepView view = new WatchStepView(runs.lesson(), steps, runs);
        if (otherList) {
            view.showOtherList(actions::setUp);
        }
        return view;
    }

    private List<Node> look(LessonRuns runs) {
        boolean placed = runs.first() != null;
        Node view = new LookStepView(runs.lesson(), placed, actions::point);
        boolean missed = !placed && runs.lesson().lookAt().stream().anyMatch(Observation::hasPlace);
        return missed ? List.of(runMissing(runs.lesson()), view) : List.of(view);
    }

    private VBox runMissing(Lesson lesson) {
        String name = ConcurrencyModel.of(lesson.model()).name();
        VBox notice =
                new VBox(
                        LessonNodes.text(
                                "lesson-run-missing", LessonStepText.RUN_MISSING.formatted(name)),
                        ClaimNotice.again(actions));
        notice.getStyleClass().add("lesson-notice");
        return notice;
    }

    /** Adds the texts of the lesson, if the runs show what they say or if they are asked for. */
    private void addChecked(List<Node> shown, LessonRuns runs, List<? extends Node> texts) {
        List<String> failed = runs.failedClaims();
        if (!failed.isEmpty()) {
            shown.add(new ClaimNotice(failed, runs, anyway, actions));
        }
        if (failed.isEmpty() || anyway) {
            shown.addAll(texts);
        }
    }
}
