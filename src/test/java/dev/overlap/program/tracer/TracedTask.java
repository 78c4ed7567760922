package dev.overlap.program.tracer;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A task of a traced program, with its phases. */
final class TracedTask {

    /** A phase from one time to another, in nanoseconds of the stream. */
    record Span(String phase, String on, List<Integer> awaited, long start, long end) {

        double millis() {
            return (end - start) / 1e6;
        }

        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }
    }

    private final JsonNode made;
    private final List<JsonNode> changes = new ArrayList<>();

    TracedTask(JsonNode made) {
        this.made = made;
        changes.add(made);
    }

    void add(JsonNode change) {
        changes.add(change);
    }

    int number() {
        return made.path("k").asInt();
    }

    int maker() {
        return made.path("by").asInt();
    }

    String name() {
        return made.path("name").asString("");
    }

    String kind() {
        return made.path("kind").asString("");
    }

    String id() {
        return made.path("id").asString("");
    }

    String place() {
        return made.path("at").asString("");
    }

    boolean isAux() {
        return made.path("aux").asBoolean(false);
    }

    /** Returns how it ended, and the name of its exception; or an empty text. */
    String end() {
        return changes.stream()
                .filter(change -> change.has("how"))
                .map(end -> end.path("how").asString("") + " " + end.path("err").asString(""))
                .findFirst()
                .orElse("")
                .strip();
    }

    /** Returns what is said of its end. */
    String said() {
        return changes.getLast().path("say").asString("");
    }

    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < changes.size(); i++) {
            JsonNode change = changes.get(i);
            List<Integer> awaited =
                    change.path("for").valueStream().map(number -> number.asInt()).toList();
            spans.add(
                    new Span(
                            change.path("p").asString(""),
                            change.path("on").asString(""),
                            awaited,
                            time(change),
                            time(changes.get(i + 1))));
        }
        return spans;
    }

    Stream<Span> spans(String phase) {
        return spans().stream().filter(span -> span.phase().equals(phase));
    }

    List<String> phases() {
        return changes.stream()
                .filter(change -> change.has("p"))
                .map(change -> change.path("p").asString(""))
                .toList();
    }

    Span longest(String phase) {
        return spans(phase)
                .max((a, b) -> Long.compare(a.end() - a.start(), b.end() - b.start()))
                .orElseThrow(() -> new AssertionError(this + " is never in " + phase));
    }

    /** Returns how long it existed. */
    double millis() {
        return (time(changes.getLast()) - time(made)) / 1e6;
    }

    /**
     * The time from the first byte sent to the first one received. The server's delay lies within
     * it, and not within WAIT alone: a thread may lose its processor before it tells that it waits.
     */
    double millisToReply() {
        return millis("SEND") + millis("WAIT");
    }

    double millis(String phase) {
        return spans(phase).mapToDouble(Span::millis).sum();
    }

    private static long time(JsonNode change) {
        return change.path("t").asLong();
    }

    @Override
    public String toString() {
        return name() + " " + spans() + " " + end();
    }
}
