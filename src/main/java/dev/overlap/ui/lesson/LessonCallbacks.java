package dev.overlap.ui.lesson;

import dev.overlap.lesson.Lesson;
import dev.overlap.plan.Plan;
import dev.overlap.render.schedule.ScheduleFrame;
import dev.overlap.ui.run.RunStarter;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What lessons do in the window; unset ones do nothing. */
public final class LessonCallbacks {

    private Supplier<Window> window =
            () -> {
                throw new IllegalStateException("no window is set");
            };
    private Supplier<Plan> plan =
            () -> {
                throw new IllegalStateException("no plan is set");
            };
    private Consumer<Plan> put = _ -> {};
    private RunStarter starter =
            _ -> {
                throw new IllegalStateException("no engine is set");
            };
    private BooleanSupplier idle = () -> true;
    private Runnable run = () -> {};
    private Runnable compare = () -> {};
    private Consumer<Lesson> compareAgain = _ -> {};
    private Runnable course = () -> {};
    private Runnable presenter = () -> {};
    private Runnable page = () -> {};
    private @Nullable ObservationPointer pointer;
    private Consumer<@Nullable ScheduleFrame> schedule = _ -> {};
    private Consumer<String> say = _ -> {};

    /** Supplies the owner of dialogs. */
    public LessonCallbacks window(Supplier<Window> window) {
        this.window = window;
        return this;
    }

    /** Supplies the window's current plan. */
    public LessonCallbacks plan(Supplier<Plan> plan) {
        this.plan = plan;
        return this;
    }

    /** Loads a plan into the window. */
    public LessonCallbacks put(Consumer<Plan> put) {
        this.put = put;
        return this;
    }

    /** Starts runs that the window does not show; not while it measures. */
    public LessonCallbacks starter(RunStarter starter, BooleanSupplier idle) {
        this.starter = starter;
        this.idle = idle;
        return this;
    }

    /** Runs the list. */
    public LessonCallbacks run(Runnable run) {
        this.run = run;
        return this;
    }

    /** Compares the lesson's models. */
    public LessonCallbacks compare(Runnable compare) {
        this.compare = compare;
        return this;
    }

    /** Compares the models of a lesson at once, whatever was chosen to be compared. */
    public LessonCallbacks compareAgain(Consumer<Lesson> compareAgain) {
        this.compareAgain = compareAgain;
        return this;
    }

    /** Shows the page of the lesson. */
    public LessonCallbacks page(Runnable page) {
        this.page = page;
        return this;
    }

    /** Shows in the chart what an observation speaks of. */
    public LessonCallbacks pointer(ObservationPointer pointer) {
        this.pointer = pointer;
        return this;
    }

    /** Shows what the person did as the scheduler in place of the chart; the chart if null. */
    public LessonCallbacks schedule(Consumer<@Nullable ScheduleFrame> schedule) {
        this.schedule = schedule;
        return this;
    }

    /** Shows all lessons. */
    public LessonCallbacks course(Runnable course) {
        this.course = course;
        return this;
    }

    /** Opens or closes the presenter's window. */
    public LessonCallbacks presenter(Runnable presenter) {
        this.presenter = presenter;
        return this;
    }

    /** Receives status messages. */
    public LessonCallbacks say(Consumer<String> say) {
        this.say = say;
        return this;
    }

    Supplier<Window> window() {
        return window;
    }

    Supplier<Plan> plan() {
        return plan;
    }

    Consumer<Plan> put() {
        return put;
    }

    RunStarter starter() {
        return starter;
    }

    BooleanSupplier idle() {
        return idle;
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

    Consumer<@Nullable ScheduleFrame> schedule() {
        return schedule;
    }

    Runnable course() {
        return course;
    }

    Runnable presenter() {
        return presenter;
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
