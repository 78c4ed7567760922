package dev.overlap.persistence;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.function.BiFunction;

/**
 * The fields of one object in a file, read one by one, so that a bad one costs only itself. Fields
 * that nobody asks for are ignored: a newer Overlap may have written them.
 */
final class LenientJsonObject {

    private final JsonNode object;
    private final String path;
    private final List<String> misread;

    /**
     * For an object.
     *
     * @param path goes in front of the names of its fields; empty for the whole file
     * @param misread collects the names of fields whose value made no sense
     */
    LenientJsonObject(JsonNode object, String path, List<String> misread) {
        this.object = object;
        this.path = path;
        this.misread = misread;
    }

    /**
     * Takes one field over.
     *
     * @param before what is known so far, and the result if the field is missing or makes no sense
     * @param change what the field changes in it; throws what Jackson or the constructors of our
     *     records throw if it makes no sense
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

    /** The fields of an object inside this one; none if it is missing or no object. */
    LenientJsonObject of(String name) {
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            misread.add(path + name);
        }
        return new LenientJsonObject(value, path + name + ".", misread);
    }
}
