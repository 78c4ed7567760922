package dev.overlap.ui.sites;

import dev.overlap.plan.SiteList;
import dev.overlap.text.sites.EditText;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The site list with undo and redo. Lists are immutable, so undoing restores the previous one.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class SiteHistory {

    /**
     * Lists share their lines; a step of a list of 100,000 lines takes less than half a megabyte.
     */
    private static final int MAX_STEPS = 100;

    /**
     * A list to go back or forward to.
     *
     * @param edit the name of the edit between it and the next list
     */
    private record Step(SiteList list, String edit) {}

    private final ReadOnlyObjectWrapper<SiteList> list;
    private final Deque<Step> undone = new ArrayDeque<>();
    private final Deque<Step> past = new ArrayDeque<>();

    public SiteHistory(SiteList first) {
        list = new ReadOnlyObjectWrapper<>(first);
    }

    public ReadOnlyObjectProperty<SiteList> listProperty() {
        return list.getReadOnlyProperty();
    }

    public SiteList list() {
        return list.get();
    }

    /** Replaces the list, as one undo step. No step is recorded if nothing changes. */
    void edit(SiteList edited) {
        edit(edited, EditText.REPLACE);
    }

    /**
     * Replaces the list, as one undo step.
     *
     * @param name says in the menu what would be undone
     */
    void edit(SiteList edited, String name) {
        if (edited.equals(list.get())) {
            return;
        }
        past.push(new Step(list.get(), name));
        if (past.size() > MAX_STEPS) {
            past.removeLast();
        }
        undone.clear();
        list.set(edited);
    }

    /** Returns the name of the edit that would be undone, or null if there is none. */
    @Nullable String undoable() {
        return past.isEmpty() ? null : past.element().edit;
    }

    /** Returns the name of the edit that would be redone, or null if there is none. */
    @Nullable String redoable() {
        return undone.isEmpty() ? null : undone.element().edit;
    }

    /** Undoes the last edit, if any. */
    void undo() {
        step(past, undone);
    }

    /** Redoes the last undone edit, if any. */
    void redo() {
        step(undone, past);
    }

    private void step(Deque<Step> from, Deque<Step> to) {
        if (!from.isEmpty()) {
            Step step = from.pop();
            to.push(new Step(list.get(), step.edit));
            list.set(step.list);
        }
    }
}
