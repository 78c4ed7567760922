package dev.overlap.session.log;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** Events that are kept in a list until they are written. */
final class TimedEvents implements EventCursor {

    private final List<TimedEvent> events = new ArrayList<>();
    private int next;

    private record TimedEvent(long nanos, Consumer<LogLines> writing) {}

    /** Returns a sequence with an event per element, in their order. */
    static <T> TimedEvents of(
            List<T> elements, ToLongFunction<T> nanos, EventWriting<? super T> writing) {
        TimedEvents all = new TimedEvents();
        for (T element : List.copyOf(elements)) {
            all.add(nanos.applyAsLong(element), lines -> writing.write(element, lines));
        }
        return all;
    }

    /** Writes the event of an element. */
    interface EventWriting<T> {
        void write(T element, LogLines lines);
    }

    /** Adds an event. */
    void add(long nanos, Consumer<LogLines> writing) {
        events.add(new TimedEvent(nanos, writing));
    }

    /** Adds all events of another sequence. */
    void addAll(TimedEvents others) {
        events.addAll(others.events);
    }

    /** Sorts what was added in no order; those at the same instant stay in theirs. */
    void sort() {
        events.sort(Comparator.comparingLong(TimedEvent::nanos));
    }

    @Override
    public boolean hasNext() {
        return next < events.size();
    }

    @Override
    public long nanos() {
        return events.get(next).nanos;
    }

    @Override
    public @Nullable EventCursor write(LogLines lines) {
        events.get(next++).writing.accept(lines);
        return null;
    }
}
