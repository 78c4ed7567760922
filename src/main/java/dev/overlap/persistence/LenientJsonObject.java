package dev.overlap.persistence;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Reads the fields of a JSON object one by one, so that an invalid field does not affect the
 * others. Unknown fields are ignored: a newer version may have written them.
 */
final class LenientJsonObject {

    private final JsonNode object;
    private final String path;
    private final List<String> misread;

    /**
     * Wraps an object.
     *
     * @param path the prefix of the names of its fields; empty for the whole file
     * @param misread collects the names of fields with invalid values
     */
    LenientJsonObject(JsonNode object, String path, List<String> misread) {
        this.object = object;
        this.path = path;
        this.misread = misread;
    }

    /**
     * Applies one field.
     *
     * @param before the value so far, returned if the field is missing or invalid
     * @param change applies the field; may throw what Jackson or the constructors of our records
     *     throw for invalid values
     */
    <T> T read(String name, T before, BiFunction<T, JsonNode, T> change) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return before;
        }
        try {
            return change.apply(before, value);
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            misread.add(path + name);
            return before;
        }
    }

    /** The names of all its fields, in order; none if it is not an object. */
    List<String> names() {
        return object.isObject() ? List.copyOf(object.propertyNames()) : List.of();
    }

    /** Returns a nested object; empty if it is missing or not an object. */
    LenientJsonObject of(String name) {
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            misread.add(path + name);
        }
        return new LenientJsonObject(value, path + name + ".", misread);
    }
}
