package dev.overlap.ui.lesson.scheduler;

import dev.overlap.lesson.scheduler.Schedule;
import dev.overlap.render.schedule.ScheduleFrame;
import dev.overlap.text.lesson.SchedulerText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/**
 * Lets a person be the scheduler of two threads that count: a stack of steps for each, first
 * without a lock, until an update was lost, and then with one. What was done stays until the lesson
 * is closed.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class SchedulerPane extends VBox {

    private final String counter;
    private final Consumer<Schedule> changed;
    private final Label task = text("scheduler-task");
    private final Label shown = text("scheduler-counter");
    private final Label result = text("scheduler-result");
    private final List<StepStack> stacks =
            List.of(new StepStack(0, () -> step(0)), new StepStack(1, () -> step(1)));
    private final Button undo =
            button("scheduler-undo", SchedulerText.UNDO, SchedulerText.UNDO_HELP, this::undo);
    private final Button again =
            button(
                    "scheduler-again",
                    SchedulerText.AGAIN,
                    SchedulerText.AGAIN_HELP,
                    () -> begin(isLocked()));
    private final Button lock = button("scheduler-lock", "", "", () -> begin(!isLocked()));
    private Schedule schedule = Schedule.begin(false);
    private boolean broken;

    /**
     * @param counter the name of the counter
     * @param changed receives the schedule after each change by the person
     */
    public SchedulerPane(String counter, Consumer<Schedule> changed) {
        this.counter = counter;
        this.changed = changed;
        setId("scheduler");
        getStyleClass().addAll("lesson", "scheduler");
        Label notice = text("scheduler-notice");
        notice.setText(SchedulerText.NOTICE);
        notice.getStyleClass().add("lesson-notice");
        notice.setMaxWidth(Double.MAX_VALUE);
        shown.getStyleClass().add("lesson-result");
        result.getStyleClass().add("lesson-take-home");
        FlowPane buttons = new FlowPane(8, 6, undo, again, lock);
        getChildren().setAll(notice, task, result, buttons, threads(), shown);
        show();
    }

    /** Side by side, and equally wide whatever is in them. */
    private GridPane threads() {
        GridPane threads = new GridPane(10, 0);
        for (int thread = 0; thread < stacks.size(); thread++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(100.0 / stacks.size());
            threads.getColumnConstraints().add(half);
            threads.add(stacks.get(thread), thread, 0);
        }
        return threads;
    }

    private static Label text(String id) {
        Label text = new Label();
        text.setId(id);
        text.setWrapText(true);
        return text;
    }

    private static Button button(String id, String words, String help, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setAccessibleText(help);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** The drawing of what was done so far. */
    public ScheduleFrame frame() {
        return ScheduleFrame.of(schedule, counter);
    }

    /** Whether an update was lost without the lock, be it undone since. */
    public boolean isBroken() {
        return broken;
    }

    private boolean isLocked() {
        return schedule.locked();
    }

    private void step(int thread) {
        set(schedule.step(thread));
        if (!stacks.get(thread).focus() && !stacks.get(1 - thread).focus()) {
            (lock.isVisible() ? lock : again).requestFocus();
        }
    }

    private void undo() {
        set(schedule.undo());
        if (undo.isDisabled()) {
            boolean _ = stacks.getFirst().focus();
        }
    }

    private void begin(boolean locked) {
        set(Schedule.begin(locked));
        boolean _ = stacks.getFirst().focus();
    }

    private void set(Schedule next) {
        schedule = next;
        broken |= !next.locked() && next.lost() != null;
        show();
        changed.accept(next);
    }

    private void show() {
        String asked = isLocked() ? SchedulerText.TASK_WITH_LOCK : SchedulerText.TASK;
        task.setText(asked.formatted(counter));
        shown.setText(SchedulerText.COUNTER.formatted(counter, schedule.counter()));
        result.setText(SchedulerText.result(schedule, counter));
        boolean known = !result.getText().isEmpty();
        NodeVisibility.set(result, known);
        NodeVisibility.set(task, !known); // so that nothing scrolls out of sight
        undo.setDisable(schedule.taken().isEmpty());
        again.setDisable(schedule.taken().isEmpty());
        lock.setText(isLocked() ? SchedulerText.WITHOUT_LOCK : SchedulerText.WITH_LOCK);
        lock.setAccessibleText(
                isLocked() ? SchedulerText.WITHOUT_LOCK_HELP : SchedulerText.WITH_LOCK_HELP);
        NodeVisibility.set(lock, broken);
        stacks.forEach(stack -> stack.show(schedule));
    }
}
