package dev.overlap.render.rows;

import dev.overlap.text.rows.RowText;
import dev.overlap.trace.Phase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a user has chosen to see of a run, without changing any of its figures. Sorting, grouping,
 * filtering and pinning apply to rows of tasks; phases are hidden in every kind of row.
 *
 * @param sort the order of the rows
 * @param descending whether that order is reversed; tasks that have not ended stay last
 * @param group whether groups of rows have headings
 * @param filter which tasks have a row
 * @param pinned the tasks whose rows stay at the top, in this order, whatever the filter
 * @param hidden the phases that are not drawn
 * @param arrows whether arrows lead to what the selected task waited for and used
 */
public record RowChoice(
        RowSort sort,
        boolean descending,
        RowGroup group,
        RowFilter filter,
        List<Integer> pinned,
        Set<Phase> hidden,
        boolean arrows) {

    /** All rows in the order of the list. */
    public static final RowChoice DEFAULT =
            new RowChoice(
                    RowSort.LIST, false, RowGroup.NONE, RowFilter.NONE, List.of(), Set.of(), false);

    public RowChoice {
        pinned = List.copyOf(pinned);
        hidden = hidden.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(hidden));
    }

    public RowChoice sortedBy(RowSort by) {
        return new RowChoice(by, descending, group, filter, pinned, hidden, arrows);
    }

    public RowChoice descending(boolean reversed) {
        return new RowChoice(sort, reversed, group, filter, pinned, hidden, arrows);
    }

    public RowChoice groupedBy(RowGroup by) {
        return new RowChoice(sort, descending, by, filter, pinned, hidden, arrows);
    }

    public RowChoice filteredBy(RowFilter by) {
        return new RowChoice(sort, descending, group, by, pinned, hidden, arrows);
    }

    public RowChoice pinning(List<Integer> tasks) {
        return new RowChoice(sort, descending, group, filter, tasks, hidden, arrows);
    }

    private RowChoice hiding(Set<Phase> phases) {
        return new RowChoice(sort, descending, group, filter, pinned, phases, arrows);
    }

    public RowChoice withArrows(boolean shown) {
        return new RowChoice(sort, descending, group, filter, pinned, hidden, shown);
    }

    /** Pins a task below those that are pinned, or unpins it. */
    public RowChoice togglePin(int task) {
        List<Integer> tasks = new ArrayList<>(pinned);
        if (!tasks.remove(Integer.valueOf(task))) {
            tasks.add(task);
        }
        return pinning(tasks);
    }

    /** Hides a phase, or draws it again. */
    public RowChoice toggle(Phase phase) {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        phases.addAll(hidden);
        if (!phases.remove(phase)) {
            phases.add(phase);
        }
        return hiding(phases);
    }

    /** Draws this phase alone; every phase if it was alone. */
    public RowChoice isolate(Phase phase) {
        Set<Phase> others = EnumSet.complementOf(EnumSet.of(phase));
        return hiding(hidden.equals(others) ? Set.of() : others);
    }

    /** Whether some rows or phases of the run may be out of sight by this choice. */
    public boolean conceals() {
        return !filter.isEmpty() || !hidden.isEmpty();
    }

    /** Removes the filter and draws every phase; order and pins stay. */
    public RowChoice showingAll() {
        return filteredBy(RowFilter.NONE).hiding(Set.of());
    }

    /** What still makes sense for a run of another list: the order, but no choice of tasks. */
    public RowChoice forAnotherList() {
        return showingAll().pinning(List.of());
    }

    /** Whether the order of rows differs from that of another choice. */
    public boolean ordersLike(RowChoice other) {
        return sort == other.sort
                && descending == other.descending
                && group == other.group
                && filter.equals(other.filter)
                && pinned.equals(other.pinned);
    }

    /** Whether every task has a row, in the order of the list. */
    public boolean isListOrder() {
        return ordersLike(DEFAULT);
    }

    /** Whether the order may change while a task is under way, not only when one ends. */
    boolean dependsOnProgress() {
        return sort == RowSort.START || filter.phase() != null;
    }

    /** The phases that are not drawn in words, or those that are if they are fewer. */
    public String phaseWords() {
        Set<Phase> drawn = EnumSet.allOf(Phase.class);
        drawn.removeAll(hidden);
        boolean isolated = drawn.size() < hidden.size();
        return isolated ? RowText.onlyDrawn(words(drawn)) : RowText.notDrawn(words(hidden));
    }

    private static List<String> words(Set<Phase> phases) {
        return phases.stream().map(Phase::words).toList();
    }

    /** The order in words, such as {@code sorted by duration}; empty for that of the list. */
    public List<String> orderWords() {
        List<String> words = new ArrayList<>();
        if (sort != RowSort.LIST || descending) {
            words.add(RowText.sorted(sort.words(), descending));
        }
        if (group != RowGroup.NONE) {
            words.add(RowText.grouped(group.words()));
        }
        if (!pinned.isEmpty()) {
            words.add(RowText.pinned(pinned.size()));
        }
        return List.copyOf(words);
    }
}
