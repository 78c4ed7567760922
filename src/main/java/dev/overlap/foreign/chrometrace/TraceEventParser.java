package dev.overlap.foreign.chrometrace;

import dev.overlap.foreign.JsonFile;
import dev.overlap.foreign.JsonNumbers;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the events of a file one by one: an array of them, which need not be closed, or an object
 * that holds one.
 *
 * <p>Source: Google, "Trace Event Format".
 */
final class TraceEventParser {

    /** A timestamp has microseconds. */
    private static final int MICROS = 3;

    /** Beyond these the difference of two instants would not fit. */
    private static final long MAX_NANOS = 1L << 61;

    private static final Set<String> ARGUMENTS =
            Set.of(
                    "name",
                    "sort_index",
                    "task",
                    "label",
                    "outcome",
                    "status",
                    "bytes",
                    "error",
                    "role");

    private final TraceEvent event = new TraceEvent();
    private final Consumer<TraceEvent> taker;
    private boolean hasEvents;
    private boolean isOpenArray;
    private String producer = "";
    private String begun = "";

    /**
     * @param taker takes each event, and must not keep it
     */
    TraceEventParser(Consumer<TraceEvent> taker) {
        this.taker = taker;
    }

    /** Reads the value that begins with the current token. */
    void read(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            readArray(parser);
        } else {
            JsonFile.eachField(parser, this::readRoot);
        }
    }

    /** Remembers whether the last event was whole: an array of events need not have an end. */
    private void readArray(JsonParser parser) {
        hasEvents = true;
        JsonFile.eachElement(
                parser,
                it -> {
                    isOpenArray = false;
                    readEvent(it);
                    isOpenArray = true;
                });
        isOpenArray = false;
    }

    private void readRoot(JsonParser parser) {
        switch (parser.currentName()) {
            case "traceEvents" -> {
                hasEvents = true;
                JsonFile.eachElement(parser, this::readEvent);
            }
            case "viztracer_metadata" -> {
                producer = "VizTracer";
                JsonFile.eachField(parser, it -> readProducer(it, "version"));
            }
            case "otherData" -> JsonFile.eachField(parser, it -> readProducer(it, "producer"));
            case "metadata" -> JsonFile.eachField(parser, it -> readProducer(it, "user-agent"));
            default -> parser.skipChildren();
        }
    }

    private void readProducer(JsonParser parser, String field) {
        if (parser.currentName().equals("begun")) {
            begun = text(parser);
            return;
        }
        if (!parser.currentName().equals(field)) {
            parser.skipChildren();
            return;
        }
        String text = text(parser);
        producer = field.equals("version") ? producer + " " + text : text;
    }

    private void readEvent(JsonParser parser) {
        event.clear();
        JsonFile.eachField(parser, this::readField);
        taker.accept(event);
    }

    private void readField(JsonParser parser) {
        switch (parser.currentName()) {
            case "ph" -> {
                String kind = text(parser);
                event.kind = kind.length() == 1 ? kind.charAt(0) : 0;
            }
            case "ts" -> event.time = time(parser);
            case "dur" -> event.duration = time(parser);
            case "pid" -> event.process = text(parser);
            case "tid" -> event.thread = text(parser);
            case "name" -> event.name = text(parser);
            case "cat" -> event.category = text(parser);
            case "id", "scope" -> event.id += text(parser);
            case "id2" -> JsonFile.eachField(parser, this::readId);
            case "args" -> JsonFile.eachField(parser, this::readArgument);
            default -> parser.skipChildren();
        }
    }

    /** A local id counts within its process only. */
    private void readId(JsonParser parser) {
        boolean isLocal = parser.currentName().equals("local");
        String id = text(parser);
        event.id += isLocal ? id + " of " + event.process : id;
    }

    private void readArgument(JsonParser parser) {
        String name = parser.currentName();
        if (ARGUMENTS.contains(name)) {
            event.arguments.put(name, text(parser));
        } else {
            parser.skipChildren();
        }
    }

    private static String text(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING || (token != null && token.isNumeric())) {
            return parser.getString();
        }
        parser.skipChildren();
        return "";
    }

    private static long time(JsonParser parser) {
        long nanos = JsonNumbers.nanos(parser, MICROS);
        return Math.abs(nanos) <= MAX_NANOS && nanos != JsonNumbers.NONE ? nanos : JsonNumbers.NONE;
    }

    /** Returns whether there was a list of events, perhaps an empty one. */
    boolean hasEvents() {
        return hasEvents;
    }

    /** Returns whether all that is missing at the end is that of the array. */
    boolean isOpenArray() {
        return isOpenArray;
    }

    /** Returns when time zero was, if Overlap wrote the file; empty if unknown. */
    String begun() {
        return begun;
    }

    /** Returns the name of the program that wrote the file; empty if unknown. */
    String producer() {
        return producer;
    }
}
