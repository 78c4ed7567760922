package dev.overlap.export.chrometrace;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the events of a file, one per line. Instants are nanoseconds; the file has microseconds,
 * with as many decimals as they need.
 */
final class TraceEvents {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final OutputStream out;
    private String separator = "\n";
    private int flows;

    /** A track: a thread of a process. */
    record Track(int process, int thread) {}

    /** What happened on a track from one instant to another. */
    record Slice(String category, String name, long beginNanos, long endNanos) {}

    /**
     * Begins a file.
     *
     * @param about what is said of the whole file
     */
    TraceEvents(Map<String, Object> about, OutputStream out) throws IOException {
        this.out = out;
        print("{\"displayTimeUnit\":\"ms\",\"otherData\":" + json(about) + ",\"traceEvents\":[");
    }

    void process(int process, String name, int order) throws IOException {
        Track whole = new Track(process, 0);
        metadata(whole, "process_name", Map.of("name", name));
        metadata(whole, "process_sort_index", Map.of("sort_index", order));
    }

    /** Names a track; further arguments are for those that know them. */
    void track(Track track, Map<String, Object> arguments) throws IOException {
        metadata(track, "thread_name", arguments);
        metadata(track, "thread_sort_index", Map.of("sort_index", track.thread));
    }

    private void metadata(Track track, String name, Map<String, Object> args) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ph", "M");
        fields.put("name", name);
        write(fields, track, args);
    }

    /** Writes a slice, after those that it lies in. */
    void slice(Track track, Slice slice, Map<String, Object> args) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ph", "X");
        fields.put("name", slice.name);
        fields.put("cat", slice.category);
        fields.put("ts", micros(slice.beginNanos));
        fields.put("dur", micros(slice.endNanos - slice.beginNanos));
        write(fields, track, args);
    }

    /** Writes an arrow between the slices that two tracks have at an instant. */
    void flow(Track from, Track to, long nanos) throws IOException {
        flows++;
        write(end("s", nanos), from, Map.of());
        Map<String, Object> fields = end("f", nanos);
        fields.put("bp", "e");
        write(fields, to, Map.of());
    }

    private Map<String, Object> end(String kind, long nanos) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ph", kind);
        fields.put("name", "runs on");
        fields.put("cat", "flow");
        fields.put("id", flows);
        fields.put("ts", micros(nanos));
        return fields;
    }

    void counter(int process, String name, long nanos, int value) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ph", "C");
        fields.put("name", name);
        fields.put("ts", micros(nanos));
        write(fields, new Track(process, 0), Map.of("tasks", value));
    }

    void end() throws IOException {
        print("\n]}\n");
    }

    private void write(Map<String, Object> fields, Track track, Map<String, Object> args)
            throws IOException {
        fields.put("pid", track.process);
        fields.put("tid", track.thread);
        if (!args.isEmpty()) {
            fields.put("args", args);
        }
        print(separator + json(fields));
        separator = ",\n";
    }

    private static BigDecimal micros(long nanos) {
        BigDecimal exact = BigDecimal.valueOf(nanos, 3).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static String json(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
