package dev.overlap.engine.resource;

import dev.overlap.plan.Resource;
import dev.overlap.trace.ResourceTrack.Purpose;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Who has a resource and who waits for it, first come, first served. Guarded by the lock of its
 * {@link SharedResources}.
 */
final class ResourceState {

    private final Resource resource;
    private final int index;
    private final List<Integer> holders = new ArrayList<>();
    private final Deque<TaskClaim> waiting = new ArrayDeque<>();
    private final Deque<TaskClaim> takers = new ArrayDeque<>();
    private int items;

    /**
     * @param index its index in the trace
     */
    ResourceState(Resource resource, int index) {
        this.resource = resource;
        this.index = index;
    }

    String name() {
        return resource.name();
    }

    /** Returns the name with its type, as in {@code lock account}. */
    String label() {
        return resource.type().word() + " " + resource.name();
    }

    int index() {
        return index;
    }

    /** Returns the indices of the tasks that hold it; empty for a queue. */
    List<Integer> holders() {
        return holders;
    }

    /** Returns the number of items in a queue. */
    int items() {
        return items;
    }

    /** Returns those who wait for the same, in order. */
    Deque<TaskClaim> waiting(Purpose purpose) {
        return purpose == Purpose.TAKE ? takers : waiting;
    }

    /** Grants the next claim that can be granted now, and returns it; null if there is none. */
    @Nullable TaskClaim grantNext() {
        TaskClaim taker = takers.peek();
        if (taker != null && items > 0) {
            items--;
            return takers.remove();
        }
        TaskClaim next = waiting.peek();
        if (next == null || !hasRoom()) {
            return null;
        }
        if (next.claim().purpose() == Purpose.PUT) {
            items++;
        } else {
            holders.add(next.task());
        }
        return waiting.remove();
    }

    /** Returns whether the next claim to hold it would be granted at once. */
    boolean isFree() {
        return waiting.isEmpty() && hasRoom();
    }

    private boolean hasRoom() {
        return holders.size() + items < resource.places();
    }
}
