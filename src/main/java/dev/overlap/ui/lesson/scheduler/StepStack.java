package dev.overlap.ui.lesson.scheduler;

import dev.overlap.lesson.scheduler.Schedule;
import dev.overlap.lesson.scheduler.ScheduledStep;
import dev.overlap.lesson.scheduler.TakenStep;
import dev.overlap.text.lesson.SchedulerText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** The steps of one thread, and the button for the next of them. */
final class StepStack extends VBox {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");

    private final int thread;
    private final VBox steps = new VBox();
    private final Button next = new Button();
    private final Label reason = new Label();

    /**
     * @param thread 0 or 1
     * @param pressed takes the next step of the thread
     */
    StepStack(int thread, Runnable pressed) {
        this.thread = thread;
        int number = thread + 1;
        getStyleClass().add("scheduler-stack");
        Label title = new Label(SchedulerText.capital(SchedulerText.thread(thread)));
        title.getStyleClass().add("pane-title");
        steps.setId("scheduler-steps-" + number);
        next.setId("scheduler-next-" + number);
        next.setMaxWidth(Double.MAX_VALUE);
        next.setOnAction(_ -> pressed.run());
        reason.setId("scheduler-waits-" + number);
        reason.setWrapText(true);
        getChildren().setAll(title, next, reason, steps);
        setMinWidth(0);
    }

    void show(Schedule schedule) {
        List<TakenStep> taken = schedule.taken(thread);
        List<ScheduledStep> all = schedule.steps();
        steps.getChildren().clear();
        for (int i = 0; i < all.size(); i++) {
            boolean done = i < taken.size();
            String words = done ? SchedulerText.step(taken.get(i)) : SchedulerText.step(all.get(i));
            steps.getChildren().add(row(words, done, i == taken.size()));
        }
        showNext(schedule);
    }

    private static Node row(String words, boolean done, boolean isNext) {
        FontIcon icon = new FontIcon(done ? Feather.CHECK : Feather.CHEVRON_RIGHT);
        icon.setVisible(done || isNext); // takes its place all the same
        Label row = new Label(words, icon);
        row.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().add("scheduler-step");
        row.pseudoClassStateChanged(DONE, done);
        row.pseudoClassStateChanged(NEXT, isNext);
        return row;
    }

    private void showNext(Schedule schedule) {
        ScheduledStep step = schedule.next(thread);
        boolean waits = schedule.waits(thread);
        next.setDisable(!schedule.isReady(thread));
        String words =
                step == null
                        ? SchedulerText.THREAD_DONE
                        : SchedulerText.capital(SchedulerText.step(step));
        next.setText(waits ? SchedulerText.THREAD_WAITS : words);
        next.setAccessibleText(SchedulerText.button(schedule, thread));
        reason.setText(SchedulerText.waits(schedule, thread));
        NodeVisibility.set(reason, waits);
    }

    /** Whether its button has the focus. */
    boolean hasFocus() {
        return next.isFocused();
    }

    /** Focuses its button, if that can be pressed. */
    boolean focus() {
        if (next.isDisabled()) {
            return false;
        }
        next.requestFocus();
        return true;
    }
}
