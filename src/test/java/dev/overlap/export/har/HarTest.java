package dev.overlap.export.har;

import static dev.overlap.testkit.ComparisonBuilder.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;

import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.RandomReports;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks archives against the schema of the validator of HAR, kept with the tests, and against the
 * rules of its sums, which no schema can express.
 */
class HarTest {

    private static final int TRACES = 40;
    private static final Path SCHEMAS = Path.of("src", "test", "resources", "har-schema");

    private final Har format = new Har();
    private final Schema schema = schema();

    @Test
    void anyTraceBecomesAValidArchiveWhoseSumsHold() throws IOException {
        int entries = 0;
        for (int seed = 0; seed < TRACES; seed++) {
            RunReport report = RandomReports.report(seed);
            JsonNode log = validLog(report);
            log.get("entries").forEach(HarTest::assertSumsHold);
            entries += log.get("entries").size();
            assertThat(log.toString()).doesNotContain("secret", "user:", "eth0");
        }
        assertThat(entries).isGreaterThan(TRACES);
    }

    private static void assertSumsHold(JsonNode entry) {
        JsonNode timings = entry.get("timings");
        BigDecimal sum = BigDecimal.ZERO;
        for (String name : List.of("blocked", "dns", "connect", "send", "wait", "receive")) {
            sum = sum.add(timings.get(name).decimalValue().max(BigDecimal.ZERO));
        }
        assertThat(sum).isEqualByComparingTo(entry.get("time").decimalValue());
        assertThat(timings.get("ssl").decimalValue())
                .isLessThanOrEqualTo(timings.get("connect").decimalValue());
        for (String name : List.of("send", "wait", "receive")) {
            assertThat(timings.get(name).decimalValue()).isNotNegative();
        }
    }

    /** Every nanosecond in a phase of a request is in exactly one entry. */
    @Test
    void everyPhaseOfARequestIsInTheArchive() throws IOException {
        for (int seed = 0; seed < TRACES; seed++) {
            RunReport report = RandomReports.report(seed);
            boolean allKnown =
                    HarPage.of(report).requests().stream().noneMatch(it -> it.url() == null);
            BigDecimal waited = BigDecimal.ZERO;
            for (JsonNode entry : validLog(report).get("entries")) {
                waited = waited.add(entry.get("timings").get("wait").decimalValue());
            }
            BigDecimal expected = HarTimings.millis(nanosIn(Phase.WAIT, report.trace()));
            assertThat(waited.compareTo(expected)).isLessThanOrEqualTo(0);
            if (allKnown) {
                assertThat(waited).as("seed %d", seed).isEqualByComparingTo(expected);
            }
        }
    }

    private static long nanosIn(Phase phase, Trace trace) {
        return trace.tasks().stream()
                .mapToLong(task -> task.nanosIn(phase, trace.horizonNanos()))
                .sum();
    }

    @Test
    void phasesAreMappedToTimings() throws IOException {
        Trace trace = TraceBuilder.of("https://h.test/").fetch(0, 8, 16, 30, 31).finished();

        JsonNode entry = onlyEntry(trace, "https://h.test/");

        assertThat(entry.get("startedDateTime").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(entry.get("time").asDouble()).isEqualTo(31);
        Map<String, Double> timings = new HashMap<>();
        entry.get("timings")
                .properties()
                .forEach(it -> timings.put(it.getKey(), it.getValue().asDouble()));
        assertThat(timings)
                .isEqualTo(
                        Map.ofEntries(
                                Map.entry("blocked", 8.25),
                                Map.entry("dns", 1.75),
                                Map.entry("connect", 5.5),
                                Map.entry("ssl", 3.5),
                                Map.entry("send", 0.5),
                                Map.entry("wait", 14.0),
                                Map.entry("receive", 1.0),
                                Map.entry("_blocked_queueing", 8.0),
                                Map.entry("_queued", 8.0),
                                Map.entry("_ready", -1.0),
                                Map.entry("_lease", 0.25)));
    }

    @Test
    void redirectsAreEntriesOfTheirOwnOnOneConnection() throws IOException {
        Trace trace =
                TraceBuilder.of("https://h.test/a")
                        .exchange(0, "c1", 0, 10)
                        .note(0, told(0, 0, "https://h.test/a", 302))
                        .exchange(0, "c1", 10, 20)
                        .note(0, told(1, 10, "https://h.test/b", 200))
                        .answered(0, 200, 20)
                        .finished();

        List<JsonNode> entries = entries(trace, "https://h.test/a");

        assertThat(entries)
                .extracting(it -> it.get("request").get("url").asString())
                .containsExactly("https://h.test/a", "https://h.test/b");
        assertThat(entries)
                .extracting(it -> it.get("response").get("redirectURL").asString())
                .containsExactly("https://h.test/b", "");
        assertThat(entries)
                .extracting(it -> it.get("connection").asString())
                .containsExactly("c1", "c1");
        assertThat(entries)
                .extracting(it -> it.get("timings").get("connect").asInt())
                .containsExactly(1, -1);
    }

    private static Exchange told(int number, long millis, String url, int status) {
        return Exchange.begin(number, millis * 1_000_000, url)
                .on("c1", number > 0)
                .replied("HTTP/1.1", status, 1, 1);
    }

    @Test
    void pollStartsWithAPostAndGoesOnWithGets() throws IOException {
        Trace trace =
                TraceBuilder.of("poll:https://h.test/jobs")
                        .exchange(0, "c1", 0, 10)
                        .note(0, told(0, 0, "https://h.test/jobs", 503))
                        .enter(0, Phase.PAUSE, 10)
                        .exchange(0, "c1", 20, 30)
                        .note(0, told(1, 20, "https://h.test/jobs", 202))
                        .enter(0, Phase.PAUSE, 30)
                        .exchange(0, "c1", 40, 50)
                        .note(0, told(2, 40, "https://h.test/jobs/1", 200))
                        .answered(0, 200, 50)
                        .finished();

        assertThat(entries(trace, "poll:https://h.test/jobs"))
                .extracting(it -> it.get("request").get("method").asString())
                .containsExactly("POST", "POST", "GET");
    }

    @Test
    void requestWithoutConnectionHasTheReasonAndNoReply() throws IOException {
        Trace trace =
                TraceBuilder.of("https://h.test/")
                        .enter(0, Phase.LEASE, 1)
                        .enter(0, Phase.DNS, 2)
                        .failed(0, FailureKind.NAME_NOT_FOUND, 5)
                        .finished();

        JsonNode entry = onlyEntry(trace, "https://h.test/");

        assertThat(entry.get("response").get("status").asInt()).isZero();
        assertThat(entry.get("response").get("_error").asString()).contains("no such name");
        assertThat(entry.get("timings").get("dns").asInt()).isEqualTo(3);
        assertThat(entry.get("request").get("url").asString()).isEqualTo("https://h.test/");
    }

    @Test
    void whatIsNotInTheArchiveIsCounted() {
        Trace trace =
                TraceBuilder.of("cpu:1ms", "cpu:1ms", "cpu:1ms", "sleep:2ms -> https://h.test/")
                        .finished();
        RunReport report = report(trace, "cpu:1ms x3", "sleep:2ms -> https://h.test/");

        assertThat(format.omissions(report))
                .containsExactly(
                        "3 computations are not in a HAR.",
                        "1 sleep is not in a HAR.",
                        "1 request was never made, and so not in a HAR.");
    }

    @Test
    void comparisonHasAPagePerVariant() throws IOException {
        ComparisonReport report =
                new ComparisonReport(
                        ComparisonBuilder.of(entry("sequential", 100), entry("threads", 50)),
                        SortOrder.WALL,
                        Guesses.NONE,
                        Instant.EPOCH,
                        RunReport.Look.DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(report, bytes);

        JsonNode pages = valid(bytes).get("pages");
        assertThat(pages)
                .extracting(it -> it.get("title").asString())
                .containsExactly("Sequential", "Threads");
        assertThat(pages)
                .extracting(it -> it.get("pageTimings").get("onLoad").asInt())
                .containsExactly(100, 50);
    }

    private List<JsonNode> entries(Trace trace, String... sites) throws IOException {
        return validLog(report(trace, sites)).get("entries").valueStream().toList();
    }

    private JsonNode onlyEntry(Trace trace, String site) throws IOException {
        List<JsonNode> entries = entries(trace, site);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static RunReport report(Trace trace, String... sites) {
        return new RunReport(
                TraceBuilder.plan("threads", sites),
                "Threads",
                Instant.EPOCH,
                trace,
                RunReport.Look.DEFAULT);
    }

    private JsonNode validLog(RunReport report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(report, bytes);
        return valid(bytes);
    }

    private JsonNode valid(ByteArrayOutputStream bytes) {
        String json = bytes.toString(StandardCharsets.US_ASCII);
        List<Error> errors =
                schema.validate(
                        json,
                        InputFormat.JSON,
                        it -> it.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors).isEmpty();
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(json)
                .get("log");
    }

    private static Schema schema() {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> all = Files.list(SCHEMAS)) {
            for (Path file : all.filter(it -> it.toString().endsWith(".json")).toList()) {
                files.put("https://har.test/" + file.getFileName(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Dialect draft =
                Dialect.builder(Dialects.getDraft6())
                        .keyword(
                                new AnnotationKeyword(
                                        "min")) // a slip of theirs, checked with the sums
                        .keyword(new AnnotationKeyword("optional"))
                        .keyword(new AnnotationKeyword("unique"))
                        .build();
        return SchemaRegistry.withDialect(draft, it -> it.schemas(files))
                .getSchema(SchemaLocation.of("https://har.test/har.json"));
    }
}
