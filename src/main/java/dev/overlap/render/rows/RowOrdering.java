package dev.overlap.render.rows;

import dev.overlap.text.rows.RowText;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Computes a {@link RowOrder}: pinned tasks first, then those that the filter accepts, sorted, and
 * then grouped, which keeps the order within a group.
 *
 * <p>A task that has not begun or ended, so that it has no key yet, stands after all that have, in
 * either direction. So a live row moves once, when its key becomes known.
 */
public final class RowOrdering {

    /** The key of a task that has none yet. */
    private static final long LAST = TaskTrack.OPEN;

    private static final long DETAILS = 1_000;

    private final Trace trace;
    private final int total;
    private final RowChoice choice;
    private final TaskHosts hosts;

    /** The group of each task, read once: a live task may end while its row is looked for. */
    private int[] groups = {};

    private RowOrdering(Trace trace, RowChoice choice, TaskHosts hosts) {
        this.trace = trace;
        this.total = trace.tasks().size(); // once: a program that is watched may make more
        this.choice = choice;
        this.hosts = hosts;
    }

    /** Orders the tasks of a trace in their current state. Visits every task. */
    static RowOrder order(Trace trace, RowChoice choice) {
        return order(trace, choice, Integer.MAX_VALUE);
    }

    /** As {@link #order(Trace, RowChoice)}, with the most tasks to have a row, chosen evenly. */
    public static RowOrder order(Trace trace, RowChoice choice, int max) {
        return order(trace, choice, TaskHosts.of(trace), max);
    }

    static RowOrder order(Trace trace, RowChoice choice, TaskHosts hosts, int max) {
        RowOrdering ordering = new RowOrdering(trace, choice, hosts);
        return choice.isListOrder() && ordering.total <= max
                ? RowOrder.ofList(choice, ordering.total)
                : ordering.order(max);
    }

    /**
     * Returns the order.
     *
     * @param max the most tasks to have a row
     */
    private RowOrder order(int max) {
        int[] pinned = pinned();
        int[] others = accepted(pinned);
        groups = groups(others);
        sort(others);
        int[] sampled = sampled(others, Math.max(0, max - pinned.length));
        List<String> headings = new ArrayList<>();
        int[] rows = withHeadings(pinned, sampled, counts(others), headings);
        RowOrder.Totals counted = new RowOrder.Totals(pinned.length, pinned.length + others.length);
        return new RowOrder(choice, total, rows, headings, counted);
    }

    private int[] pinned() {
        return choice.pinned().stream()
                .mapToInt(Integer::intValue)
                .filter(task -> task >= 0 && task < total)
                .distinct()
                .toArray();
    }

    private int[] accepted(int[] pinned) {
        boolean[] taken = new boolean[total];
        for (int task : pinned) {
            taken[task] = true;
        }
        int[] found = new int[taken.length];
        int count = 0;
        for (int task = 0; task < taken.length; task++) {
            if (!taken[task] && choice.filter().accepts(trace.task(task), hosts)) {
                found[count++] = task;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void sort(int[] tasks) {
        long[] keys = new long[total];
        if (choice.sort() != RowSort.LIST || choice.descending()) {
            for (int task : tasks) {
                long key = key(trace.task(task));
                keys[task] = choice.descending() && key != LAST ? -key : key;
            }
            IndexSort.sort(tasks, keys);
        }
        if (choice.group() != RowGroup.NONE) {
            for (int task : tasks) {
                keys[task] = groups[task];
            }
            IndexSort.sort(tasks, keys);
        }
    }

    @SuppressWarnings("EnumOrdinal") // only compared within this process
    private long key(TaskTrack task) {
        boolean ended = task.outcome() != null;
        return switch (choice.sort()) {
            case LIST -> task.index();
            case START -> task.startNanos();
            case END -> ended ? task.endNanos() : LAST;
            case DURATION -> ended ? task.endNanos() - task.beginNanos() : LAST;
            case STATUS ->
                    ended ? RowStatus.of(task).ordinal() * DETAILS + RowStatus.detail(task) : LAST;
            case HOST -> hosts.of(task.index()).isEmpty() ? LAST : hosts.rank(task.index());
        };
    }

    /** Every n-th one, if there are more than may have a row. */
    private static int[] sampled(int[] tasks, int max) {
        if (tasks.length <= max) {
            return tasks;
        }
        int[] some = new int[max];
        for (int i = 0; i < max; i++) {
            some[i] = tasks[(int) ((long) i * tasks.length / max)];
        }
        return some;
    }

    private int[] groups(int[] tasks) {
        int[] known = new int[total];
        for (int task : tasks) {
            known[task] = group(task);
        }
        return known;
    }

    @SuppressWarnings("EnumOrdinal") // only compared within this process
    private int group(int task) {
        return switch (choice.group()) {
            case NONE -> 0;
            case STATUS -> RowStatus.of(trace.task(task)).ordinal();
            case HOST -> hosts.rank(task);
        };
    }

    @SuppressWarnings("EnumOrdinal") // as group(int) numbers them
    private String groupWords(int task) {
        return choice.group() == RowGroup.STATUS
                ? RowStatus.values()[groups[task]].words()
                : TaskHosts.words(hosts.of(task));
    }

    /** The number of tasks in each group. */
    private int[] counts(int[] tasks) {
        int[] counts = new int[Math.max(RowStatus.values().length, hosts.count())];
        for (int task : tasks) {
            counts[groups[task]]++;
        }
        return counts;
    }

    private int[] withHeadings(int[] pinned, int[] tasks, int[] counts, List<String> headings) {
        int[] rows = Arrays.copyOf(pinned, pinned.length + 2 * tasks.length);
        int count = pinned.length;
        int previous = -1;
        for (int task : tasks) {
            int group = groups[task];
            if (choice.group() != RowGroup.NONE && group != previous) {
                headings.add(RowText.heading(groupWords(task), counts[group]));
                rows[count++] = -headings.size();
                previous = group;
            }
            rows[count++] = task;
        }
        return Arrays.copyOf(rows, count);
    }
}
