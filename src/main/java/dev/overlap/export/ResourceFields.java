package dev.overlap.export;

import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.ResourceStatistics;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a resource in the summary of {@link JsonLines}, which documents them, in their
 * order; null for what does not apply to its kind.
 */
final class ResourceFields {

    private ResourceFields() {}

    /** Returns those of all resources of a trace. */
    static List<Map<String, @Nullable Object>> of(Trace trace) {
        return trace.resources().stream().map(resource -> of(trace, resource)).toList();
    }

    private static Map<String, @Nullable Object> of(Trace trace, ResourceTrack resource) {
        ResourceStatistics numbers = ResourceStatistics.of(trace, resource, trace.horizonNanos());
        boolean counter = resource.type() == ResourceTrack.Type.COUNTER;
        boolean holds =
                resource.type() == ResourceTrack.Type.LOCK
                        || resource.type() == ResourceTrack.Type.PERMIT;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", resource.name());
        fields.put("kind", resource.type().word());
        fields.put("held_ms", holds ? TaskRow.millis(numbers.heldNanos()) : null);
        fields.put("waited_ms", counter ? null : TaskRow.millis(numbers.waitedNanos()));
        fields.put("most_waiting", counter ? null : numbers.mostWaiting());
        fields.put("expected", orNull(numbers.expected()));
        fields.put("got", orNull(numbers.got()));
        fields.put(
                "copies",
                counter ? numbers.copies().stream().map(ResourceTrack.Copy::value).toList() : null);
        return fields;
    }

    private static @Nullable Long orNull(long number) {
        return number == ResourceStatistics.UNKNOWN ? null : number;
    }
}
