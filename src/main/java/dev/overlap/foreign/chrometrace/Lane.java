package dev.overlap.foreign.chrometrace;

import dev.overlap.trace.WorkerTrack;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A thread of the file with what went on on it. */
final class Lane {

    private final String process;
    private final String thread;
    private final List<Span> spans = new ArrayList<>(4);
    private final SpanStack stack = new SpanStack();
    private String name = "";
    private int order = Integer.MAX_VALUE;
    private WorkerTrack.Role role = WorkerTrack.Role.THREAD;

    Lane(String process, String thread) {
        this.process = process;
        this.thread = thread;
    }

    /**
     * Sets its name.
     *
     * @param role the word for the kind of worker, if the file has one
     */
    void setName(String name, @Nullable String role) {
        this.name = name;
        for (WorkerTrack.Role known : WorkerTrack.Role.values()) {
            this.role = known.word().equals(role) ? known : this.role;
        }
    }

    void setOrder(int order) {
        this.order = order;
    }

    void add(Span span) {
        spans.add(span);
    }

    SpanStack stack() {
        return stack;
    }

    String process() {
        return process;
    }

    /** Returns its name or, without one, that of a thread with its number. */
    String name() {
        return name.isEmpty() ? "thread " + thread : name;
    }

    String track() {
        return EventText.track(process, thread);
    }

    WorkerTrack.Role role() {
        return role;
    }

    /** Returns its place among the lanes of its process; the same for all that have none. */
    int order() {
        return order;
    }

    /** Ends the reading: what was begun and ended apart is added to the spans. */
    int close() {
        return stack.addTo(spans);
    }

    /** Returns its spans in the order of the file; the caller may change the list. */
    List<Span> spans() {
        return spans;
    }
}
