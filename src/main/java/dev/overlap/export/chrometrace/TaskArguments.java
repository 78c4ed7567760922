package dev.overlap.export.chrometrace;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a viewer shows of a task besides its times. */
final class TaskArguments {

    private TaskArguments() {}

    static Map<String, Object> of(Trace trace, TaskTrack task) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("task", task.index() + 1);
        fields.put("label", task.label());
        if (task.worker() >= 0) {
            fields.put("worker", trace.worker(task.worker()).name());
        }
        addOutcome(task, fields);
        List<Exchange> exchanges = task.exchanges();
        if (!exchanges.isEmpty()) {
            fields.put("exchanges", exchanges.stream().map(TaskArguments::exchange).toList());
        }
        return fields;
    }

    private static void addOutcome(TaskTrack task, Map<String, Object> fields) {
        Outcome outcome = task.outcome();
        fields.put("outcome", outcome == null ? "running" : outcome.word());
        switch (outcome) {
            case null -> {}
            case Outcome.Answered(int status, long bytes) -> {
                fields.put("status", status);
                fields.put("bytes", bytes);
            }
            case Outcome.Failed(_, String sentence) -> fields.put("error", sentence);
            case Outcome.Computed _, Outcome.Done _, Outcome.Cancelled _ -> {}
        }
    }

    private static Map<String, Object> exchange(Exchange exchange) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("url", exchange.url());
        fields.put("status", exchange.status());
        fields.put("connection", exchange.connection());
        fields.put("bytes", exchange.bytes());
        return fields;
    }
}
