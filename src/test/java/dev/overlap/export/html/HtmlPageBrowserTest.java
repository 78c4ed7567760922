package dev.overlap.export.html;

import static dev.overlap.testkit.ComparisonBuilder.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeRange;
import dev.overlap.render.comparison.ComparisonFrame;
import dev.overlap.render.comparison.ComparisonPainter;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.render.timeline.ChartPainter;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.render.timeline.TraceMetrics;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.report.slide.AwtTextMetrics;
import dev.overlap.testkit.Chromium;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.text.DurationFormat;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Opens pages in a real browser; without one these tests are reported as aborted, with the reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlPageBrowserTest {

    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 640;
    private static final String ROWS = "page.layout.rows";

    @TempDir private static Path folder;
    private @Nullable Chromium started;

    @BeforeAll
    void start() throws IOException {
        Optional<Path> program = Chromium.find();
        if (program.isPresent()) {
            Path profile = Files.createDirectory(folder.resolve("profile"));
            started = Chromium.start(program.get(), profile);
        }
    }

    @BeforeEach
    void browserIsNeeded() {
        assumeTrue(started != null, "There is no chromium on the path.");
    }

    @AfterAll
    void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }

    /**
     * Whatever a page did: it threw nothing, wrote nothing to the console, and asked for nothing.
     */
    @AfterEach
    void pageHadNoErrorsAndMadeNoRequests() {
        if (started != null) {
            assertThat(browser().errors()).isEmpty();
            assertThat(browser().requests()).allMatch(it -> it.matches("(file|data):.*"));
            assertThat(browser().requests().stream().filter(it -> it.startsWith("file:")))
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    private Chromium browser() {
        assertThat(started).isNotNull();
        return started;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private String file(Writing writing) throws IOException {
        Path file = Files.createTempFile(folder, "page", ".html");
        try (OutputStream out = Files.newOutputStream(file)) {
            writing.to(out);
        }
        return file.toUri().toString();
    }

    private void open(RunReport report) throws IOException {
        browser().open(file(out -> new HtmlPage().write(report, out)));
    }

    private void open(ComparisonReport report) throws IOException {
        browser().open(file(out -> new HtmlPage().write(report, out)));
    }

    private JsonNode evaluate(String expression) {
        return browser().evaluate(expression);
    }

    private static ComparisonReport report(Comparison comparison) {
        return new ComparisonReport(
                comparison,
                SortOrder.WALL,
                new Guesses(Map.of("event-loop", 250_000_000L)),
                Instant.EPOCH,
                RunReport.Look.DEFAULT);
    }

    // ---- the same picture as the window's

    /** What is shown of a run. */
    private record Shown(
            Trace trace,
            RowGrouping rows,
            long horizon,
            @Nullable TimeRange range,
            double scroll,
            int selected,
            Theme theme) {

        List<String> painted(long guess) {
            ChartFrame frame =
                    new ChartFrame(
                            trace,
                            TraceMetrics.of(trace, horizon, null),
                            horizon,
                            range,
                            scroll,
                            selected,
                            Integer.MAX_VALUE,
                            rows,
                            GuessMarks.of(guess),
                            RowOrder.ofList(trace));
            OperationList surface = new OperationList();
            new ChartPainter(RecordingSurface.METRICS)
                    .paint(surface, frame, new PaintTarget(WIDTH, HEIGHT, 0.5, theme));
            return surface.lines();
        }

        String script() {
            return """
            (() => {
              const list = new DisplayList();
              const range = %s;
              TimelinePainter.paint(list, page.themes.%s,
                {run: page.view.runs[0], byWorker: %s, horizon: %d, range, scroll: %f, selected: %d},
                {width: %d, height: %d, pixel: 0.5},
                new TextFitter((text, style) => text.length * style.size * 0.6));
              return list.list;
            })()
            """
                    .formatted(
                            range == null
                                    ? "null"
                                    : "{begin: %d, end: %d}"
                                            .formatted(range.beginNanos(), range.endNanos()),
                            theme == Theme.DARK ? "dark" : "light",
                            rows == RowGrouping.WORKERS,
                            horizon,
                            scroll,
                            selected,
                            WIDTH,
                            HEIGHT);
        }
    }

    @Test
    void scriptDrawsWhatThePainterDraws() throws IOException {
        long guess = 700_000_000;
        for (Trace trace : List.of(PageTraces.loop(), PageTraces.pool(), PageTraces.many(60, 40))) {
            open(PageTraces.report(trace, "lab:/a").withGuess(guess));
            for (Shown shown : shown(trace)) {
                List<String> drawn = OperationList.of(evaluate(shown.script()));
                assertThat(difference(drawn, shown.painted(guess))).as(shown.toString()).isEmpty();
            }
        }
    }

    /** Returns the first operations that differ, which says more than hundreds that do not. */
    private static List<String> difference(List<String> drawn, List<String> painted) {
        for (int i = 0; i < Math.max(drawn.size(), painted.size()); i++) {
            List<String> one = drawn.subList(Math.min(i, drawn.size()), drawn.size());
            List<String> other = painted.subList(Math.min(i, painted.size()), painted.size());
            if (one.isEmpty() || other.isEmpty() || !one.getFirst().equals(other.getFirst())) {
                return List.of(
                        "operation " + i,
                        one.isEmpty() ? "nothing" : one.getFirst(),
                        other.isEmpty() ? "nothing" : other.getFirst());
            }
        }
        return List.of();
    }

    private static List<Shown> shown(Trace trace) {
        long wall = trace.wallNanos();
        TimeRange part = new TimeRange(wall / 10, wall / 3);
        TimeRange detail = new TimeRange(wall / 20, wall / 20 + 3_000_000);
        RowGrouping tasks = RowGrouping.TASKS;
        return Stream.of(tasks, RowGrouping.WORKERS)
                .flatMap(
                        rows ->
                                Stream.of(
                                        new Shown(trace, rows, wall, null, 0, -1, Theme.LIGHT),
                                        new Shown(trace, rows, wall, part, 35.5, 2, Theme.DARK),
                                        new Shown(trace, rows, wall / 2, null, 0, 1, Theme.DARK),
                                        new Shown(trace, rows, wall, detail, 0, 3, Theme.LIGHT)))
                .toList();
    }

    @Test
    void scriptDrawsTheComparisonThatThePainterDraws() throws IOException {
        Comparison comparison =
                ComparisonBuilder.of(
                        entry("event-loop", "Event loop", PageTraces.loop(), PageTraces.loop()),
                        entry("process-pool", "Process pool", PageTraces.pool()),
                        entry("threads", "Threads", PageTraces.many(90, 12)),
                        ComparisonBuilder.waiting("sequential", "Sequential"));
        ComparisonReport report = report(comparison);
        open(report);
        TimeRange part = new TimeRange(50_000_000, 420_000_000);
        for (@Nullable TimeRange range : new TimeRange[] {null, part}) {
            List<String> drawn = shapes(OperationList.of(evaluate(script(range))));
            assertThat(difference(drawn, shapes(painted(report, range)))).isEmpty();
        }
    }

    private String script(@Nullable TimeRange range) {
        return """
        (() => {
          const list = new DisplayList();
          const {comparison, runs} = page.view;
          new ComparisonPainter(list, page.themes.light,
            {comparison, runs, horizon: comparison.reach, range: %s}, 0.5, page.fitter).paint();
          return list.list;
        })()
        """
                .formatted(
                        range == null
                                ? "null"
                                : "{begin: %d, end: %d}"
                                        .formatted(range.beginNanos(), range.endNanos()));
    }

    private List<String> painted(ComparisonReport report, @Nullable TimeRange range)
            throws IOException {
        OperationList surface = new OperationList();
        double height = evaluate("page.view.comparison.height").asDouble();
        ComparisonFrame frame =
                new ComparisonFrame(
                        report.comparison(), report.order(), report.guesses(), "", -1, 0, range);
        new ComparisonPainter(AwtTextMetrics.load())
                .paint(
                        surface,
                        frame,
                        new PaintTarget(ComparisonData.WIDTH, height, 0.5, Theme.LIGHT));
        return surface.lines();
    }

    /**
     * All but texts and their grounds, whose widths depend on the fonts of the browser, and but the
     * legend, in which the page keeps the phases of the whole comparison.
     */
    private static List<String> shapes(List<String> lines) {
        String ground = " " + Integer.toUnsignedLong(Theme.LIGHT.ground()) + ".00";
        return lines.stream()
                .filter(it -> !it.startsWith("text") && !it.matches("(un)?clip.*"))
                .filter(it -> !it.matches("\\w+ [0-9.]+ ([0-9]|1[0-9])\\..*"))
                .filter(it -> !it.strip().endsWith(ground) || it.startsWith("fill 0.00 "))
                .sorted()
                .toList();
    }

    @Test
    void numbersAreWrittenAsElsewhere() throws IOException {
        open(PageTraces.report(PageTraces.loop(), "lab:/a"));
        Random random = new Random(5);
        List<Long> nanos = new ArrayList<>(List.of(0L, 1L, 994_999L, 995_000L, 9_950_000L));
        LongStream.range(0, 3_000)
                .map(it -> (long) Math.pow(10, random.nextDouble() * 14))
                .forEach(nanos::add);
        nanos.addAll(List.of(125_000L, 1_005_000L, 999_500_000L, 9_995_000_000L));
        JsonNode written =
                evaluate(
                        "%s.map(it => [duration(it), bareMillis(it), instant(it, 1e9)])"
                                .formatted(nanos));
        for (int i = 0; i < nanos.size(); i++) {
            long value = nanos.get(i);
            assertThat(List.of(text(written, i, 0), text(written, i, 1), text(written, i, 2)))
                    .as("%d ns", value)
                    .containsExactly(
                            DurationFormat.text(value),
                            DurationFormat.bareMillis(value),
                            DurationFormat.instant(value, 1_000_000_000));
        }
    }

    private static String text(JsonNode table, int row, int column) {
        return table.path(row).path(column).asString();
    }

    // ---- safety

    @Test
    void namesCanInjectNothing() throws IOException {
        List<String> names = PageTraces.hostile();
        TraceBuilder trace = new TraceBuilder(names);
        for (int task = 0; task < names.size(); task++) {
            trace.enter(task, Phase.WAIT, 1).answered(task, 200, 5 + task);
        }
        RunReport run = PageTraces.report(trace.finished(), names.toArray(String[]::new));
        String title = names.getFirst() + names.get(1) + names.get(3);
        open(new RunReport(run.plan(), title, run.begun(), run.trace(), RunReport.Look.DEFAULT));
        evaluate("document.getElementById('table').open = true");
        evaluate("page.fillTable(), page.select(0), page.drawNow()");
        assertThat(evaluate("window.hacked === undefined").asBoolean()).isTrue();
        assertThat(evaluate("document.scripts.length").asInt()).isEqualTo(2);
        assertThat(evaluate("document.images.length").asInt()).isZero();
        assertThat(evaluate("document.querySelector('h1').textContent").asString())
                .isEqualTo(title);
        for (int task = 0; task < names.size(); task++) {
            String shown = evaluate("page.view.run.wholeName(%d)".formatted(task)).asString();
            assertThat(shown).isEqualTo(names.get(task));
        }
        assertThat(evaluate("document.querySelector('#table td.name').textContent").asString())
                .isEqualTo(names.getFirst());
    }

    @Test
    void policyForbidsToLoadAndToEvaluate() throws IOException {
        open(PageTraces.report(PageTraces.loop(), "lab:/a"));
        List<String> refused = new ArrayList<>();
        for (String attempt :
                List.of(
                        "fetch('data:text/plain,x').then(() => 'loaded', () => 'refused')",
                        """
                        new Promise(done => {
                          const script = document.createElement('script');
                          script.textContent = 'window.ran = 1';
                          document.body.append(script);
                          done(window.ran ? 'loaded' : 'refused');
                        })\
                        """,
                        """
                        new Promise(done => {
                          const image = new Image();
                          image.onload = () => done('loaded');
                          image.onerror = () => done('refused');
                          image.src = 'file:///x.png';
                        })\
                        """)) {
            refused.add(evaluate(attempt).asString());
        }
        assertThat(refused).containsOnly("refused").hasSize(3);
        JsonNode evaluated =
                browser()
                        .call(
                                "Runtime.evaluate",
                                "expression",
                                "eval('1')",
                                "allowUnsafeEvalBlockedByCSP",
                                false);
        assertThat(evaluated.toString()).contains("EvalError");
        browser().errors().clear(); // each refusal is reported
        browser().requests().clear();
    }

    @Test
    void pageWorksInASandboxedFrame() throws IOException {
        String inner =
                file(out -> new HtmlPage().write(PageTraces.report(PageTraces.loop(), "a"), out));
        String outer =
                file(
                        out ->
                                out.write(
                                        "<iframe sandbox=\"allow-scripts\" src=\"%s\"></iframe>"
                                                .formatted(inner)
                                                .getBytes(StandardCharsets.UTF_8)));
        browser().open(outer);
        String frame =
                browser()
                        .call("Page.getFrameTree")
                        .path("frameTree")
                        .path("childFrames")
                        .path(0)
                        .path("frame")
                        .path("id")
                        .asString();
        Eventually.holds(
                "the frame has drawn",
                () ->
                        browser()
                                        .evaluateIn(
                                                frame, "document.getElementById('canvas').width")
                                        .asInt()
                                > 300);
        assertThat(
                        browser()
                                .evaluateIn(frame, "document.getElementById('chart').hidden")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void withoutScriptsThereIsAPicture() throws IOException {
        browser().call("Emulation.setScriptExecutionDisabled", "value", true);
        try {
            open(PageTraces.report(PageTraces.loop(), "lab:/a"));
            JsonNode document = browser().call("DOM.getDocument", "depth", -1);
            assertThat(document.toString()).contains("\"nodeName\":\"svg\"");
        } finally {
            browser().call("Emulation.setScriptExecutionDisabled", "value", false);
        }
    }

    // ---- hands

    @Test
    void runIsExploredByMouseAndKeyboard() throws IOException {
        open(PageTraces.report(PageTraces.loop(), "lab:/a"));
        evaluate("page.drawNow(), window.scrollTo(0, 0)");
        double left = evaluate("page.canvas.getBoundingClientRect().left").asDouble();
        double top = evaluate("page.canvas.getBoundingClientRect().top").asDouble();
        double row = top + evaluate(ROWS + ".top + page.layout.rowHeight * 1.5").asDouble();
        double plot = left + evaluate("page.layout.scale.edge(100e6)").asDouble();

        browser().moveTo(plot, row);
        assertThat(evaluate("document.getElementById('tip').textContent").asString())
                .contains("https://example.org/b", "wait", "answered with 200");
        browser().click(plot, row);
        assertThat(evaluate("page.view.selected").asInt()).isEqualTo(1);
        Eventually.holds(
                "the details are shown",
                () ->
                        evaluate("document.getElementById('details').textContent")
                                .asString()
                                .contains("2. https://example.org/b"));
        browser().press("v");
        assertThat(evaluate("page.view.byWorker").asBoolean()).isTrue();
        browser().press("+");
        assertThat(evaluate("page.view.range !== null").asBoolean()).isTrue();
        for (int i = 0; i < 2; i++) {
            browser().press("Escape");
        }
        assertThat(evaluate("page.view.selected < 0 && page.view.range === null").asBoolean())
                .isTrue();
        evaluate("page.drawNow()");
        browser().click(left + evaluate("page.layout.scale.edge(50e6)").asDouble(), axis(top));
        assertThat(evaluate("page.view.horizon").asLong()).isBetween(45_000_000L, 55_000_000L);
    }

    private double axis(double top) {
        return top + evaluate("page.layout.axis.top + page.layout.axis.height / 2").asDouble();
    }

    @Test
    void runIsReplayed() throws IOException {
        open(PageTraces.report(PageTraces.loop(), "lab:/a"));
        browser().press(" ");
        Eventually.holds(
                "it plays from the beginning",
                () ->
                        evaluate("page.view.playing && page.view.horizon > 0").asBoolean()
                                || evaluate("page.view.horizon === page.view.end").asBoolean());
        evaluate("page.seek(0), page.view.playing = false");
        browser().press(".");
        assertThat(evaluate("page.view.horizon").asLong()).isPositive();
        assertThat(ticked(100)).isEqualTo(100_000_000);
    }

    /**
     * Returns how far the playhead has moved after so many milliseconds; at once, so that the page
     * does not play on.
     */
    private long ticked(int millis) {
        evaluate("page.seek(0)");
        evaluate(
                "Object.assign(page, {last: 0, pace: 1}).view.playing = true, page.tick(%d)"
                                .formatted(millis)
                        + ", page.view.playing = false, window.ticked = page.view.horizon");
        return evaluate("window.ticked").asLong();
    }

    @Test
    void tasteOfTheSystemIsRespected() throws IOException {
        browser()
                .call(
                        "Emulation.setEmulatedMedia",
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", "dark"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce")));
        try {
            open(PageTraces.report(PageTraces.loop(), "lab:/a"));
            assertThat(evaluate("page.isDark").asBoolean()).isTrue();
            assertThat(evaluate("getComputedStyle(document.body).backgroundColor").asString())
                    .isEqualTo("rgb(20, 23, 28)");
            evaluate("document.getElementById('theme').click()");
            assertThat(evaluate("page.isDark").asBoolean()).isFalse();
            assertThat(ticked(100)).isZero();
            assertThat(ticked(300)).isPositive();
        } finally {
            browser().call("Emulation.setEmulatedMedia", "features", List.of());
        }
    }

    @Test
    void comparisonLeadsToItsRunsAndBack() throws IOException {
        open(
                report(
                        ComparisonBuilder.of(
                                entry("event-loop", "Event loop", PageTraces.loop()),
                                entry("threads", "Threads", PageTraces.pool()))));
        evaluate("page.canvas.focus()");
        browser().press("ArrowDown");
        browser().press("Enter");
        assertThat(evaluate("page.view.run.data.title").asString()).isEqualTo("Threads");
        browser().press("Escape");
        assertThat(evaluate("page.view.run === null").asBoolean()).isTrue();
        assertThat(evaluate("document.querySelector('.conclusion').textContent").asString())
                .isNotEmpty();
    }

    @Test
    void everyControlHasANameAndThePageIsPrinted() throws IOException {
        open(PageTraces.report(PageTraces.loop(), "lab:/a"));
        List<String> roles = new ArrayList<>();
        for (JsonNode node : browser().call("Accessibility.getFullAXTree").path("nodes")) {
            String role = node.path("role").path("value").asString("");
            if (role.matches("button|combobox|slider|image|toolbar")) {
                roles.add(role);
                assertThat(node.path("name").path("value").asString("")).as(role).isNotBlank();
            }
        }
        assertThat(roles).hasSizeGreaterThan(10).contains("image", "slider", "combobox");
        String pdf = browser().call("Page.printToPDF").path("data").asString();
        assertThat(Base64.getDecoder().decode(pdf.substring(0, 8))).startsWith('%', 'P', 'D', 'F');
        assertThat(evaluate("page.printing").asBoolean()).isFalse();
    }
}
