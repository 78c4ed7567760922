package dev.overlap.trace;

import java.util.List;

/**
 * What a task of a watched program waits for, as its program told.
 *
 * @param on the call or the object, such as {@code gather} or {@code Semaphore.acquire}; empty if
 *     it is not known
 * @param tasks the tasks whose ends it waits for, as indices into {@link Trace#tasks()}
 */
public record WaitDetail(String on, List<Integer> tasks) {

    /** Nothing is known. */
    public static final WaitDetail NONE = new WaitDetail("", List.of());

    public WaitDetail {
        tasks = List.copyOf(tasks);
    }
}
