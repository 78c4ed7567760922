package dev.overlap.export;

import dev.overlap.plan.Task;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a task's object in {@link JsonLines}, which documents them, in their order. */
final class TaskFields {

    private TaskFields() {}

    static Map<String, @Nullable Object> of(
            String model, Trace trace, TaskTrack track, @Nullable Task task) {
        TaskRow row = TaskRow.of(model, trace, track, task);
        Exchange connected = row.connected();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("task", row.number());
        fields.put("site", row.site());
        fields.put("kind", row.kind());
        fields.put("model", row.model());
        fields.put("worker", row.worker());
        fields.put("outcome", row.outcome());
        fields.put("status", row.status());
        fields.put("bytes", row.bytes());
        fields.put("start_ms", row.start());
        fields.put("end_ms", row.end());
        fields.put("duration_ms", row.duration());
        fields.put("phases", phases(row.phases()));
        fields.put("cpu_ms", row.cpu());
        fields.put("connection", connected == null ? null : connected.connection());
        fields.put("reused", connected == null ? null : connected.reused());
        fields.put("error", row.error());
        fields.put("exchanges", exchanges(row, track));
        List<StepRow> steps = task == null ? List.of() : StepRow.of(trace, task);
        fields.put("steps", steps.stream().map(TaskFields::step).toList());
        fields.put("collected_ms", row.collected());
        return fields;
    }

    private static Map<String, @Nullable Object> phases(Map<Phase, BigDecimal> phases) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Phase phase : Phase.values()) {
            fields.put(phase.id() + "_ms", phases.get(phase));
        }
        return fields;
    }

    private static Map<String, @Nullable Object> step(StepRow step) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("step", step.label());
        fields.put("begin_ms", step.begin());
        fields.put("end_ms", step.end());
        fields.put("phases", phases(step.phases()));
        fields.put("status", step.status());
        fields.put("error", step.error());
        return fields;
    }

    private static List<Map<String, @Nullable Object>> exchanges(TaskRow row, TaskTrack track) {
        List<ConnectAttempt> attempts = track.attempts();
        return row.exchanges().stream().map(exchange -> exchange(exchange, attempts)).toList();
    }

    private static Map<String, @Nullable Object> exchange(
            Exchange exchange, List<ConnectAttempt> attempts) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("url", exchange.url());
        fields.put("status", exchange.status() == 0 ? null : exchange.status());
        fields.put("connection", orNull(exchange.connection()));
        fields.put("reused", exchange.reused());
        fields.put("version", orNull(exchange.version()));
        fields.put("bytes", exchange.bytes());
        fields.put(
                "attempts",
                attempts.stream()
                        .filter(attempt -> attempt.exchange() == exchange.number())
                        .map(TaskFields::attempt)
                        .toList());
        return fields;
    }

    private static Map<String, @Nullable Object> attempt(ConnectAttempt attempt) {
        boolean pending = attempt.endNanos() == TaskTrack.OPEN;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("address", attempt.address());
        fields.put("begin_ms", TaskRow.millis(attempt.beginNanos()));
        fields.put("end_ms", pending ? null : TaskRow.millis(attempt.endNanos()));
        fields.put("result", attempt.result().words());
        return fields;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
