package dev.overlap.export.html;

import static dev.overlap.testkit.ComparisonBuilder.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the page as a file, without a browser. */
class HtmlPageTest {

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");
    private static final Pattern PICTURE = Pattern.compile("(?s)<svg.*</svg>");
    private static final ReportFormat FORMAT = new HtmlPage();

    private static String page(RunReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FORMAT.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ComparisonReport report(VariantResult... variants) {
        return new ComparisonReport(
                ComparisonBuilder.of(variants),
                SortOrder.WALL,
                Guesses.NONE,
                Instant.EPOCH,
                RunReport.Look.DEFAULT);
    }

    private static String page(ComparisonReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FORMAT.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode data(String page) {
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        return JsonMapper.shared().readTree(data.group(1));
    }

    private static String picture(String page) {
        Matcher picture = PICTURE.matcher(page);
        assertThat(picture.find()).isTrue();
        return picture.group();
    }

    /** As a loop makes them: seven phases per task, and four steps of the loop. */
    private static Trace requests(int tasks) {
        TraceBuilder trace = new TraceBuilder(Collections.nCopies(tasks, "lab:/delay/100"));
        int loop = trace.addWorker("loop", Role.LOOP);
        for (int task = 0; task < tasks; task++) {
            double at = 5 + task * 0.611;
            trace.carriedBy(task, loop).fetch(task, at, at + 31, at + 131.7, at + 133);
            for (int step = 0; step < 4; step++) {
                trace.busy(loop, task, at + step * 0.15, at + step * 0.15 + 0.07);
            }
        }
        return trace.finished();
    }

    @Test
    void pageHoldsWhatWasRun() throws IOException {
        String page = page(PageTraces.report(PageTraces.loop(), "lab:/a", "# <b>a comment</b>"));

        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("<title>Threads</title>", "<h1>Threads</h1>")
                .contains("5 tasks", "timeout 10 s", "Apache License 2.0")
                .contains("<dt>First failure cancels the rest</dt><dd>off</dd>")
                .contains("lab:/a\n# &lt;b&gt;a comment&lt;/b&gt;\n");
        assertThat(data(page).path("runs").path(0).path("names").path(1).asString())
                .isEqualTo("https://example.org/b");
    }

    @Test
    void pageOfAComparisonHoldsConclusionTableAndEveryDrawnRun() throws IOException {
        String page =
                page(
                        report(
                                entry("sequential", 100, 110),
                                entry("threads", 50, 52),
                                waiting("lab:/a", "lab:/b", "lab:/c")));

        assertThat(page)
                .contains("<h1>One list under 3 models</h1>", "median of 2 runs each")
                .contains("class=\"conclusion\"", "<td class=\"name\">sequential</td>");
        assertThat(data(page).path("runs")).hasSize(2);
        assertThat(data(page).path("comparison").path("panels")).hasSize(3);
        assertThat(data(page).path("runs").path(1).has("names"))
                .as("names that are those of the first run")
                .isFalse();
    }

    private static VariantResult waiting(String... sites) {
        Variant variant = new Variant("Event loop", TraceBuilder.plan("event-loop", sites));
        return new VariantResult(variant, List.of(), null);
    }

    @Test
    void pageOfRunsSideBySideHoldsTheListOfEach() throws IOException {
        String page = page(report(entry("threads", 50), waiting("lab:/another")));
        assertThat(page).contains("lab:/a\nlab:/b\nlab:/c\n</pre>", "lab:/another\n</pre>");
    }

    @Test
    void nothingToDrawIsSaid() {
        assertThatThrownBy(() -> page(report(ComparisonBuilder.waiting("threads", "Threads"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing to draw");
    }

    @Test
    void userNamesAndPasswordsAreNotInThePage() throws IOException {
        String page =
                page(
                        PageTraces.report(
                                TraceBuilder.of("http://***@example.org").finished(),
                                "http://user:secret@example.org"));
        assertThat(page).doesNotContain("secret").contains("@example.org");
    }

    @Test
    void nothingThatATerminalOrAnEditorObeysIsInThePage() throws IOException {
        List<String> names = PageTraces.hostile();
        String page =
                page(
                        PageTraces.report(
                                new TraceBuilder(names).finished(), names.toArray(String[]::new)));
        assertThat(page.chars())
                .noneMatch(c -> c != '\n' && Character.getType(c) == Character.CONTROL)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                .noneMatch(c -> c == '\u2028' || c == '\u2029');
        assertThat(page.split("<script", -1)).as("data and script").hasSize(3);
    }

    @Test
    void thousandTasksFitInto400Kilobytes() throws IOException {
        String page = page(PageTraces.report(requests(1_000), "lab:/delay/100 x1000"));

        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(400_000);
        assertThat(data(page).path("runs").path(0).path("names")).hasSize(1_000);
        assertThat(data(page).path("runs").path(0).path("mergedWords").asString()).isEmpty();
    }

    @Test
    void hundredThousandTasksAreMergedAndThePageSaysSo() throws IOException {
        int tasks = 100_000;
        TraceBuilder trace = new TraceBuilder(Collections.nCopies(tasks, "lab:/a"));
        for (int task = 0; task < tasks; task++) {
            trace.enter(task, Phase.WAIT, task * 0.1).answered(task, 200, task * 0.1 + 7);
        }
        String page = page(PageTraces.report(trace.finished(), "lab:/a x100000"));
        JsonNode run = data(page).path("runs").path(0);

        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(400_000);
        assertThat(run.path("merged")).hasSize(401);
        assertThat(run.path("merged").path(400).asInt()).isEqualTo(tasks);
        assertThat(run.path("mergedWords").asString())
                .startsWith("Rows merged: 100,000 tasks in 400 bands");
        assertThat(picture(page)).contains("100,000 tasks in 60 rows: neighbouring tasks");
    }

    @Test
    void manyShortPhasesAreMergedAndThePageSaysSo() throws IOException {
        String page = page(PageTraces.report(PageTraces.many(20, 5_000), "lab:/a x20"));
        JsonNode run = data(page).path("runs").path(0);

        assertThat(run.path("mergedWords").asString()).startsWith("Phases merged: each row has");
        assertThat(run.path("names")).hasSize(20);
        assertThat(picture(page).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(StillPicture.MAX_BYTES);
    }

    @Test
    void pictureHasOnePathPerPhaseAndTheNamesOfItsRows() throws IOException {
        String picture = picture(page(PageTraces.report(PageTraces.loop(), "lab:/a")));

        assertThat(picture)
                .contains("example.org/b</text>", "cpu:1s</text>")
                .containsOnlyOnce("<title>wait</title>")
                .containsOnlyOnce("<title>ready</title>")
                .containsOnlyOnce("<title>compute</title>");
    }

    @Test
    void runWithoutTasksIsAPage() throws IOException {
        String page = page(PageTraces.report(new Trace(List.of())));
        assertThat(page).contains("0 tasks").endsWith("</html>\n");
    }

    @Test
    void mergedSlicesKeepTheBusyTimeOfALoop() {
        TraceBuilder trace = TraceBuilder.of("a");
        int loop = trace.addWorker("loop", Role.LOOP);
        for (int i = 0; i < 1_000; i++) {
            trace.busy(loop, 0, i, i + 0.2);
        }
        trace.busy(loop, 0, 1_000, 1_500);
        List<SliceMerger.Slice> merged = SliceMerger.of(trace.finished().worker(loop), 10_000_000);

        assertThat(merged).hasSize(101);
        assertThat(merged.stream().mapToLong(it -> it.endNanos() - it.beginNanos()).sum())
                .isEqualTo(700_000_000L);
    }

    @Test
    void numbersAreGroupsOfFiveBits() {
        assertThat(new NumberWriter().add(0).add(31).add(32).add(1_000_000).toString())
                .isEqualTo("A" + "f" + "gB" + "gywe");
    }
}
