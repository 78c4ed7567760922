package dev.overlap.render.rows;

import dev.overlap.text.rows.RowText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which task is in which row: the only place where rows by task are mapped to tasks and back.
 * Immutable; made anew when something that it depends on has changed, never for a frame.
 *
 * <p>Layout: the order of the list needs no arrays. Any other one has two: the task of each row,
 * where {@code -1 - n} is the heading of group n, and the row of each task, or -1.
 */
public final class RowOrder {

    private static final int[] NONE = {};

    private final RowChoice choice;
    private final int total;
    private final int @Nullable [] taskOfRow;
    private final int[] rowOfTask;
    private final List<String> headings;
    private final int pinned;
    private final int accepted;

    RowOrder(
            RowChoice choice,
            int total,
            int @Nullable [] taskOfRow,
            List<String> headings,
            Totals totals) {
        this.choice = choice;
        this.total = total;
        this.taskOfRow = taskOfRow;
        this.headings = List.copyOf(headings);
        this.pinned = totals.pinned;
        this.accepted = totals.accepted;
        rowOfTask = taskOfRow == null ? NONE : inverse(taskOfRow, total);
    }

    /** The numbers of pinned tasks, and of all that are pinned or accepted by the filter. */
    record Totals(int pinned, int accepted) {}

    /** Every task in the order of the list. */
    public static RowOrder ofList(Trace trace) {
        return ofList(RowChoice.DEFAULT, trace.tasks().size());
    }

    static RowOrder ofList(RowChoice choice, int total) {
        return new RowOrder(choice, total, null, List.of(), new Totals(0, total));
    }

    private static int[] inverse(int[] taskOfRow, int total) {
        int[] rows = new int[total];
        Arrays.fill(rows, -1);
        for (int row = 0; row < taskOfRow.length; row++) {
            if (taskOfRow[row] >= 0) {
                rows[taskOfRow[row]] = row;
            }
        }
        return rows;
    }

    /** What the user has chosen. */
    public RowChoice choice() {
        return choice;
    }

    /** The phases that are not drawn. */
    public Set<Phase> hidden() {
        return choice.hidden();
    }

    /** Whether row n is task n. */
    public boolean isListOrder() {
        return taskOfRow == null;
    }

    /** The number of rows, those of headings included. */
    public int rows() {
        return taskOfRow == null ? total : taskOfRow.length;
    }

    /** The number of rows at the top that do not scroll. */
    public int pinned() {
        return pinned;
    }

    /** The number of tasks that have a row. */
    public int shown() {
        return rows() - headings.size();
    }

    /** The number of tasks that would have a row if there were room for all. */
    public int accepted() {
        return accepted;
    }

    /** The number of tasks of the run. */
    public int total() {
        return total;
    }

    /** Returns the task of a row, or -1 if it is the heading of a group. */
    public int task(int row) {
        return taskOfRow == null ? row : Math.max(-1, taskOfRow[row]);
    }

    /** Returns the heading in a row, or an empty text if it is the row of a task. */
    public String heading(int row) {
        return taskOfRow == null || taskOfRow[row] >= 0 ? "" : headings.get(-1 - taskOfRow[row]);
    }

    /** Returns the row of a task, or -1 if it has none. */
    public int row(int task) {
        if (task < 0 || task >= total) {
            return -1;
        }
        return taskOfRow == null ? task : rowOfTask[task];
    }

    /**
     * Returns the task a number of rows of tasks below another one, or above if negative; the
     * nearest if there are not so many, and the first if the other one has no row. -1 if there are
     * no rows.
     */
    public int step(int task, int by) {
        int row = row(task);
        if (row < 0) {
            return firstTask();
        }
        int direction = Integer.signum(by);
        int found = task;
        for (int left = Math.abs(by), at = row + direction; left > 0; at += direction) {
            if (at < 0 || at >= rows()) {
                return found;
            }
            if (task(at) >= 0) {
                found = task(at);
                left--;
            }
        }
        return found;
    }

    private int firstTask() {
        for (int row = 0; row < rows(); row++) {
            if (task(row) >= 0) {
                return task(row);
            }
        }
        return -1;
    }

    /** Whether this and another order put the same tasks into the same rows. */
    boolean hasRowsOf(RowOrder other) {
        return total == other.total
                && pinned == other.pinned
                && Arrays.equals(taskOfRow, other.taskOfRow)
                && headings.equals(other.headings);
    }

    /** What is not to be seen of the run, in words; empty if everything is. */
    public String concealed(boolean rowsAreTasks) {
        List<String> remarks = new ArrayList<>();
        if (rowsAreTasks && !choice.filter().isEmpty()) {
            remarks.add(RowText.shown(shown(), total) + RowText.because(choice.filter().words()));
        }
        if (!choice.hidden().isEmpty()) {
            remarks.add(choice.phaseWords());
        }
        return RowText.join(remarks);
    }
}
