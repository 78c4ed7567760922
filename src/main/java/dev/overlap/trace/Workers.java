package dev.overlap.trace;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The workers of a trace: a list that only grows. A run may hire one for each of ten thousand
 * tasks, so nothing is copied for each.
 *
 * <p>Threads: as {@link TaskTrack}: readers take {@code size} first and the array after it.
 */
final class Workers extends AbstractList<WorkerTrack> implements RandomAccess {

    private volatile WorkerTrack[] tracks = new WorkerTrack[8];
    private volatile int size;

    synchronized WorkerTrack hire(String name, WorkerTrack.Role role, long nanos) {
        WorkerTrack[] room = tracks;
        if (size == room.length) {
            room = Arrays.copyOf(room, size * 2);
            tracks = room;
        }
        WorkerTrack worker = new WorkerTrack(size, name, role, nanos);
        room[size] = worker;
        size = worker.index() + 1; // publishes it to readers
        return worker;
    }

    @Override
    public WorkerTrack get(int index) {
        int known = Objects.checkIndex(index, size);
        return tracks[known];
    }

    @Override
    public int size() {
        return size;
    }
}
