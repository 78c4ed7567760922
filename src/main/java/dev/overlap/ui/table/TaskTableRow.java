package dev.overlap.ui.table;

import dev.overlap.text.table.TaskTableText;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.TraceMoment;

import javafx.scene.control.TableRow;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** A row that a screen reader says as a sentence, with its phases in their order. */
final class TaskTableRow extends TableRow<TaskTrack> {

    private final Supplier<@Nullable TraceMoment> moment;

    /**
     * @param moment what the table shows; null for nothing
     */
    TaskTableRow(Supplier<@Nullable TraceMoment> moment) {
        this.moment = moment;
    }

    @Override
    protected void updateItem(@Nullable TaskTrack task, boolean empty) {
        super.updateItem(task, empty);
        TraceMoment shown = moment.get();
        setAccessibleText(
                empty || task == null || shown == null
                        ? null
                        : TaskTableText.sentence(task, shown));
    }
}
