package dev.overlap.session.log;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;

import java.io.OutputStream;
import java.util.List;

/** Writes events, one per line. Throws what Jackson throws if the stream fails. */
final class LogLines {

    private final JsonGenerator json;
    private boolean isOpen;

    LogLines(OutputStream out) {
        json = LogFormat.JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
        json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
    }

    /** Begins an event; its fields follow. */
    LogLines event(String name, long nanos) {
        endEvent();
        json.writeStartObject();
        isOpen = true;
        json.writeStringProperty(FieldName.EVENT, name);
        json.writeNumberProperty(FieldName.INSTANT, nanos);
        return this;
    }

    LogLines put(String field, long number) {
        json.writeNumberProperty(field, number);
        return this;
    }

    /** Adds a number unless it has a certain value, which a reader takes if there is none. */
    LogLines putUnless(long omitted, String field, long number) {
        return number == omitted ? this : put(field, number);
    }

    /** Adds a number if it is finite. */
    LogLines put(String field, double number) {
        if (Double.isFinite(number)) {
            json.writeNumberProperty(field, number);
        }
        return this;
    }

    LogLines put(String field, String text) {
        json.writeStringProperty(field, text);
        return this;
    }

    /** Adds a text unless it is empty. */
    LogLines putUnlessEmpty(String field, String text) {
        return text.isEmpty() ? this : put(field, text);
    }

    /** Adds a truth; a reader takes what is missing for false. */
    LogLines put(String field, boolean is) {
        if (is) {
            json.writeBooleanProperty(field, true);
        }
        return this;
    }

    /** Adds a list of numbers unless it is empty. */
    LogLines put(String field, List<Integer> numbers) {
        if (!numbers.isEmpty()) {
            json.writeArrayPropertyStart(field);
            numbers.forEach(json::writeNumber);
            json.writeEndArray();
        }
        return this;
    }

    private void endEvent() {
        if (isOpen) {
            json.writeEndObject();
        }
    }

    /** Ends the last event and flushes. */
    void end() {
        endEvent();
        json.writeRaw('\n');
        json.flush();
    }
}
