package dev.overlap.foreign.chrometrace;

import dev.overlap.foreign.JsonNumbers;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects the events of a file by thread and by asynchronous operation. */
final class TraceContent {

    /** The most events that are kept: of more, the memory would not hold the picture either. */
    private static final int MAX_EVENTS = 5_000_000;

    private static final int MAX_LANES = 10_000;
    private static final int MAX_OPERATIONS = 1_000_000;
    private static final int MAX_NAMES = 300_000;

    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, SpanStack> operations = new LinkedHashMap<>();
    private final Map<String, String> processNames = new HashMap<>();
    private final Map<String, Integer> processOrder = new HashMap<>();
    private final Map<String, Integer> nameIndex = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final OwnTracks own = new OwnTracks();
    private final EventCounts counts = new EventCounts();
    private boolean hasSpans;
    private int kept;
    private int read;

    /** Takes the next event. */
    void take(TraceEvent event) {
        read++;
        switch (event.kind) {
            case 'M' -> takeMetadata(event);
            case 'X', 'B', 'E', 'b', 'e', 'S', 'F' -> takeEdge(event);
            case 's', 't', 'f' -> counts.flows++;
            case 'C' -> counts.counters++;
            case 'i', 'I', 'R', 'n', 'T', 'p', 'P' -> counts.instants++;
            default -> counts.others++;
        }
    }

    private void takeMetadata(TraceEvent event) {
        String text = event.arguments.getOrDefault("name", "");
        String order = event.arguments.getOrDefault("sort_index", "");
        switch (event.name) {
            case "process_name" -> processNames.put(event.process, EventText.visible(text));
            case "process_sort_index" -> processOrder.put(event.process, number(order));
            case "thread_name" ->
                    takeThread(
                            event,
                            lane ->
                                    lane.setName(
                                            EventText.visible(text), event.arguments.get("role")));
            case "thread_sort_index" -> takeThread(event, lane -> lane.setOrder(number(order)));
            default -> {} // says something of the program, not of what happened
        }
    }

    private void takeThread(TraceEvent event, Consumer<Lane> told) {
        Lane lane = lane(event);
        if (lane != null) {
            told.accept(lane);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return Integer.MAX_VALUE;
        }
    }

    private void takeEdge(TraceEvent event) {
        if (!event.isTimed()) {
            counts.untimed++;
        } else if (kept == MAX_EVENTS) {
            counts.tooManyEvents++;
        } else if (own.takes(event)) {
            kept++;
        } else {
            kept++;
            keep(event);
        }
    }

    private void keep(TraceEvent event) {
        switch (event.kind) {
            case 'X', 'B', 'E' -> {
                Lane lane = lane(event);
                if (lane == null) {
                    counts.tooManyEvents++;
                } else {
                    keep(event, lane);
                }
            }
            default -> keepOperation(event);
        }
    }

    private void keep(TraceEvent event, Lane lane) {
        hasSpans = true;
        switch (event.kind) {
            case 'X' -> lane.add(Span.of(event.time, end(event), name(event.name)));
            case 'B' -> lane.stack().begin(event.time, name(event.name));
            default -> lane.stack().end(event.time);
        }
    }

    /** A span without a duration had not ended. */
    private static long end(TraceEvent event) {
        return event.duration == JsonNumbers.NONE
                ? Span.NEVER
                : event.time + Math.max(0, event.duration);
    }

    private void keepOperation(TraceEvent event) {
        String key = event.category + "\n" + event.id;
        SpanStack stack = operations.get(key);
        if (stack == null && operations.size() == MAX_OPERATIONS) {
            counts.tooManyEvents++;
            return;
        }
        if (stack == null) {
            stack = new SpanStack();
            operations.put(key, stack);
        }
        if (event.kind == 'b' || event.kind == 'S') {
            stack.begin(event.time, name(event.name));
        } else {
            stack.end(event.time);
        }
    }

    /** Returns the lane of an event's thread, or null if there are too many. */
    private @Nullable Lane lane(TraceEvent event) {
        String key = EventText.track(event.process, event.thread);
        Lane lane = lanes.get(key);
        if (lane == null && lanes.size() < MAX_LANES) {
            lane = new Lane(event.process, event.thread);
            lanes.put(key, lane);
        }
        return lane;
    }

    private int name(String text) {
        Integer known = nameIndex.get(text);
        if (known != null) {
            return known;
        }
        if (names.size() == MAX_NAMES) {
            return 0;
        }
        nameIndex.put(text, names.size());
        names.add(text.isEmpty() ? "?" : EventText.visible(text));
        return names.size() - 1;
    }

    /** Returns the lanes in the order in which the file first names them. */
    Collection<Lane> lanes() {
        return lanes.values();
    }

    Collection<SpanStack> operations() {
        return operations.values();
    }

    /** Returns the name of a process; empty if it has none. */
    String processName(String process) {
        return processNames.getOrDefault(process, "");
    }

    /** Returns the place of a process among the others. */
    int processOrder(String process) {
        return processOrder.getOrDefault(process, Integer.MAX_VALUE);
    }

    String nameOf(Span span) {
        return names.get(span.name());
    }

    /** Returns whether there is anything that Overlap did not write. */
    boolean hasForeign() {
        return own.isEmpty() || !operations.isEmpty() || hasSpans;
    }

    OwnTracks own() {
        return own;
    }

    EventCounts counts() {
        return counts;
    }

    /** Returns the number of events of all kinds. */
    int read() {
        return read;
    }
}
