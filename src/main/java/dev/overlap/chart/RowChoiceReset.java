package dev.overlap.chart;

import dev.overlap.render.rows.RowChoice;
import dev.overlap.trace.Trace;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

/**
 * Ends the choice of rows when a run of another list is shown, in which it would hide tasks that
 * nobody meant to hide. A run of the same list, also by another model, keeps it.
 *
 * <p>Threads: JavaFX thread only.
 */
final class RowChoiceReset {

    private final ObjectProperty<RowChoice> choice;
    private @Nullable Trace last;

    RowChoiceReset(ObjectProperty<RowChoice> choice) {
        this.choice = choice;
    }

    void watch(ObservableValue<@Nullable Trace> trace) {
        trace.subscribe(this::changed);
    }

    private void changed(@Nullable Trace next) {
        if (next == null) {
            return;
        }
        if (last != null && !isOfSameList(last, next)) {
            choice.set(choice.get().forAnotherList());
        }
        last = next;
    }

    private static boolean isOfSameList(Trace one, Trace other) {
        boolean same = one.tasks().size() == other.tasks().size();
        for (int task = 0; same && task < one.tasks().size(); task++) {
            same = one.task(task).label().equals(other.task(task).label());
        }
        return same;
    }
}
