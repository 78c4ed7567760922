package dev.overlap.trace;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * A list that only grows. Adding does not copy the list: a run may add a worker and a connection
 * for each of ten thousand tasks.
 *
 * <p>Threads: readers need no lock; as in {@link TaskTrack}, they read {@code size} before the
 * array.
 */
final class AppendOnlyList<T> extends AbstractList<T> implements RandomAccess {

    private volatile Object[] elements = new Object[8];
    private volatile int size;

    /**
     * Appends an element.
     *
     * @param factory creates the element for its index
     */
    synchronized T add(IntFunction<T> factory) {
        Object[] array = elements;
        if (size == array.length) {
            array = Arrays.copyOf(array, size * 2);
            elements = array;
        }
        T element = factory.apply(size);
        array[size] = element;
        size++; // volatile write: publishes the entry to readers
        return element;
    }

    @Override
    @SuppressWarnings("unchecked") // add() stores nothing else
    public T get(int index) {
        int known = Objects.checkIndex(index, size);
        return (T) elements[known];
    }

    @Override
    public int size() {
        return size;
    }
}
