package dev.overlap.ui.sites;

import dev.overlap.plan.SiteList;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

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

    private final ReadOnlyObjectWrapper<SiteList> list;
    private final Deque<SiteList> undone = new ArrayDeque<>();
    private final Deque<SiteList> past = new ArrayDeque<>();

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
        if (edited.equals(list.get())) {
            return;
        }
        past.push(list.get());
        if (past.size() > MAX_STEPS) {
            past.removeLast();
        }
        undone.clear();
        list.set(edited);
    }

    /** Undoes the last edit, if any. */
    void undo() {
        if (!past.isEmpty()) {
            undone.push(list.get());
            list.set(past.pop());
        }
    }

    /** Redoes the last undone edit, if any. */
    void redo() {
        if (!undone.isEmpty()) {
            past.push(list.get());
            list.set(undone.pop());
        }
    }
}
