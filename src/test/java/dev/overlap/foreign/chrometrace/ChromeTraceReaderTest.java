package dev.overlap.foreign.chrometrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.export.chrometrace.ChromeTrace;
import dev.overlap.report.RunReport;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.testkit.RandomReports;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Reads the traces in the test's resources, whose README says where they are from, and others. */
class ChromeTraceReaderTest {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "chrometrace");

    private static Session read(byte[] bytes) throws IOException {
        return ChromeTraceReader.read(new ByteArrayInputStream(bytes));
    }

    private static Session sample(String name) throws IOException {
        return read(Files.readAllBytes(SAMPLES.resolve(name)));
    }

    /** Reads an array of events. */
    private static Session events(String... events) throws IOException {
        return read(("[" + String.join(",\n", events)).getBytes(StandardCharsets.UTF_8));
    }

    private static Trace trace(Session session) {
        return ((RecordedRun) session.recording()).trace();
    }

    /** Returns the rows of tasks, such as "load compute 10-25", in microseconds. */
    private static List<String> rows(Trace trace) {
        return trace.tasks().stream().map(ChromeTraceReaderTest::row).toList();
    }

    private static String row(TaskTrack task) {
        return "%s %s %s-%s"
                .formatted(
                        task.label(),
                        task.phase(0).id(),
                        micros(task.beginNanos()),
                        micros(task.endNanos()));
    }

    private static List<String> slices(WorkerTrack worker) {
        List<String> slices = new ArrayList<>();
        for (int s = 0; s < worker.slices(); s++) {
            slices.add(
                    "%s-%s #%d"
                            .formatted(
                                    micros(worker.begin(s)),
                                    micros(worker.end(s)),
                                    worker.task(s)));
        }
        return slices;
    }

    private static String micros(long nanos) {
        return Double.toString(nanos / 1e3).replaceFirst("\\.0$", "");
    }

    @Test
    void vizTracersThreadsAreLanesAndTheModuleIsOnlyAFrame() throws IOException {
        Session session = sample("viztracer.json");
        Trace trace = trace(session);

        assertThat(session.origin().program()).isEqualTo("VizTracer 0.16.3");
        assertThat(trace.workers().stream().map(WorkerTrack::name))
                .containsExactly("MainThread", "Thread-1 (fetch)", "Thread-2 (fetch)");
        assertThat(rows(trace))
                .containsExactly(
                        "Thread.start (threading.py:938) compute 100.25-199.75",
                        "fetch (fetch.py:4) compute 205.5-300215.75",
                        "fetch (fetch.py:4) compute 250-200270",
                        "Thread.join (threading.py:1080) compute 300-300250");
        assertThat(slices(trace.worker(0))).containsExactly("100.25-199.75 #0", "300-300250 #3");
        assertThat(session.notes())
                .containsExactly(
                        "A trace does not say what a thread did: what went on on a thread is drawn"
                                + " as compute, and what went on beside it as wait.",
                        "2 slices take up nearly the whole trace: what lies inside is drawn"
                                + " instead.",
                        "2 slices lie in others, without a row.",
                        "1 value of a counter is not shown.",
                        "1 event of one instant is not shown.");
    }

    @Test
    void recordedTraceOfChromiumBecomesLanesAndRows() throws IOException {
        Session session = sample("chromium.json");
        Trace trace = trace(session);

        assertThat(session.origin().program()).contains("HeadlessChrome/156");
        assertThat(trace.workers().stream().map(WorkerTrack::name))
                .anyMatch(name -> name.endsWith(": CrRendererMain"))
                .anyMatch(name -> name.endsWith(": CrBrowserMain"));
        assertThat(rows(trace))
                .anyMatch(row -> row.startsWith("PageLoadMetrics.NavigationToFirst"))
                .anyMatch(row -> row.startsWith("AnimationFrame wait "));
        assertThat(trace.isFinished()).isTrue();
        assertThat(session.notes())
                .contains(
                        "6 ends of arrows are not shown.",
                        "6 events of one instant are not shown.");
        assertNoLaneOverlaps(trace);
    }

    private static void assertNoLaneOverlaps(Trace trace) {
        for (WorkerTrack worker : trace.workers()) {
            for (int s = 1; s < worker.slices(); s++) {
                assertThat(worker.begin(s)).isGreaterThanOrEqualTo(worker.end(s - 1));
            }
        }
    }

    private static final String[] EVERYTHING = {
        "{\"ph\":\"B\",\"name\":\"outer\",\"pid\":1,\"tid\":1,\"ts\":10}",
        "{\"ph\":\"B\",\"name\":\"inner\",\"pid\":1,\"tid\":1,\"ts\":12}",
        "{\"ph\":\"E\",\"pid\":1,\"tid\":1,\"ts\":14}",
        "{\"ph\":\"E\",\"pid\":1,\"tid\":1,\"ts\":20}",
        "{\"ph\":\"X\",\"name\":\"next\",\"pid\":1,\"tid\":1,\"ts\":25,\"dur\":5}",
        "{\"ph\":\"E\",\"pid\":1,\"tid\":2,\"ts\":26}",
        "{\"ph\":\"B\",\"name\":\"never ended\",\"pid\":1,\"tid\":2,\"ts\":30}",
        "{\"ph\":\"X\",\"name\":\"first\",\"pid\":1,\"tid\":3,\"ts\":10,\"dur\":10}",
        "{\"ph\":\"X\",\"name\":\"second\",\"pid\":1,\"tid\":3,\"ts\":15,\"dur\":10}",
        "{\"ph\":\"b\",\"cat\":\"net\",\"id\":\"0x1\",\"name\":\"request\",\"pid\":1,\"tid\":1,\"ts\":11}",
        "{\"ph\":\"n\",\"cat\":\"net\",\"id\":\"0x1\",\"name\":\"redirect\",\"pid\":1,\"tid\":1,\"ts\":12}",
        "{\"ph\":\"e\",\"cat\":\"net\",\"id\":\"0x1\",\"name\":\"request\",\"pid\":1,\"tid\":3,\"ts\":50}",
        "{\"ph\":\"s\",\"id\":1,\"name\":\"flow\",\"pid\":1,\"tid\":1,\"ts\":11}",
        "{\"ph\":\"f\",\"id\":1,\"name\":\"flow\",\"pid\":1,\"tid\":3,\"ts\":12}",
        "{\"ph\":\"C\",\"name\":\"heap\",\"pid\":1,\"ts\":12,\"args\":{\"mb\":3}}",
        "{\"ph\":\"i\",\"name\":\"click\",\"pid\":1,\"tid\":1,\"ts\":12}",
        "{\"ph\":\"v\",\"name\":\"dump\",\"pid\":1,\"tid\":1,\"ts\":12}",
        "{\"ph\":\"X\",\"name\":\"lost\",\"pid\":1,\"tid\":1,\"dur\":5}",
        "{\"ph\":\"M\",\"name\":\"thread_sort_index\",\"pid\":1,\"tid\":3,\"args\":{\"sort_index\":-5}}"
    };

    private static void assertIsEverything(Session session) {
        Trace trace = trace(session);
        assertThat(rows(trace))
                .containsExactlyInAnyOrder(
                        "outer compute 0-10",
                        "first compute 0-10",
                        "request wait 1-40",
                        "second compute 10-15",
                        "next compute 15-20",
                        "never ended compute 20-40");
        assertThat(trace.workers().stream().map(WorkerTrack::name)).first().isEqualTo("thread 3");
        assertThat(session.notes().subList(1, session.notes().size()))
                .containsExactly(
                        "1 slice lies in others, without a row.",
                        "1 slice reaches into the next one on the same thread, which is drawn from"
                                + " there on.",
                        "1 slice has no end: drawn to that of the trace.",
                        "1 end without a begin is not shown.",
                        "1 event without a readable time is not shown.",
                        "2 ends of arrows are not shown.",
                        "1 value of a counter is not shown.",
                        "2 events of one instant are not shown.",
                        "1 event of another kind is not shown.");
    }

    @Test
    void everyKindOfEventIsDrawnOrCounted() throws IOException {
        Session session = events(EVERYTHING);

        assertIsEverything(session);
        TaskTrack open = trace(session).tasks().getLast();
        assertThat(open.outcome()).isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void orderOfTheEventsDoesNotMatter() throws IOException {
        List<String> shuffled = new ArrayList<>(Arrays.asList(EVERYTHING));
        Collections.shuffle(shuffled, new Random(3));

        assertIsEverything(events(shuffled.toArray(String[]::new)));
    }

    @Test
    void arrayObjectAndCompressedFileAreTheSame() throws IOException {
        String array = "[" + String.join(",", EVERYTHING) + "]";
        String object = "{\"displayTimeUnit\":\"ns\",\"traceEvents\":" + array + "}";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(object.getBytes(StandardCharsets.UTF_8));
        }

        assertIsEverything(read(array.getBytes(StandardCharsets.UTF_8)));
        assertIsEverything(read(object.getBytes(StandardCharsets.UTF_8)));
        assertIsEverything(read(packed.toByteArray()));
    }

    @Test
    void onlyAnArrayMayBeLeftOpen() throws IOException {
        String array = "[" + String.join(",", EVERYTHING) + ",";
        assertIsEverything(read(array.getBytes(StandardCharsets.UTF_8)));

        Session cut = read(array.substring(0, array.length() - 9).getBytes(StandardCharsets.UTF_8));
        assertThat(cut.notes().getFirst())
                .isEqualTo(
                        "The file is cut or damaged after 18 events. What comes before is shown.");
        String object = "{\"traceEvents\":" + array;
        assertThat(read(object.getBytes(StandardCharsets.UTF_8)).notes().getFirst())
                .startsWith("The file is cut or damaged after 19 events.");
    }

    @Test
    void instantsOfAClockSince1970KeepTheirNanoseconds() throws IOException {
        Trace trace =
                trace(
                        events(
                                "{\"ph\":\"X\",\"name\":\"a\",\"pid\":1,\"tid\":1,\"ts\":1714640000000000.001,\"dur\":0.5}",
                                "{\"ph\":\"X\",\"name\":\"b\",\"pid\":1,\"tid\":1,\"ts\":1714640000000001.25,\"dur\":\"2\"}",
                                "{\"ph\":\"X\",\"name\":\"other"
                                        + " clock\",\"pid\":1,\"tid\":1,\"ts\":0,\"dur\":1}"));

        assertThat(rows(trace)).containsExactly("a compute 0-0.5", "b compute 1.249-3.249");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "7",
                "{}",
                "[]",
                "{\"log\":{}}",
                "{\"traceEvents\":[{\"ph\":\"M\"}]}",
                "[{\"ph\":\"i\",\"ts\":3}]",
                "[[[[\"deep\"]]]]"
            })
    void whatHoldsNothingToDrawIsRefusedWithASentence(String json) {
        assertThatThrownBy(() -> read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageMatching("This (is not a Chrome trace|Chrome trace holds nothing).*\\.");
    }

    /** What Overlap wrote, it reads to the nanosecond: tasks, phases, workers and slices. */
    @Test
    void anyTraceOfOursIsReadAsItWas() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            RunReport report = RandomReports.report(seed);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ChromeTrace.compressed().write(report, bytes);
            Session session = read(bytes.toByteArray());

            assertSame(report.trace(), trace(session));
            assertThat(session.notes()).isEmpty();
            assertThat(((RecordedRun) session.recording()).begun()).isEqualTo(report.begun());
        }
    }

    private static void assertSame(Trace written, Trace read) {
        long horizon = written.horizonNanos();
        assertThat(read.tasks()).hasSameSizeAs(written.tasks());
        for (int i = 0; i < written.tasks().size(); i++) {
            TaskTrack expected = written.task(i);
            TaskTrack actual = read.task(i);
            assertThat(actual.label()).isEqualTo(expected.label());
            assertThat(segments(actual, horizon)).isEqualTo(segments(expected, horizon));
            assertThat(word(actual)).isEqualTo(word(expected));
        }
        List<WorkerTrack> busy =
                written.workers().stream()
                        .filter(it -> it.slices() > 0 || it.startUp() != null)
                        .toList();
        assertThat(read.workers()).hasSameSizeAs(busy);
        for (int i = 0; i < busy.size(); i++) {
            assertThat(read.worker(i).role()).isEqualTo(busy.get(i).role());
            assertThat(read.worker(i).name()).isEqualTo(busy.get(i).name());
            assertThat(slices(read.worker(i))).hasSameSizeAs(slices(busy.get(i)));
        }
    }

    private static String word(TaskTrack task) {
        Outcome outcome = task.outcome();
        return outcome == null ? "running" : outcome.word();
    }

    private static List<String> segments(TaskTrack task, long horizon) {
        List<String> segments = new ArrayList<>();
        for (int s = 0; s < task.segments(); s++) {
            long end = Math.min(task.end(s), horizon);
            segments.add(task.phase(s) + " " + Math.min(task.begin(s), horizon) + "-" + end);
        }
        return segments;
    }
}
