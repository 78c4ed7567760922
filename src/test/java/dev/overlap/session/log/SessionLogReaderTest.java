package dev.overlap.session.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.VariantResult;
import dev.overlap.plan.Plan;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.Task;
import dev.overlap.session.Origin;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.testkit.TraceSnapshot;
import dev.overlap.text.session.SessionText;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Files that are not as they were written, and what is never written. */
class SessionLogReaderTest {

    private static final Plan PLAN =
            TraceBuilder.plan(
                    "event-loop", "https://me:secret@example.org/ x2", "cpu:5ms -> lab:/a");

    private static Trace trace() {
        TraceBuilder builder = new TraceBuilder(PLAN.tasks().stream().map(Task::label).toList(), 4);
        int loop = builder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        for (int task = 0; task < 3; task++) {
            builder.carriedBy(task, loop)
                    .exchange(task, "c-" + task, 5 + task, 40 + task)
                    .busy(loop, task, 10 * task + 3, 10 * task + 9);
        }
        return builder.answered(0, 200, 41)
                .failed(1, FailureKind.RESET, 45)
                .answered(2, 404, 50)
                .finished();
    }

    private static RecordedRun run() {
        return new RecordedRun(PLAN, "Event loop", Reopened.BEGUN, trace());
    }

    private static Trace traceOf(Session session) {
        return ((RecordedRun) session.recording()).trace();
    }

    @Test
    void userNamesAndPasswordsAreNotInTheFileButTheTasksAre() throws IOException {
        String log = Reopened.log(run());
        RecordedRun read = (RecordedRun) Reopened.read(log).recording();

        assertThat(log).doesNotContain("secret").doesNotContain("me:");
        assertThat(read.plan().sites().text()).isEqualTo(PLAN.sites().withoutSecrets().text());
        assertThat(read.plan().tasks())
                .extracting(Task::label)
                .isEqualTo(PLAN.tasks().stream().map(Task::label).toList());
        assertThat(SiteLine.parse(read.plan().sites().lines().getFirst().text()).problem())
                .as("a list that is made of it asks for them")
                .isNotNull();
    }

    @Test
    void aFileSaysWhereItWasMade() throws IOException {
        Origin origin = new Origin("overlap 9", "OS/2 x86", "", 0);
        Session session = new Session(run(), origin, List.of());
        assertThat(Reopened.of(session).origin()).isEqualTo(origin);
    }

    @Test
    void ofAFileThatIsCutAnywhereTheBeginIsRead() throws IOException {
        byte[] whole = Reopened.written(Session.of(run()));
        int first = Reopened.log(run()).indexOf("\"e\":\"run\"") + 50;
        int segments = 0;
        for (int length = first; length < whole.length - 1; length += 37) {
            Session cut = Reopened.read(Arrays.copyOf(whole, length));

            long line = new String(whole, 0, length, StandardCharsets.US_ASCII).lines().count();
            assertThat(cut.notes()).hasSize(1);
            assertThat(cut.notes().getFirst())
                    .isIn(SessionText.cutAt(line), SessionText.cutAt(line + 1));
            int known = traceOf(cut).tasks().stream().mapToInt(TaskTrack::segments).sum();
            assertThat(known).isGreaterThanOrEqualTo(segments);
            assertThat(traceOf(cut).tasks()).hasSize(3);
            segments = known;
        }
        assertThat(segments).isGreaterThan(15);
    }

    @Test
    void ofACompressedFileThatIsCutOrDamagedTheBeginIsRead() throws IOException {
        byte[] whole = Reopened.compressed(Session.of(run()));

        Session cut = Reopened.read(Arrays.copyOf(whole, whole.length - 12));
        assertThat(cut.notes()).singleElement().asString().startsWith("The file is cut at line ");
        assertThat(traceOf(cut).tasks()).hasSize(3);

        byte[] damaged = whole.clone();
        damaged[damaged.length - 5] ^= 0x55;
        assertThat(Reopened.read(damaged).notes())
                .singleElement()
                .asString()
                .startsWith("The file cannot be unpacked any further than line ");
        assertThatThrownBy(() -> Reopened.read(Arrays.copyOf(whole, 5)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(SessionText.NO_LOG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"e\":\"phase\",\"t\":7,\"k\":99,\"p\":\"WAIT\"}",
                "{\"e\":\"phase\",\"t\":-7,\"k\":0,\"p\":\"WAIT\"}",
                "{\"e\":\"phase\",\"t\":9223372036854775807,\"k\":0,\"p\":\"WAIT\"}",
                "{\"e\":\"phase\",\"t\":99999999999999999999,\"k\":0,\"p\":\"WAIT\"}",
                "{\"e\":\"phase\",\"t\":7.5,\"k\":0,\"p\":\"WAIT\"}",
                "{\"e\":\"phase\",\"t\":7,\"k\":0}",
                "{\"e\":\"use\",\"t\":7,\"c\":0,\"k\":0,\"x\":0,\"s\":99}",
                "{\"e\":\"worker.start\",\"t\":7,\"w\":0,\"instead\":0}",
                "{\"e\":\"step\",\"t\":7,\"k\":0,\"s\":1}",
                "{\"e\":\"task\",\"t\":7,\"k\":3,\"name\":\"late\"}",
                "{\"e\":\"ask\",\"t\":7,\"r\":0,\"k\":0,\"for\":\"hold\"}",
                "{\"e\":\"hello\",\"t\":7,\"held\":[[[[1]]]]}",
                "[]",
                "7",
                "}",
                "no JSON"
            })
    void whatIsNoEventEndsWhatIsRead(String line) throws IOException {
        List<String> lines = Reopened.log(run()).lines().toList();
        int at = lines.size() - 2;
        String damaged =
                String.join("\n", lines.subList(0, at))
                        + "\n"
                        + line
                        + "\n"
                        + String.join("\n", lines.subList(at, lines.size()));

        Session read = Reopened.read(damaged);

        assertThat(read.notes()).containsExactly(SessionText.brokenAt(at + 1));
        assertThat(traceOf(read).isFinished()).isFalse();
        assertThat(traceOf(read).horizonNanos())
                .as("it ends where it ends, however late it is")
                .isEqualTo(50_000_000);
        assertThat(traceOf(read).tasks()).allMatch(task -> task.outcome() != null);
    }

    @Test
    void whatANewerVersionHasWrittenIsLeftOutAndCounted() throws IOException {
        String newer =
                Reopened.log(run())
                        .replace("\"v\":1", "\"v\":2,\"mood\":{\"a\":[1,{}]}")
                        .replace("\"p\":\"DNS\"", "\"p\":\"DREAM\"")
                        .replace("\"p\":\"LEASE\"", "\"p\":\"DREAM\"")
                        .replace("\"err\":\"reset\"", "\"err\":\"bored\"")
                        .replace(
                                "{\"e\":\"begin\"",
                                "{\"e\":\"yawn\",\"t\":3,\"k\":7}\n{\"e\":\"begin\"");

        Session read = Reopened.read(newer);

        assertThat(read.notes())
                .containsExactly(
                        "1 event, 1 field and 4 values of a newer version of Overlap were left"
                                + " out.");
        TaskTrack task = traceOf(read).task(1);
        assertThat(task.phase(1)).isEqualTo(Phase.BLOCKED);
        assertThat(task.outcome())
                .isEqualTo(
                        new Outcome.Failed(
                                FailureKind.OTHER,
                                ((Outcome.Failed) trace().task(1).outcome()).sentence()));
        assertThat(traceOf(read).isFinished()).isTrue();
    }

    @Test
    void aBombGetsASentence() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        String log = Reopened.log(run());
        try (OutputStream zip = new GZIPOutputStream(file)) {
            zip.write(
                    log.substring(0, log.lastIndexOf("{\"e\":\"bye"))
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int megabytes = 0; megabytes < 80; megabytes++) {
                zip.write(blanks);
            }
        }
        long line = log.lines().count();

        Session read = Reopened.read(file.toByteArray());

        assertThat(read.notes()).containsExactly(SessionText.tooLarge(line));
        assertThat(TraceSnapshot.differences(trace(), traceOf(read), 50_000_000)).isEmpty();
    }

    @Test
    void nestedTooDeepOrTooLongATextIsDamage() throws IOException {
        String log = Reopened.log(run());
        int end = log.lastIndexOf("{\"e\":\"bye");
        for (String hostile :
                List.of(
                        "{\"new\":" + "[".repeat(70),
                        "{\"e\":\"" + "x".repeat(LogFormat.MAX_TEXT + 1) + "\"}",
                        "{\"" + "x".repeat(1_000) + "\":1}")) {
            assertThat(Reopened.read(log.substring(0, end) + hostile + "\n\n\n").notes())
                    .contains(SessionText.brokenAt(log.lines().count()));
        }
    }

    @Test
    void aVeryLongLineOfAListComesBack() {
        String site = "# " + "é\ud800".repeat(100_000);
        Plan plan = TraceBuilder.plan("threads", site, "lab:/a");
        RecordedRun run =
                new RecordedRun(
                        plan,
                        "",
                        Reopened.BEGUN,
                        TraceBuilder.of("lab:/a").answered(0, 200, 1).finished());

        Session read = Reopened.of(Session.of(run));

        assertThat(read.notes()).isEmpty();
        assertThat(((RecordedRun) read.recording()).plan()).isEqualTo(plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "lab:/a\n",
                "{}",
                "[]",
                "{\"log\":{}}",
                "\u0089PNG",
                "\u001f\u008b",
                "\0\0\0{\"e\":\"hello\"}"
            })
    void whatIsNoLogIsRefused(String text) {
        assertThatThrownBy(() -> Reopened.read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(SessionText.NO_LOG);
    }

    @Test
    void aRunInProgressEndsWhereItWasSaved() throws IOException {
        TraceBuilder builder = TraceBuilder.of("a", "b").enter(0, Phase.WAIT, 3);
        long before = builder.live().horizonNanos();

        Session read = Reopened.of(Session.of(Reopened.run(builder.live())));

        assertThat(read.notes()).containsExactly(SessionText.UNFINISHED);
        Trace restored = traceOf(read);
        assertThat(restored.isFinished()).isFalse();
        assertThat(restored.horizonNanos())
                .isGreaterThanOrEqualTo(before)
                .isEqualTo(traceOf(Reopened.of(read)).horizonNanos());
    }

    @Test
    void ofACutComparisonTheWholeRunsAreShown() throws IOException {
        VariantResult first = ComparisonBuilder.entry("threads", 40, 50);
        VariantResult second = ComparisonBuilder.entry("sequential", 90, 99);
        RecordedComparison comparison =
                new RecordedComparison(
                        ComparisonBuilder.of(first, second),
                        SortOrder.NAME,
                        Guesses.NONE,
                        Reopened.BEGUN);
        String log = Reopened.log(comparison);
        int lastRun = log.lastIndexOf("{\"e\":\"run.end\"");

        Session cut = Reopened.read(log.substring(0, lastRun));

        RecordedComparison read = (RecordedComparison) cut.recording();
        assertThat(read.comparison().entries())
                .extracting(entry -> entry.samples().size())
                .containsExactly(2, 1);
        assertThat(cut.notes())
                .hasSize(2)
                .contains("1 run, which is not whole, was left out of the comparison.");
        assertThatThrownBy(() -> Reopened.read(log.substring(0, log.indexOf("{\"e\":\"run.end\""))))
                .hasMessage(SessionText.NO_RUN);
    }
}
