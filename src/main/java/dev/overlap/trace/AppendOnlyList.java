package dev.overlap.trace;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * A list that only grows. A run may hire a worker and open a connection for each of ten thousand
 * tasks, so nothing is copied for each.
 *
 * <p>Threads: as {@link TaskTrack}: readers take {@code size} first and the array after it.
 */
final class AppendOnlyList<T> extends AbstractList<T> implements RandomAccess {

    private volatile Object[] elements = new Object[8];
    private volatile int size;

    /**
     * Adds one at the end.
     *
     * @param made is given its index
     */
    synchronized T add(IntFunction<T> made) {
        Object[] room = elements;
        if (size == room.length) {
            room = Arrays.copyOf(room, size * 2);
            elements = room;
        }
        T element = made.apply(size);
        room[size] = element;
        size++; // publishes it to readers
        return element;
    }

    @Override
    @SuppressWarnings("unchecked") // nothing else is ever put in
    public T get(int index) {
        int known = Objects.checkIndex(index, size);
        return (T) elements[known];
    }

    @Override
    public int size() {
        return size;
    }
}
