package dev.overlap.session.history;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Labels as files: a JSON object each. Unknown fields are ignored. */
final class EntryLabelJson {

    /** No label is larger. */
    static final int MAX_BYTES = 20_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EntryLabelJson() {}

    static byte[] write(EntryLabel label) {
        ObjectNode file = MAPPER.createObjectNode();
        file.put("title", label.title())
                .put("name", label.name())
                .put("begun", label.begun().toString())
                .put("wall", label.wallNanos())
                .put("variants", label.variants())
                .put("pinned", label.pinned());
        if (label.deleted() != null) {
            file.put("deleted", label.deleted().toString());
        }
        return MAPPER.writeValueAsBytes(file);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is anything else
     */
    static EntryLabel read(byte[] text) throws IOException {
        try {
            JsonNode file = MAPPER.readTree(text);
            return new EntryLabel(
                    file.required("title").stringValue(),
                    file.required("name").stringValue(),
                    Instant.parse(file.required("begun").stringValue()),
                    file.required("wall").longValue(),
                    Math.max(1, file.required("variants").intValue()),
                    file.required("pinned").booleanValue(),
                    file.has("deleted")
                            ? Instant.parse(file.required("deleted").stringValue())
                            : null);
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new IOException("this is no label", e);
        }
    }
}
