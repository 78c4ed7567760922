package dev.overlap.foreign.har;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.export.har.Har;
import dev.overlap.report.RunReport;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.testkit.RandomReports;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads the archives in the test's resources; a README there says where they are from. */
class HarReaderTest {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "har");

    private static Session sample(String name) throws IOException {
        try (InputStream file = Files.newInputStream(SAMPLES.resolve(name + ".har"))) {
            return HarReader.read(file);
        }
    }

    private static Session read(String json) throws IOException {
        return HarReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static RecordedRun run(Session session) {
        return (RecordedRun) session.recording();
    }

    private static Trace trace(Session session) {
        return run(session).trace();
    }

    /** Returns the phases of a task with their lengths in milliseconds, such as "wait 40". */
    private static List<String> phases(TaskTrack task) {
        List<String> phases = new ArrayList<>();
        for (int s = 0; s < task.segments(); s++) {
            double millis = (task.end(s) - task.begin(s)) / 1e6;
            phases.add(
                    task.phase(s).id() + " " + Double.toString(millis).replaceFirst("\\.0$", ""));
        }
        return phases;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chromium-by-playwright",
                "chromium-devtools",
                "firefox",
                "safari",
                "charles"
            })
    void noBodyCookieOrPasswordIsKept(String name) throws IOException {
        Session session = sample(name);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        RecordedRun run = run(session);
        new Har()
                .write(
                        new RunReport(
                                run.plan(),
                                run.modelName(),
                                run.begun(),
                                run.trace(),
                                RunReport.Look.DEFAULT),
                        again);
        List<String> all = new ArrayList<>(session.notes());
        run.trace().tasks().forEach(task -> all.add(task.label() + task.exchanges()));
        all.add(again.toString(StandardCharsets.UTF_8));

        assertThat(String.join("\n", all))
                .doesNotContain("secret", "password", "c2VjcmV0", "Bearer", "Basic");
    }

    @Test
    void recordedFileOfChromiumBecomesARun() throws IOException {
        Session session = sample("chromium-by-playwright");
        Trace trace = trace(session);

        assertThat(session.origin().program()).isEqualTo("chromium 156.0.8078.108");
        assertThat(run(session).begun()).isEqualTo(Instant.parse("2026-11-28T20:34:40.041Z"));
        assertThat(trace.isFinished()).isTrue();
        assertThat(trace.workers()).isEmpty();
        assertThat(trace.tasks()).hasSize(9);
        assertThat(trace.task(0).label()).isEqualTo("http://127.0.0.1:8080/");
        // the handshake of a connection that is not encrypted is a slip of the program
        assertThat(phases(trace.task(0)))
                .containsExactly(
                        "dns 0", "connect 1.033", "send 0", "wait 56.794", "receive 4.514");
        assertThat(trace.task(1).beginNanos()).isEqualTo(95_000_000);
        assertThat(trace.task(6).label()).isEqualTo("POST http://127.0.0.1:8080/jobs");
        assertThat(trace.task(7).outcome())
                .isEqualTo(
                        new Outcome.Failed(
                                FailureKind.NAME_NOT_FOUND,
                                "\"http://nothing.invalid/x\" had no reply:"
                                        + " net::ERR_NAME_NOT_RESOLVED."));
        assertThat(session.notes())
                .containsExactly(
                        "4 requests have timings that do not add up to their time; the timings"
                                + " are drawn.",
                        "1 request has a time but no timings: it is drawn as wait.");
    }

    @Test
    void timingsOfChromiumsDeveloperToolsAreTakenApart() throws IOException {
        Session session = sample("chromium-devtools");
        Trace trace = trace(session);

        assertThat(phases(trace.task(0)))
                .containsExactly(
                        "queued 2.5",
                        "lease 4",
                        "dns 4",
                        "connect 18",
                        "tls 12",
                        "send 0.5",
                        "wait 50",
                        "receive 9.5");
        assertThat(phases(trace.task(1)))
                .containsExactly("queued 0.5", "lease 0.5", "send 0.25", "wait 38.75", "receive 1");
        assertThat(trace.task(1).outcome()).isEqualTo(new Outcome.Answered(200, 950));
        assertThat(trace.task(4).label()).isEqualTo("data:image/png");
        assertThat(phases(trace.task(5))).startsWith("queued 0.5", "lease 12");
    }

    @Test
    void connectionIsDrawnWhereRequestsFollowOneAnotherOnIt() throws IOException {
        Session session = sample("chromium-devtools");
        Trace trace = trace(session);

        assertThat(trace.connections()).hasSize(1);
        assertThat(trace.connections().getFirst().identity()).isEqualTo("31");
        assertThat(trace.connections().getFirst().host()).isEqualTo("h.test");
        assertThat(trace.connections().getFirst().uses()).isEqualTo(2);
        assertThat(trace.connections().getFirst().wasOpened()).isTrue();
        assertThat(trace.task(1).exchanges().getFirst().reused()).isTrue();
        assertThat(trace.task(2).exchanges()).extracting(Exchange::connection).containsExactly("");
        assertThat(session.notes())
                .containsExactly(
                        "2 requests have no connection here: several requests used it at once, or"
                                + " opened it twice.");
    }

    @Test
    void phasesThatFirefoxTellsAsZeroDidNotOccur() throws IOException {
        Session session = sample("firefox");
        Trace trace = trace(session);

        assertThat(run(session).modelName()).isEqualTo("Firefox 128.0");
        assertThat(phases(trace.task(0)))
                .containsExactly(
                        "lease 5",
                        "dns 3",
                        "connect 10",
                        "tls 15",
                        "send 0",
                        "wait 40",
                        "receive 0");
        assertThat(phases(trace.task(1))).containsExactly("send 0", "wait 30", "receive 2");
        assertThat(session.notes())
                .containsExactly("1 request has a timing that cannot be, which is left out.");
        assertThat(trace.connections().getFirst().uses()).isEqualTo(2);
    }

    @Test
    void safariAndItsCacheAreRead() throws IOException {
        Session session = sample("safari");
        Trace trace = trace(session);

        assertThat(phases(trace.task(0)))
                .containsExactly(
                        "lease 2.25",
                        "dns 4.5",
                        "connect 15",
                        "tls 25",
                        "send 0.5",
                        "wait 60.25",
                        "receive 13.25");
        assertThat(trace.task(1).beginNanos()).isEqualTo(trace.task(1).endNanos());
        assertThat(trace.task(1).outcome()).isEqualTo(new Outcome.Answered(200, 320));
        assertThat(session.notes()).isEmpty();
    }

    @Test
    void charlesIsReadInTheOrderOfTime() throws IOException {
        Session session = sample("charles");
        Trace trace = trace(session);

        assertThat(trace.tasks().stream().map(TaskTrack::label))
                .containsExactly(
                        "CONNECT https://tunnel.test",
                        "http://h.test/old?q=1",
                        "https://h.test/slow");
        assertThat(phases(trace.task(0))).containsExactly("connect 50", "tls 80");
        assertThat(phases(trace.task(1)))
                .containsExactly("dns 2", "connect 28", "send 1", "wait 140", "receive 9");
        assertThat(phases(trace.task(2))).containsExactly("wait 55");
        assertThat(session.notes())
                .containsExactly(
                        "1 request has timings that do not add up to its time; the timings are"
                                + " drawn.",
                        "1 request has a time but no timings: it is drawn as wait.");
    }

    @Test
    void fileThatIsCutAnywhereShowsItsWholeEntries() throws IOException {
        byte[] whole = Files.readAllBytes(SAMPLES.resolve("chromium-devtools.har"));
        String text = new String(whole, StandardCharsets.UTF_8);
        int from = text.indexOf("\n{\"_connectionId\":\"31\",\"_priority\"");
        for (int length = from + 2; length < whole.length; length += 397) {
            Session session =
                    HarReader.read(new ByteArrayInputStream(Arrays.copyOf(whole, length)));
            assertThat(trace(session).tasks()).hasSizeBetween(1, 6);
            assertThat(session.notes().getFirst()).startsWith("The file is cut or damaged after ");
        }
    }

    @Test
    void compressedFileIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(Files.readAllBytes(SAMPLES.resolve("safari.har")));
        }
        byte[] bytes = packed.toByteArray();

        assertThat(trace(HarReader.read(new ByteArrayInputStream(bytes))).tasks()).hasSize(2);
        assertThatThrownBy(() -> HarReader.read(new ByteArrayInputStream(Arrays.copyOf(bytes, 15))))
                .isInstanceOf(UnreadableFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "[]",
                "{}",
                "{\"traceEvents\":[]}",
                "{\"log\":{}}",
                "{\"log\":{\"entries\":[]}}",
                "{\"log\":{\"entries\":[{}]}}"
            })
    void whatHoldsNoRequestIsRefusedWithASentence(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageMatching(
                        "This (is not a HAR: it has no list of requests|HAR holds no request)\\.");
    }

    @Test
    void faultOfTheStreamIsNotAFaultOfTheFile() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        return read();
                    }
                };

        assertThatThrownBy(() -> HarReader.read(broken)).hasMessage("the disk is gone");
    }

    @Test
    void oddEntriesAreCounted() throws IOException {
        String entry =
                "{\"startedDateTime\":%s,\"time\":%s,\"request\":{\"url\":\"%s\"},\"timings\":%s}";
        Session session =
                read(
                        "{\"log\":{\"entries\":["
                                + String.join(
                                        ",",
                                        entry.formatted(
                                                "\"2024-01-01T00:00:00\"",
                                                "5",
                                                "http://a/",
                                                "{\"wait\":5}"),
                                        entry.formatted(
                                                "\"2024-01-01T00:00:01+0200\"",
                                                "\"x\"",
                                                "http://a/",
                                                "{\"wait\":\"5\"}"),
                                        entry.formatted(
                                                "\"yesterday\"", "5", "http://a/", "{\"wait\":5}"),
                                        entry.formatted("null", "5", "http://a/", "null"),
                                        entry.formatted("\"2024-01-01T00:00:00Z\"", "5", "", "{}"))
                                + "]}}");

        assertThat(trace(session).tasks()).hasSize(2);
        assertThat(session.notes())
                .containsExactly(
                        "1 request has no address and is left out.",
                        "2 requests have no readable start and are left out.",
                        "1 request has a timing that cannot be, which is left out.");
    }

    /** What Overlap wrote, it reads to the nanosecond. */
    @Test
    void anyArchiveOfOursIsReadWithAllItsPhases() throws IOException {
        int compared = 0;
        for (int seed = 0; seed < 40; seed++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new Har().write(RandomReports.report(seed), bytes);
            JsonNode entries =
                    JsonMapper.shared().readTree(bytes.toByteArray()).get("log").get("entries");
            if (entries.isEmpty()) {
                continue;
            }
            Session session = HarReader.read(new ByteArrayInputStream(bytes.toByteArray()));
            Trace trace = trace(session);
            assertThat(trace.tasks()).hasSize(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                assertIsSame(trace.task(i), entries.get(i));
                compared++;
            }
            assertThat(session.notes()).noneMatch(note -> note.contains("cannot be"));
        }
        assertThat(compared).isGreaterThan(40);
    }

    private static void assertIsSame(TaskTrack task, JsonNode entry) {
        JsonNode timings = entry.get("timings");
        long wait = Math.round(timings.get("wait").asDouble() * 1e6);
        long lease = Math.round(timings.get("_lease").asDouble() * 1e6);
        long total = Math.round(entry.get("time").asDouble() * 1e6);
        assertThat(task.endNanos() - task.beginNanos()).isEqualTo(total);
        if (wait + lease > 0 && total > wait) {
            assertThat(task.nanosIn(Phase.WAIT, Long.MAX_VALUE)).isEqualTo(wait);
            assertThat(task.nanosIn(Phase.LEASE, Long.MAX_VALUE)).isEqualTo(Math.max(0, lease));
        }
    }
}
