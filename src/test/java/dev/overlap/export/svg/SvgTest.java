package dev.overlap.export.svg;

import static dev.overlap.testkit.ComparisonBuilder.atOnce;
import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.finished;
import static dev.overlap.testkit.ComparisonBuilder.oneByOne;
import static dev.overlap.testkit.ComparisonBuilder.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.TextStyle;
import dev.overlap.report.Aspect;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.report.RunReport.Look;
import dev.overlap.report.slide.ComparisonSlide;
import dev.overlap.report.slide.RunSlide;
import dev.overlap.report.slide.Slide;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.DrawingLog;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tests SVG pictures by reading them with an XML parser. */
class SvgTest {

    private static final String[] SITES = {"lab:/a", "lab:/b", "cpu:250ms", "lab:/delay/1?a=1&b=2"};

    private static String svg(Slide slide) {
        StringWriter out = new StringWriter();
        Svg.write(slide, RecordingSurface.METRICS, new SvgWriter(out));
        return out.toString();
    }

    private static List<String> drawn(Slide slide) {
        DrawingLog log = new DrawingLog(RecordingSurface.METRICS);
        slide.paint(log, 1);
        return log.calls();
    }

    /** Waits, a hatched phase, a failure with its cross, a busy worker, a guess. */
    private static RunReport run(Look look) {
        TraceBuilder traceBuilder = TraceBuilder.of(SITES);
        int worker = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder.carriedBy(2, worker).busy(worker, 2, 20, 120);
        traceBuilder.fetch(0, 1, 20, 280, 300).enter(1, Phase.WAIT, 20);
        traceBuilder.failed(1, FailureKind.RESET, 240);
        traceBuilder.enter(2, Phase.READY, 0).enter(2, Phase.COMPUTE, 20);
        Trace trace = traceBuilder.answered(2, 200, 120).fetch(3, 5, 30, 90, 111.5).finished();
        return new RunReport(
                        TraceBuilder.plan("event-loop", SITES),
                        "Event loop",
                        Instant.EPOCH,
                        trace,
                        look)
                .withGuess(150_000_000);
    }

    private static Slide slide(RunReport report) {
        return RunSlide.of(report, RecordingSurface.METRICS);
    }

    private static Slide slide(Comparison comparison, Look look) throws IOException {
        Guesses guesses = new Guesses(Map.of("event-loop", 150_000_000L));
        return ComparisonSlide.of(
                new ComparisonReport(comparison, SortOrder.WALL, guesses, Instant.EPOCH, look),
                RecordingSurface.METRICS);
    }

    static Stream<Slide> slides() throws IOException {
        Look light = Look.DEFAULT;
        Look dark = new Look(1, true, RowGrouping.TASKS).withAspect(Aspect.WIDE).withList(true);
        Comparison models =
                finished(
                        1,
                        entry("sequential", "Sequential", oneByOne(3, 100)),
                        entry("event-loop", "Event loop", atOnce(3, 100)));
        Comparison sweep =
                ComparisonBuilder.of(
                        workers("thread-pool", 1, 300, 310), workers("thread-pool", 2, 150));
        return Stream.of(
                slide(run(light)),
                slide(run(dark)),
                slide(run(light.withRows(RowGrouping.WORKERS))),
                slide(models, light),
                slide(models, dark),
                slide(sweep, light),
                slide(sweep, dark));
    }

    @ParameterizedTest
    @MethodSource("slides")
    void fileDrawsWhatThePainterDraws(Slide slide) {
        List<String> drawn = drawn(slide);
        assertThat(drawn).hasSizeGreaterThan(30);
        assertThat(SvgReader.calls(svg(slide))).isEqualTo(drawn);
    }

    @Test
    void everyKindOfShapeIsWrittenAndReadAgain() {
        Stream<String> kinds =
                drawn(slide(run(Look.DEFAULT))).stream().map(call -> call.replaceAll(" #.*", ""));
        assertThat(kinds)
                .contains(
                        "area",
                        "outline",
                        "hatch",
                        "line DASHED",
                        "polyline",
                        "clip",
                        "unclip",
                        "text");
    }

    @ParameterizedTest
    @EnumSource(Aspect.class)
    void sizeIsThatOfTheSlideAtScaleOne(Aspect aspect) {
        Slide slide = slide(run(Look.DEFAULT.withAspect(aspect)));
        Element root = SvgReader.parsed(svg(slide)).getDocumentElement();
        assertThat(root.getAttribute("width")).isEqualTo("1280");
        assertThat(root.getAttribute("height"))
                .isEqualTo(aspect == Aspect.WIDE ? "720" : "" + slide.height());
        assertThat(root.getAttribute("viewBox"))
                .isEqualTo("0 0 " + slide.width() + " " + slide.height());
    }

    @Test
    void fileHasATitleAndADescription() {
        Element root = SvgReader.parsed(svg(slide(run(Look.DEFAULT)))).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(text(root, "title")).isEqualTo("Event loop: 4 tasks");
        assertThat(text(root, "desc")).contains("Wall time: 300 ms.").contains("Failed: 1 of 4.");
        assertThat(root.getAttribute("font-family"))
                .isEqualTo("Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif");
    }

    private static String text(Element root, String tag) {
        assertThat(root.getElementsByTagName(tag).getLength()).isEqualTo(1);
        return root.getElementsByTagName(tag).item(0).getTextContent();
    }

    @Test
    void hostileNamesStayText() {
        String name =
                "</text><script>x()</script> ]]> \"'&amp; \u0007\u001b[31m\ud800 \ufffe"
                        + " \u202eabc\u2066";
        StringWriter out = new StringWriter();
        SvgWriter writer = new SvgWriter(out);
        SvgSurface surface = new SvgSurface(writer, RecordingSurface.METRICS);
        writer.begin(slide(run(Look.DEFAULT)));
        surface.text(
                name, 1, 2, TextStyle.LABEL, dev.overlap.render.Surface.Align.LEFT, 0xFF000000);
        writer.end();
        Element root = SvgReader.parsed(out.toString()).getDocumentElement();

        assertThat(root.getElementsByTagName("script").getLength()).isZero();
        assertThat(text(root, "text"))
                .isEqualTo(
                        "</text><script>x()</script> ]]> \"'&amp; \ufffd\ufffd[31m\ufffd \ufffd"
                                + " \ufffdabc\ufffd");
    }

    @Test
    void hostileTitleStaysText() throws IOException {
        RunReport hostile =
                new RunReport(
                        TraceBuilder.plan("event-loop", SITES),
                        "</title><script>x()</script>",
                        Instant.EPOCH,
                        run(Look.DEFAULT).trace(),
                        Look.DEFAULT);
        Element root = SvgReader.parsed(svg(slide(hostile))).getDocumentElement();
        assertThat(root.getElementsByTagName("script").getLength()).isZero();
        assertThat(text(root, "title")).startsWith("</title><script>");
    }

    @Test
    void fileHasNothingToExecuteOrToFetch() {
        assertThat(svg(slide(run(Look.DEFAULT))))
                .doesNotContain("<script", " on", "href", "<image", "<style", "<foreignObject")
                .doesNotContain("url(http")
                .containsOnlyOnce("http"); // the namespace
    }

    /** Where translucent shapes overlap, one path would count them once. */
    @Test
    void onlyOpaqueShapesShareAPath() {
        StringWriter out = new StringWriter();
        SvgSurface surface = new SvgSurface(new SvgWriter(out), RecordingSurface.METRICS);
        surface.fill(0, 0, 10, 10, 0xFF112233);
        surface.fill(5, 5, 10.004, 0.126, 0xFF112233);
        surface.fill(0, 0, 10, 10, 0x80112233);
        surface.fill(5, 5, 10, 10, 0x80112233);
        surface.finish();

        assertThat(out.toString().lines())
                .containsExactly(
                        "<path fill=\"#112233\" d=\"M0 0h10v10h-10zM5 5h10v.13h-10z\"/>",
                        "<path fill=\"#112233\" fill-opacity=\".5\" d=\"M0 0h10v10h-10z\"/>",
                        "<path fill=\"#112233\" fill-opacity=\".5\" d=\"M5 5h10v10h-10z\"/>");
    }

    @ParameterizedTest
    @EnumSource(Aspect.class)
    void fileOfTenThousandTasksIsSmall(Aspect aspect) {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(10_000, "lab:/delay/1"));
        for (int task = 0; task < 10_000; task++) {
            traceBuilder.fetch(task, task, task + 2, task + 3, task + 4);
        }
        Trace trace = traceBuilder.finished();
        RunReport report =
                new RunReport(
                        TraceBuilder.plan("event-loop", SITES),
                        "Event loop",
                        Instant.EPOCH,
                        trace,
                        Look.DEFAULT.withAspect(aspect));
        byte[] bytes = svg(slide(report)).getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isBetween(5_000, 200_000);
    }

    @Test
    void failureOfTheStreamIsThrownAsItIs() {
        IOException full = new IOException("No space left on device");
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw full;
                    }
                };
        assertThatThrownBy(() -> new Svg().write(run(Look.DEFAULT), out)).isSameAs(full);
    }
}
