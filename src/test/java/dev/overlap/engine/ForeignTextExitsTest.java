package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.overlap.cli.report.JsonLinesReporter;
import dev.overlap.cli.report.ProgressLine;
import dev.overlap.cli.report.ResultStream;
import dev.overlap.cli.report.RunReporter;
import dev.overlap.cli.report.TextReporter;
import dev.overlap.export.ReportFormats;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.Theme;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.render.timeline.ChartPainter;
import dev.overlap.render.timeline.HitResult;
import dev.overlap.render.timeline.TooltipContent;
import dev.overlap.render.timeline.Tooltips;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.text.TaskText;
import dev.overlap.text.WaitExplanation;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A server that puts control characters and the credentials of its visitor wherever it can, and all
 * ways in which text leaves the program: terminal, CSV, JSON Lines, files, chart, details.
 */
class ForeignTextExitsTest {

    private static final String PASSWORD = "hunter2-and-more";
    private static final String USER_INFO = "alice:" + PASSWORD;
    private static final String TOKEN =
            Base64.getEncoder().encodeToString(USER_INFO.getBytes(UTF_8));

    /** C0 (a colour, a title, a bell, a line that is drawn over), DEL, C1; as bytes of Latin-1. */
    private static final String ESCAPES =
            "\u001b[31m\u001b]0;title\u0007\u0008\u0000\u007f\u0085\u009b1m\u009d";

    /** What would turn a line around: in UTF-8, as a server would send it. */
    private static final String BIDI =
            new String(
                    "\u202e\u2066".getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1);

    private static final String EVIL = ESCAPES + BIDI;

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    /** Formats whose bytes are not the text in them. */
    private static final List<String> BINARY = List.of("png", "pdf");

    /** Where a server can say something; {@code ~} stands for what it says. */
    enum Place {
        REASON("HTTP/1.1 200 ~\r\nContent-Length: 0\r\n\r\n"),
        VERSION("HTTP/~ 200 OK\r\n\r\n"),
        STATUS("HTTP/1.1 ~ OK\r\n\r\n"),
        NO_HTTP("~\r\n\r\n"),
        HEADER_WITHOUT_COLON("HTTP/1.1 200 OK\r\nAuthorization ~\r\n\r\n"),
        HEADER_NAME("HTTP/1.1 200 OK\r\n~ : x\r\nContent-Length: 0\r\n\r\n"),
        HEADER_VALUE("HTTP/1.1 200 OK\r\nServer: ~\r\nContent-Length: 0\r\n\r\n"),
        LENGTH("HTTP/1.1 200 OK\r\nContent-Length: ~\r\n\r\n"),
        CODING("HTTP/1.1 200 OK\r\nTransfer-Encoding: ~\r\n\r\n"),
        ENCODING("HTTP/1.1 200 OK\r\nContent-Encoding: ~\r\nContent-Length: 0\r\n\r\n"),
        CHUNK_SIZE("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n~\r\n"),
        TRAILER("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n~\r\n\r\n"),
        LOCATION("HTTP/1.1 302 Found\r\nLocation: /~\r\nContent-Length: 0\r\n\r\n"),
        SCHEME("HTTP/1.1 302 Found\r\nLocation: x~:/y\r\nContent-Length: 0\r\n\r\n"),
        USER_OF_A_LOCATION(
                """
                HTTP/1.1 302 Found\r
                Location: http://u:~@127.0.0.1:1/\r
                Content-Length: 0\r
                \r
                """),
        INTERIM("HTTP/1.1 103 ~\r\nLink ~\r\n\r\n"),
        RETRY("HTTP/1.1 503 Busy\r\nRetry-After: ~\r\nContent-Length: 0\r\n\r\n");

        final String reply;

        Place(String reply) {
            this.reply = reply;
        }
    }

    /** What it says there. */
    private static final List<String> SAID =
            List.of(
                    EVIL,
                    "Basic " + TOKEN,
                    TOKEN.replace("=", ""),
                    USER_INFO,
                    EVIL + PASSWORD + EVIL,
                    "Proxy-Authorization: Bearer c2VjcmV0 Cookie: sid=c2VjcmV0");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads",
                "thread-pool",
                "virtual-threads",
                "process-pool",
                "event-loop",
                "blocked-loop",
                "loop-offload"
            })
    void nothingThatATerminalObeysAndNoCredentialLeavesTheProgram(String model) throws Exception {
        try (RawServer server = RawServer.start(ForeignTextExitsTest::serve)) {
            Plan plan =
                    EngineExtension.plan(
                            model, Settings.DEFAULT.withWorkers(2), sites(server.port()));
            Trace trace = RIG.run(plan);

            assertThat(trace.tasks().stream().filter(it -> it.outcome() instanceof Outcome.Failed))
                    .as("places where a fault is told of")
                    .hasSizeGreaterThan(8 * SAID.size());
            assertThat(trace.tasks().stream().map(TaskTrack::outcome))
                    .as("what servers say of other people's credentials")
                    .noneMatch(outcome -> String.valueOf(outcome).contains("c2VjcmV0"));
            exits(plan, trace).forEach(ForeignTextExitsTest::assertHarmless);
        }
    }

    private static String[] sites(int port) {
        return Arrays.stream(Place.values())
                .flatMap(
                        place ->
                                SAID.stream()
                                        .map(
                                                said ->
                                                        "http://%s@127.0.0.1:%d/%s/%d"
                                                                .formatted(
                                                                        USER_INFO,
                                                                        port,
                                                                        place,
                                                                        SAID.indexOf(said))))
                .toArray(String[]::new);
    }

    private static void serve(RawConnection connection) throws IOException {
        String[] path = connection.readRequest().split(" ", -1)[1].split("/", -1);
        if (path.length == 3 && path[1].matches("[A-Z_]+") && path[2].matches("\\d")) {
            String reply = Place.valueOf(path[1]).reply;
            connection.write(reply.replace("~", SAID.get(Integer.parseInt(path[2]))));
        }
    }

    private static Map<String, String> exits(Plan plan, Trace trace) throws IOException {
        RunReport report =
                new RunReport(plan, plan.model(), Instant.EPOCH, trace, RunReport.Look.DEFAULT);
        Map<String, String> exits = new LinkedHashMap<>();
        exits.put("terminal", told(report, Exit.TEXT));
        exits.put("JSON Lines", told(report, Exit.JSON));
        for (ReportFormat format : ReportFormats.all()) {
            if (!BINARY.contains(format.extension())) {
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                format.write(report, file);
                exits.put("file ." + format.extension(), text(file.toByteArray()));
            }
        }
        exits.put("chart", drawn(trace));
        exits.put("details", details(trace));
        return exits;
    }

    /** Unpacks what is compressed. */
    private static String text(byte[] file) throws IOException {
        if (file[0] != 0x1f) {
            return new String(file, UTF_8);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private enum Exit {
        TEXT,
        JSON
    }

    private static String told(RunReport report, Exit exit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ResultStream out = new ResultStream(bytes, UTF_8);
        PrintStream plain = new PrintStream(bytes, true, UTF_8);
        RunReporter reporter =
                switch (exit) {
                    case TEXT -> new TextReporter(plain, plain, new ProgressLine(plain));
                    case JSON -> new JsonLinesReporter(report.plan(), out);
                };
        reporter.reportEnded(report.trace());
        reporter.conclude(report);
        out.flush();
        return bytes.toString(UTF_8);
    }

    private static String drawn(Trace trace) {
        RecordingSurface surface = new RecordingSurface();
        PaintTarget tall = new PaintTarget(2_000, 6_000, 1, Theme.LIGHT);
        ChartFrame frame = ChartFrame.of(trace);
        new ChartPainter(RecordingSurface.METRICS).paint(surface, frame, tall);
        StringBuilder texts = new StringBuilder(String.join("\n", surface.texts()));
        for (TaskTrack task : trace.tasks()) {
            texts.append('\n').append(tooltip(frame, new HitResult.Row(task.index(), -1)));
        }
        return texts.toString();
    }

    private static String details(Trace trace) {
        TraceMoment end = TraceMoment.at(trace, TraceMoment.FOLLOW);
        StringBuilder texts = new StringBuilder();
        for (TaskTrack task : trace.tasks()) {
            texts.append(TaskText.summary(task, end)).append('\n');
            texts.append(TaskText.remarks(task, end)).append('\n');
            texts.append(task.exchanges()).append(task.outcome()).append('\n');
        }
        return texts.toString();
    }

    /** Says what has leaked instead of all that has left. */
    private static void assertHarmless(String exit, String text) {
        assertThat(text).isNotEmpty();
        assertThat(Stream.of(TOKEN, TOKEN.replace("=", ""), PASSWORD).filter(text::contains))
                .as("credentials that leave by %s", exit)
                .isEmpty();
        assertThat(text.codePoints().filter(ForeignTextExitsTest::isObeyed).boxed())
                .as("characters that leave by %s", exit)
                .isEmpty();
    }

    private static boolean isObeyed(int point) {
        boolean control = Character.isISOControl(point) && point != '\n' && point != '\r';
        return control || Character.getType(point) == Character.FORMAT;
    }

    private static @Nullable TooltipContent tooltip(ChartFrame frame, HitResult hit) {
        String wait =
                hit instanceof HitResult.Row row
                        ? WaitExplanation.longest(frame.trace(), row.task(), frame.horizonNanos())
                        : "";
        return Tooltips.of(frame, hit, wait);
    }
}
