package dev.overlap.protocol;

import dev.overlap.text.protocol.EventFaultText;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of a line. Fields that no event of this version has are skipped. */
final class LineParser {

    /** As nested as unknown fields may be; known ones are flat. */
    private static final int MAX_DEPTH = 32;

    private static final int MAX_NUMBER = 64;

    /** Stands for a value of a type that no field has. */
    private static final Object OTHER = new Object();

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(EventLineReader.MAX_BYTES)
                                    .maxNameLength(EventLineReader.MAX_BYTES)
                                    .maxNumberLength(MAX_NUMBER)
                                    .build())
                    .build();

    private final EventFields fields = new EventFields();
    private final CharsetDecoder utf8 =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);

    /** Returns the fields of the line that was read last. */
    EventFields fields() {
        return fields;
    }

    /** Reads a line. */
    void read(byte[] line) throws InvalidEventException {
        fields.clear();
        if (line.length > EventLineReader.MAX_BYTES) {
            throw fault(EventFaultText.tooLong(EventLineReader.MAX_BYTES));
        }
        String text = text(line);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            readObject(json);
        } catch (StreamConstraintsException e) {
            throw fault(EventFaultText.TOO_COMPLEX);
        } catch (JacksonException e) {
            boolean isCut = e.getLocation().getCharOffset() >= text.length();
            boolean isBegun = text.startsWith("{");
            throw fault(isCut && isBegun ? EventFaultText.CUT : EventFaultText.NO_OBJECT);
        }
    }

    private static InvalidEventException fault(String sentence) {
        return new InvalidEventException("", sentence);
    }

    private String text(byte[] line) throws InvalidEventException {
        try {
            String text = utf8.decode(ByteBuffer.wrap(line)).toString().strip();
            return text.startsWith("\uFEFF") ? text.substring(1) : text; // a byte order mark
        } catch (CharacterCodingException e) {
            throw fault(EventFaultText.NO_UTF_8);
        }
    }

    private void readObject(JsonParser json) throws InvalidEventException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw fault(EventFaultText.NO_OBJECT);
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            readField(json, name);
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw fault(EventFaultText.CUT);
        }
        requireEnd(json);
    }

    private static void requireEnd(JsonParser json) throws InvalidEventException {
        try {
            if (json.nextToken() == null) {
                return;
            }
        } catch (JacksonException e) {
            // it goes on with something else: the same fault
        }
        throw fault(EventFaultText.MORE);
    }

    private void readField(JsonParser json, String name) throws InvalidEventException {
        JsonToken value = json.nextToken();
        if (!FieldNames.KNOWN.contains(name)) {
            json.skipChildren();
        } else if (value == JsonToken.START_ARRAY) {
            fields.put(name, list(json));
        } else if (value != JsonToken.VALUE_NULL) {
            fields.put(name, scalar(json, value));
        }
    }

    private static List<Object> list(JsonParser json) {
        List<Object> elements = new ArrayList<>();
        for (JsonToken next = json.nextToken();
                next != JsonToken.END_ARRAY;
                next = json.nextToken()) {
            elements.add(scalar(json, next));
        }
        return elements;
    }

    private static Object scalar(JsonParser json, JsonToken value) {
        return switch (value) {
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT ->
                    json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? OTHER
                            : (Object) json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            default -> {
                json.skipChildren();
                yield OTHER;
            }
        };
    }
}
