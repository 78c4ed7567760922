package dev.overlap.render;

import dev.overlap.trace.WorkerTrack;

/** Intervals of which none overlaps another, in order of time. Times in nanoseconds. */
public interface TimeLane {

    int size();

    long begin(int index);

    long end(int index);

    /** Returns the last interval that began at or before an instant, or -1. */
    int at(long nanos);

    /** Returns the busy slices of a worker. */
    static TimeLane of(WorkerTrack worker) {
        return new TimeLane() {
            @Override
            public int size() {
                return worker.slices();
            }

            @Override
            public long begin(int index) {
                return worker.begin(index);
            }

            @Override
            public long end(int index) {
                return worker.end(index);
            }

            @Override
            public int at(long nanos) {
                return worker.sliceAt(nanos);
            }
        };
    }
}
