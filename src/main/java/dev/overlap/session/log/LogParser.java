package dev.overlap.session.log;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a log event by event. Throws what Jackson throws for what is no JSON or goes beyond the
 * limits, and {@link IllegalArgumentException} for JSON that is no event.
 */
final class LogParser {

    /** The longest list in an event: all tasks of a large run. */
    private static final int MAX_LIST = 1_000_000;

    private final JsonParser json;
    private final Leftovers leftovers;
    private final LogEvent event = new LogEvent();

    LogParser(InputStream in, Leftovers leftovers) {
        json = LogFormat.JSON.createParser(ObjectReadContext.empty(), in);
        this.leftovers = leftovers;
    }

    /** Returns the event that was read last. */
    LogEvent event() {
        return event;
    }

    /** Returns the number of the line that is being read, from 1. */
    long line() {
        return Math.max(1, json.currentLocation().getLineNr());
    }

    /** Returns the number of the line of what was read last, from 1. */
    long lineOfToken() {
        return Math.max(1, json.currentTokenLocation().getLineNr());
    }

    /** Reads the next event; returns false at the end. */
    boolean next() {
        JsonToken begin = json.nextToken();
        if (begin == null) {
            return false;
        }
        if (begin != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("an event is an object");
        }
        event.clear();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            readField(name);
        }
        return true;
    }

    private void readField(String name) {
        JsonToken value = json.nextToken();
        if (!FieldName.KNOWN.contains(name)) {
            leftovers.addField();
            json.skipChildren();
            return;
        }
        switch (value) {
            case VALUE_NUMBER_INT -> event.add(name, json.getLongValue());
            case VALUE_NUMBER_FLOAT -> event.add(name, Double.valueOf(json.getDoubleValue()));
            case VALUE_STRING -> event.add(name, json.getString());
            case VALUE_TRUE -> event.addTruth(name);
            case VALUE_FALSE, VALUE_NULL -> {}
            case START_ARRAY -> event.add(name, readList());
            default -> throw new IllegalArgumentException("no field holds " + value);
        }
    }

    private List<Integer> readList() {
        List<Integer> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (numbers.size() == MAX_LIST) {
                throw new IllegalArgumentException("too long a list");
            }
            numbers.add(json.getIntValue());
        }
        return numbers;
    }
}
