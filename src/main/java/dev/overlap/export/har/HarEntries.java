package dev.overlap.export.har;

import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of a run. Source: HAR 1.2, "entries". What is not recorded is as the format asks for
 * it: no headers, no cookies, no bodies, sizes of -1. Own fields begin with an underscore.
 */
final class HarEntries {

    private final HarPage page;
    private final Trace trace;
    private final Map<String, String> addresses = new HashMap<>();

    HarEntries(HarPage page) {
        this.page = page;
        trace = page.trace();
        trace.tasks().forEach(this::addAddresses);
    }

    /** A connection has the address of the attempt that opened it. */
    private void addAddresses(TaskTrack track) {
        for (ConnectAttempt attempt : track.attempts()) {
            if (attempt.result() instanceof ConnectAttempt.Connected) {
                track.exchanges().stream()
                        .filter(exchange -> exchange.number() == attempt.exchange())
                        .forEach(it -> addresses.put(it.connection(), attempt.address()));
            }
        }
    }

    /** Returns the fields of a request whose address is known. */
    Map<String, Object> fields(TaskRequest request, String shownUrl) {
        HarTimings timings =
                new HarTimings(request.track(), request.segments(), trace.horizonNanos());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pageref", page.id());
        fields.put("startedDateTime", page.begun().plusNanos(request.beginNanos()).toString());
        fields.put("time", HarTimings.millis(timings.totalNanos()));
        fields.put("request", request(request.method(), HarUrl.of(shownUrl)));
        fields.put("response", response(request));
        fields.put("cache", Map.of());
        fields.put("timings", timings.fields());
        addConnection(request.exchange(), fields);
        fields.put("_task", request.track().index() + 1);
        if (request.track().worker() >= 0) {
            fields.put("_worker", trace.worker(request.track().worker()).name());
        }
        return fields;
    }

    private void addConnection(@Nullable Exchange exchange, Map<String, Object> fields) {
        if (exchange == null || exchange.connection().isEmpty()) {
            return;
        }
        String address = addresses.get(exchange.connection());
        if (address != null) {
            fields.put("serverIPAddress", address.replaceFirst("%.*", "")); // without its zone
        }
        fields.put("connection", exchange.connection());
        fields.put("_reused", exchange.reused());
    }

    private static Map<String, Object> request(String method, String url) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", method);
        fields.put("url", url);
        fields.put("httpVersion", "HTTP/1.1");
        fields.put("cookies", List.of());
        fields.put("headers", List.of());
        fields.put("queryString", HarUrl.query(url));
        fields.put("headersSize", -1);
        fields.put("bodySize", 0);
        return fields;
    }

    private static Map<String, Object> response(TaskRequest request) {
        Exchange exchange = request.exchange();
        Exchange reply = exchange != null && exchange.status() > 0 ? exchange : null;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", request.status());
        fields.put("statusText", "");
        fields.put("httpVersion", reply == null ? "" : reply.version());
        fields.put("cookies", List.of());
        fields.put("headers", List.of());
        fields.put("content", content(reply == null ? 0 : reply.bytes()));
        fields.put("redirectURL", redirect(request));
        fields.put("headersSize", -1);
        fields.put("bodySize", reply == null ? -1 : reply.bytes());
        String error = error(request);
        if (error != null) {
            fields.put("_error", error);
        }
        return fields;
    }

    private static Map<String, Object> content(long bytes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("size", bytes);
        fields.put("mimeType", "x-unknown");
        return fields;
    }

    private static String redirect(TaskRequest request) {
        String next = request.next();
        return next == null || request.status() / 100 != 3 ? "" : HarUrl.of(next);
    }

    private static @Nullable String error(TaskRequest request) {
        Outcome outcome = request.isLast() ? request.track().outcome() : null;
        return switch (outcome) {
            case null -> null;
            case Outcome.Failed(_, String sentence) -> sentence;
            case Outcome.Cancelled _ -> outcome.word();
            case Outcome.Answered _, Outcome.Computed _, Outcome.Done _ -> null;
        };
    }
}
