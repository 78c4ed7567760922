package dev.overlap.export.chrometrace;

import static dev.overlap.testkit.ComparisonBuilder.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.RandomReports;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.ConcurrencyCurve;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Checks the rules of trace events by which Perfetto draws them, on traces made by chance. */
class ChromeTraceTest {

    private static final int TRACES = 40;

    private static final JsonMapper EXACT =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private record Slice(String name, String category, BigDecimal begin, BigDecimal end) {
        static Slice of(JsonNode event) {
            BigDecimal begin = event.get("ts").decimalValue();
            return new Slice(
                    event.get("name").asString(),
                    event.get("cat").asString(),
                    begin,
                    begin.add(event.get("dur").decimalValue()));
        }

        boolean contains(Slice inner) {
            return begin.compareTo(inner.begin) <= 0 && inner.end.compareTo(end) <= 0;
        }
    }

    @Test
    void slicesNestStrictlyOnEveryTrack() throws IOException {
        int slices = 0;
        for (int seed = 0; seed < TRACES; seed++) {
            Map<String, Deque<Slice>> open = new HashMap<>();
            for (JsonNode event : events(RandomReports.report(seed))) {
                if (event.get("ph").asString().equals("X")) {
                    Deque<Slice> stack =
                            open.computeIfAbsent(track(event), _ -> new ArrayDeque<>());
                    push(Slice.of(event), stack);
                    slices++;
                }
            }
        }
        assertThat(slices).isGreaterThan(10 * TRACES);
    }

    /** The last slice lies in the one before, or begins after its end. */
    private static void push(Slice slice, Deque<Slice> stack) {
        assertThat(slice.end).isGreaterThanOrEqualTo(slice.begin);
        boolean isInner = slice.category.equals("overlap.phase");
        while (!stack.isEmpty() && (!isInner || stack.peek().category.equals("overlap.phase"))) {
            Slice before = stack.pop();
            assertThat(before.end).isLessThanOrEqualTo(slice.begin);
        }
        if (isInner) {
            assertThat(stack).isNotEmpty();
            assertThat(stack.peek().contains(slice)).isTrue();
        }
        stack.push(slice);
    }

    @Test
    void everyArrowBeginsAndEndsInASlice() throws IOException {
        int arrows = 0;
        for (int seed = 0; seed < TRACES; seed++) {
            List<JsonNode> events = events(RandomReports.report(seed));
            Map<Integer, String> begun = new HashMap<>();
            for (JsonNode event : events) {
                String kind = event.get("ph").asString();
                if (kind.equals("s")) {
                    assertThat(begun.put(event.get("id").asInt(), track(event))).isNull();
                    assertThat(isInSlice(event, events)).isTrue();
                } else if (kind.equals("f")) {
                    assertThat(begun.remove(event.get("id").asInt())).isNotNull();
                    assertThat(isInSlice(event, events)).isTrue();
                    arrows++;
                }
            }
            assertThat(begun).isEmpty();
        }
        assertThat(arrows).isGreaterThan(TRACES);
    }

    private static boolean isInSlice(JsonNode flow, List<JsonNode> events) {
        BigDecimal at = flow.get("ts").decimalValue();
        return events.stream()
                .filter(event -> event.get("ph").asString().equals("X"))
                .filter(event -> track(event).equals(track(flow)))
                .map(Slice::of)
                .anyMatch(it -> it.begin.compareTo(at) <= 0 && at.compareTo(it.end) <= 0);
    }

    @Test
    void phasesOfATaskAreThoseOfTheTraceToTheNanosecond() throws IOException {
        for (int seed = 0; seed < TRACES; seed++) {
            RunReport report = RandomReports.report(seed);
            Map<String, BigDecimal> written = new HashMap<>();
            for (JsonNode event : events(report)) {
                if (event.get("pid").asInt() == 2
                        && event.path("cat").asString("").equals("overlap.phase")) {
                    String key = event.get("tid").asInt() + event.get("name").asString();
                    written.merge(key, event.get("dur").decimalValue(), BigDecimal::add);
                }
            }
            for (TaskTrack task : report.trace().tasks()) {
                for (Phase phase : Phase.values()) {
                    long nanos = task.nanosIn(phase, report.trace().horizonNanos());
                    assertThat(written.getOrDefault(task.index() + 1 + phase.id(), BigDecimal.ZERO))
                            .isEqualByComparingTo(BigDecimal.valueOf(nanos, 3));
                }
            }
        }
    }

    @Test
    void counterIsTheNumberOfTasksInFlight() throws IOException {
        RunReport report = RandomReports.report(7);
        int peak = 0;
        int last = -1;
        for (JsonNode event : events(report)) {
            if (event.get("ph").asString().equals("C")) {
                last = event.get("args").get("tasks").asInt();
                peak = Math.max(peak, last);
            }
        }
        Trace trace = report.trace();
        assertThat(peak).isPositive();
        assertThat(peak).isEqualTo(ConcurrencyCurve.of(trace, trace.horizonNanos()).peak());
        assertThat(last)
                .isEqualTo(
                        ConcurrencyCurve.of(trace, trace.horizonNanos()).at(trace.horizonNanos()));
    }

    @Test
    void everyTrackHasItsNameAndItsPlace() throws IOException {
        TraceBuilder builder = TraceBuilder.of("lab:/a", "lab:/a");
        int worker = builder.addWorker("pool-1", WorkerTrack.Role.PROCESS);
        Trace trace =
                builder.startUp(worker, 1, 4)
                        .busy(worker, 0, 5, 20)
                        .fetch(0, 5, 6, 19, 20)
                        .fetch(1, 20, 21, 29, 30)
                        .finished();

        List<JsonNode> events = events(report(trace, "lab:/a x2"));

        assertThat(names("process_name", events))
                .containsExactly("1/0 Threads: workers", "2/0 Threads: tasks");
        assertThat(names("thread_name", events))
                .containsExactly("2/1 lab:/a #1", "2/2 lab:/a #2", "1/1 pool-1");
        assertThat(events)
                .filteredOn(it -> it.get("ph").asString().equals("X"))
                .filteredOn(it -> it.get("pid").asInt() == 1)
                .extracting(
                        it -> it.get("name").asString() + " " + it.get("ts") + "+" + it.get("dur"))
                .startsWith(
                        "overlap.start-up 1000+3000", "lab:/a #1 5000+15000", "lease 5000+31.25");
    }

    private static List<String> names(String kind, List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.get("name").asString().equals(kind))
                .map(event -> track(event) + " " + event.get("args").get("name").asString())
                .toList();
    }

    @Test
    void comparisonHasTwoProcessesPerVariant() throws IOException {
        ComparisonReport report =
                new ComparisonReport(
                        ComparisonBuilder.of(entry("sequential", 100), entry("threads", 50)),
                        SortOrder.WALL,
                        Guesses.NONE,
                        Instant.EPOCH,
                        RunReport.Look.DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChromeTrace.plain().write(report, bytes);

        assertThat(names("process_name", parsed(bytes.toByteArray())))
                .containsExactly(
                        "1/0 Sequential: workers",
                        "2/0 Sequential: tasks",
                        "3/0 Threads: workers",
                        "4/0 Threads: tasks");
    }

    @Test
    void compressedFileHoldsThePlainOne() throws IOException {
        RunReport report = RandomReports.report(3);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        ChromeTrace.plain().write(report, plain);
        ChromeTrace.compressed().write(report, packed);

        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.toByteArray());
        }
    }

    @Test
    void whatIsNotInTheTraceIsCounted() {
        TraceBuilder builder = TraceBuilder.of("lock:a { sleep:1ms }");
        builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        Trace trace = builder.beginStep(0, 0, 1).beginStep(0, 1, 1).finished();

        assertThat(ChromeTrace.plain().omissions(report(trace, "lock:a { sleep:1ms }")))
                .containsExactly(
                        "1 shared resource is not in a Chrome trace.",
                        "2 steps of tasks are not in a Chrome trace.");
    }

    @Test
    void addressesAreWrittenWithoutUsers() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int seed = 0; seed < TRACES; seed++) {
            events(RandomReports.report(seed)).forEach(all::append);
        }
        assertThat(all.toString()).contains("straße").doesNotContain("secret");
    }

    private static RunReport report(Trace trace, String... sites) {
        return new RunReport(
                TraceBuilder.plan("threads", sites),
                "Threads",
                Instant.EPOCH,
                trace,
                RunReport.Look.DEFAULT);
    }

    private static String track(JsonNode event) {
        return event.get("pid").asInt() + "/" + event.get("tid").asInt();
    }

    private static List<JsonNode> events(RunReport report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChromeTrace.plain().write(report, bytes);
        return parsed(bytes.toByteArray());
    }

    private static List<JsonNode> parsed(byte[] bytes) {
        return EXACT.readTree(bytes).get("traceEvents").valueStream().toList();
    }
}
