package dev.overlap.ui.lesson;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.PythonOffer;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.Observation;
import dev.overlap.plan.Plan;
import dev.overlap.text.lesson.LessonStepText;
import dev.overlap.text.lesson.SchedulerText;
import dev.overlap.ui.lesson.LessonSteps.Fact;
import dev.overlap.ui.lesson.LessonSteps.StepState;
import dev.overlap.ui.lesson.scheduler.SchedulerPane;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes the open lesson through its steps: lets nothing run before there is a guess, takes note of
 * what was measured, and shows what belongs to the current step.
 *
 * <p>Threads: JavaFX thread only.
 */
final class StepController implements LessonActions {

    /** The steps in which what is typed or focused must stay. */
    private static final Set<LessonStep> KEEPING = Set.of(LessonStep.GUESS, LessonStep.BREAK);

    private final ObjectProperty<Guesses> guesses;
    private final LessonCallbacks window;
    private final LessonSession session;
    private final ReadOnlyObjectWrapper<LessonSteps> steps =
            new ReadOnlyObjectWrapper<>(LessonSteps.opened(List.of(LessonStep.WATCH)));
    private final LessonPane pane;
    private final StepViews views;
    private @Nullable LessonRuns runs;
    private boolean comparedLast;
    private boolean scheduling;
    private PythonOffer offer = PythonOffer.UNKNOWN;

    /**
     * @param lessons the built-in ones, in order
     * @param guesses bound to what is typed here
     */
    StepController(
            List<Lesson> lessons,
            LessonSession session,
            ObjectProperty<Guesses> guesses,
            LessonCallbacks window) {
        this.session = session;
        this.guesses = guesses;
        this.window = window;
        pane = new LessonPane(lessons, this);
        views = new StepViews(guesses, this::say, this);
        guesses.subscribe((_, _) -> set(steps.get().guessed(isGuessed())));
    }

    LessonPane pane() {
        return pane;
    }

    StepViews views() {
        return views;
    }

    /** How far the steps of the open lesson have been taken. */
    ReadOnlyObjectProperty<LessonSteps> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /**
     * Takes what is known of the models that only some machines can run. An open lesson is opened
     * again without those that cannot be run, unless they have been.
     */
    void offer(PythonOffer known) {
        offer = known;
        LessonSteps now = steps.get();
        if (runs != null && !now.is(Fact.MEASURED) && !now.is(Fact.RUNNING)) {
            Lesson lesson = runs.lesson();
            if (known.wayOut(lesson.models()).isPresent()) {
                open(lesson);
            }
        }
    }

    /** Begins a lesson; null if there is none any more. */
    void opened(@Nullable Lesson lesson) {
        runs = lesson == null ? null : new LessonRuns(lesson);
        views.opened(lesson);
        if (lesson == null) {
            pane.offer();
            showSchedule();
        } else {
            steps.set(LessonSteps.opened(LessonStep.of(lesson)).guessed(isGuessed()));
            show();
        }
    }

    private boolean isGuessed() {
        return runs != null
                && runs.lesson().models().stream().allMatch(it -> guesses.get().of(it) != null);
    }

    /** Takes the steps that saved words name; those that would give an answer away stay closed. */
    void restore(String words) {
        if (runs != null) {
            set(steps.get().restored(words));
        }
    }

    /**
     * Whether a measurement may begin; says why not. What has been typed in a field for a guess is
     * kept first.
     */
    boolean mayMeasure() {
        boolean understood = views.commit();
        if (runs == null || steps.get().mayRun()) {
            return true;
        }
        window.page().run();
        go(LessonStep.GUESS);
        if (understood) {
            say(LessonStepText.GUESS_FIRST.formatted(missing(runs.lesson())));
            views.focusMissing();
        }
        return false;
    }

    private String missing(Lesson lesson) {
        return lesson.models().stream()
                .filter(it -> guesses.get().of(it) == null)
                .map(it -> "\"" + ConcurrencyModel.of(it).name() + "\"")
                .collect(Collectors.joining(", "));
    }

    /** Takes note that a run or a comparison has begun. */
    void started() {
        views.forget();
        set(steps.get().runStarted());
    }

    /** Takes note that nothing runs any more, whatever came of it. */
    void ended() {
        if (steps.get().is(Fact.RUNNING)) {
            set(steps.get().runEnded(false));
        }
    }

    /**
     * Takes what was measured, if it is of the lesson.
     *
     * @param compared whether it was a comparison
     */
    void measured(List<FinishedRuns> finished, boolean compared) {
        if (runs == null || !steps.get().is(Fact.RUNNING)) {
            return; // what was running when the lesson was opened is not its own
        }
        comparedLast = compared;
        LessonRuns known = runs;
        boolean ofLesson = finished.stream().anyMatch(it -> known.isOfLesson(it.plan()));
        finished.forEach(known::add);
        views.setOtherList(!ofLesson);
        set(steps.get().runEnded(ofLesson && known.hasFirst()));
    }

    /** Takes a sweep, which has its own runs to look at. */
    void swept(Plan plan) {
        if (runs != null && steps.get().is(Fact.RUNNING)) {
            boolean ofLesson = runs.isOfLessonButForWorkers(plan);
            views.setOtherList(!ofLesson);
            set(steps.get().runEnded(ofLesson && plan.model().equals(runs.lesson().model())));
        }
    }

    /** Takes runs from before a restart, to which the restored steps belong. */
    void adopt(FinishedRuns finished) {
        LessonSteps now = steps.get();
        if (runs != null
                && now.is(Fact.MEASURED)
                && !now.is(Fact.RUNNING)
                && !runs.has(finished.plan().model())) {
            runs.add(finished);
            show();
        }
    }

    /** Whether there is no lesson, or one that has measured, and under one of these plans. */
    boolean isAbout(List<Plan> plans) {
        LessonRuns known = runs;
        return known == null
                || (steps.get().is(Fact.MEASURED) && plans.stream().anyMatch(known::isOfLesson));
    }

    private void set(LessonSteps next) {
        LessonSteps before = steps.get();
        if (runs == null || next.equals(before)) {
            return;
        }
        steps.set(next);
        boolean keeps = KEEPING.contains(next.current()) && before.current() == next.current();
        if (keeps) {
            pane.update(runs.lesson(), next);
        } else {
            show();
        }
    }

    private void show() {
        if (runs != null) {
            pane.show(runs.lesson(), steps.get(), views.of(steps.get(), runs));
            showSchedule();
        }
    }

    /** The picture of the schedule stands in place of the chart as long as its step is shown. */
    private void showSchedule() {
        SchedulerPane scheduler = views.scheduler();
        boolean shown = scheduler != null && steps.get().current() == LessonStep.BREAK;
        window.schedule().accept(scheduler == null || !shown ? null : scheduler.frame());
        if (shown != scheduling) { // what is said of the run would be read as said of the picture
            scheduling = shown;
            window.say().accept(shown ? SchedulerText.STATUS : "");
        }
    }

    @Override
    public void scheduled() {
        SchedulerPane scheduler = views.scheduler();
        if (scheduler != null && scheduler.isBroken()) {
            set(steps.get().broken());
        }
        showSchedule();
    }

    private void say(String sentence) {
        pane.say(sentence);
        window.say().accept(sentence);
    }

    @Override
    public void run() {
        window.run().run();
    }

    @Override
    public void compare() {
        if (mayMeasure()) {
            window.compare().run();
        }
    }

    @Override
    public void skipGuess() {
        set(steps.get().skipGuess());
    }

    @Override
    public void go(LessonStep step) {
        LessonSteps now = steps.get();
        if (now.isOpen(step)) {
            set(now.go(step));
        } else {
            say(StepIndicator.sentence(step, StepState.CLOSED));
        }
    }

    @Override
    public void point(Observation observation) {
        FinishedRuns first = runs == null ? null : runs.first();
        ObservationPointer pointer = window.pointer();
        if (first != null && pointer != null) {
            pointer.show(observation, first);
            window.page().run(); // selecting a task leaves it
        }
    }

    @Override
    public void runAgain() {
        if (runs == null) {
            return;
        }
        restoreList(runs.lesson().plan(runs.lesson().model()));
        if (comparedLast) {
            window.compareAgain().accept(runs.lesson());
        } else {
            window.run().run();
        }
    }

    @Override
    public void showAnyway() {
        views.showAnyway();
        show();
    }

    @Override
    public void setUp() {
        if (runs != null) {
            restoreList(runs.lesson().plan(runs.lesson().model()));
            views.setOtherList(false);
            show();
        }
    }

    private void restoreList(Plan plan) {
        if (!window.plan().get().equals(plan)) {
            Guesses kept = guesses.get();
            window.put().accept(plan);
            guesses.set(kept);
        }
    }

    @Override
    public void open(Lesson lesson) {
        Lesson runnable = lesson.withModels(offer::runnable);
        views.setStandIn(offer.wayOut(lesson.models()).orElse(""));
        boolean again = runnable.equals(session.lessonProperty().get());
        session.open(runnable);
        if (again) {
            opened(runnable); // from its begin
            window.page().run();
        }
    }

    @Override
    public void course() {
        window.course().run();
    }

    @Override
    public void leave() {
        session.leave();
    }
}
