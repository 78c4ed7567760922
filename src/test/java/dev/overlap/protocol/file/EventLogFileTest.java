package dev.overlap.protocol.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.overlap.session.Origin;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.session.file.RunFileType;
import dev.overlap.session.file.SessionReader;
import dev.overlap.session.log.SessionLogReader;
import dev.overlap.session.log.SessionWriter;
import dev.overlap.testkit.TraceAssertions;
import dev.overlap.testkit.TraceSnapshot;
import dev.overlap.text.protocol.EventLogText;
import dev.overlap.text.protocol.RecordingText;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WaitDetail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import java.util.zip.GZIPOutputStream;

/** Files of events: opened like any other run, whole or not, and checked. */
class EventLogFileTest {

    private static final Path EXAMPLE = Path.of("assets", "protocol", "examples", "small.events");

    private static final String HELLO =
            "{'e':'hello','t':0,'v':1,'wall':5,'pid':7,"
                    + "'sees':['dns','tls','steps','locks','jobs','cpu']}\n";
    private static final String TASK = "{'e':'task','t':10,'k':1,'name':'a'}\n";
    private static final String END = "{'e':'end','t':20,'k':1,'how':'ok'}\n";
    private static final String BYE = "{'e':'bye','t':30}\n";

    @TempDir Path folder;

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static Session read(String text) throws IOException {
        return EventLogReader.read(new ByteArrayInputStream(bytes(text)));
    }

    private static Trace trace(Session session) {
        return ((RecordedRun) session.recording()).trace();
    }

    private static List<String> faults(String text) throws IOException {
        return EventLogCheck.faults(new ByteArrayInputStream(bytes(text)));
    }

    @Test
    void anExampleIsOpenedLikeAnyRun() throws IOException {
        assertThat(SessionReader.typeOf(EXAMPLE)).isEqualTo(RunFileType.PROGRAM_LOG);
        Session session = SessionReader.read(EXAMPLE);
        RecordedRun run = (RecordedRun) session.recording();
        Trace trace = run.trace();

        assertThat(run.modelName()).isEqualTo("article.py");
        assertThat(run.plan().tasks()).isEmpty();
        assertThat(run.begun()).isEqualTo(Instant.parse("2026-11-27T21:18:48.444275018Z"));
        assertThat(session.origin()).isEqualTo(new Origin("python 3.11.2", "", "", 2));
        assertThat(session.notes())
                .containsExactly(RecordingText.startUp(104_189_595), RecordingText.STEPS);
        assertThat(trace.isForeign()).isTrue();
        assertThat(trace.tasks())
                .extracting(it -> it.label())
                .containsExactly(
                        "main()", "get('http://www.example.com')", "get('http://www.example.org')");
        assertThat(trace.task(0).detail(1)).isEqualTo(new WaitDetail("gather", List.of(1, 2)));
        assertThat(TraceAssertions.millis(trace, 1, Phase.WAIT)).isBetween(302.0, 303.0);
        assertThat(trace.task(1).outcome()).isEqualTo(new Outcome.Answered(200, 1256));
        assertThat(TraceAssertions.failed(trace, 2).sentence())
                .isEqualTo("ValueError: no such page");
        assertThat(trace.worker(1).slices()).isEqualTo(2);
        try (InputStream in = Files.newInputStream(EXAMPLE)) {
            assertThat(EventLogCheck.faults(in)).isEmpty();
        }
    }

    @Test
    void whatWasOpenedSurvivesBeingSaved() throws IOException {
        Session session = SessionReader.read(EXAMPLE);
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        SessionWriter.writeCompressed(session, saved);
        Session again = SessionLogReader.read(new ByteArrayInputStream(saved.toByteArray()));

        assertThat(TraceSnapshot.differences(trace(session), trace(again), 20)).isEmpty();
        assertThat(trace(again).isForeign()).isTrue();
        assertThat(trace(again).notes()).isEqualTo(trace(session).notes()).isNotEmpty();
        assertThat(trace(again).task(0).source()).isEqualTo("article.py:21");
        assertThat(trace(again).task(0).detail(1))
                .isEqualTo(new WaitDetail("gather", List.of(1, 2)));
    }

    @Test
    void aFileMayBeCompressed() throws IOException {
        Path file = folder.resolve("run.events.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes(HELLO + TASK + END + BYE));
        }

        assertThat(SessionReader.typeOf(file)).isEqualTo(RunFileType.PROGRAM_LOG);
        assertThat(trace(SessionReader.read(file)).tasks()).hasSize(1);

        byte[] whole = Files.readAllBytes(file);
        Session cut = EventLogReader.read(new ByteArrayInputStream(whole, 0, whole.length - 9));
        assertThat(cut.notes()).contains(EventLogText.unpackableAt(4));
    }

    @Test
    void aFileThatIsCutKeepsWhatComesBefore() throws IOException {
        Session session = read(HELLO + TASK + "{'e':'end','t':20,'k':1,'ho");

        assertThat(session.notes())
                .containsExactly(EventLogText.cutAt(3), RecordingText.startUp(10));
        assertThat(trace(session).task(0).outcome()).isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void aFileWithoutByeIsThatOfAKilledProcess() throws IOException {
        Session session = read(HELLO + TASK + "{'e':'phase','t':20,'k':1,'p':'WAIT'}\n");

        assertThat(TraceAssertions.failed(trace(session), 0).sentence())
                .isEqualTo(RecordingText.LOG_ENDS);
        assertThat(trace(session).wallNanos()).isEqualTo(10);
        assertThat(session.notes()).anyMatch(note -> note.startsWith("1 process ended without"));
    }

    @Test
    void badLinesAreLeftOutAndTheFirstIsNamed() throws IOException {
        Session session = read(HELLO + TASK + "hm\n\n{'e':'end','t':1}\n" + END + BYE);

        assertThat(session.notes())
                .containsExactly(
                        RecordingText.startUp(10),
                        "2 lines were left out as no events. The first: line 3: The line is not a"
                                + " JSON object.");
        assertThat(trace(session).task(0).outcome()).isEqualTo(new Outcome.Done());
    }

    @Test
    void anotherProcessInTheSameFileIsNotShown() throws IOException {
        Session session = read(HELLO + TASK + END + HELLO + TASK.replace(":1,", ":2,") + BYE);

        assertThat(session.notes()).contains(EventLogText.anotherProcessAt(4));
        assertThat(trace(session).tasks()).hasSize(1);
    }

    @Test
    void whatIsNoLogIsRefused() throws IOException {
        refuse("", EventLogText.NO_HELLO);
        refuse(TASK, EventLogText.NO_HELLO);
        refuse("hello\n" + TASK, EventLogText.NO_HELLO);
        refuse(HELLO, EventLogText.NO_TASK);
        refuse(HELLO + BYE, EventLogText.NO_TASK);
        Path session = folder.resolve("session.jsonl");
        Files.write(session, bytes("{'e':'hello','t':0,'v':1,'wall':5,'program':'\\'pid\\':'}\n"));
        assertThat(SessionReader.typeOf(session)).isEqualTo(RunFileType.EVENT_LOG);
    }

    private static void refuse(String text, String sentence) {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> read(text))
                .withMessage(sentence);
    }

    @Test
    void aCheckNamesTheLineOfEveryFault() throws IOException {
        assertThat(faults(HELLO + TASK + END + BYE)).isEmpty();
        assertThat(faults(TASK + HELLO + "x\n" + TASK + BYE + END))
                .containsExactly(
                        "line 1: The first line is not a hello.",
                        "line 2: " + EventLogText.SECOND_HELLO,
                        "line 3: The line is not a JSON object.",
                        "line 4: The task has been introduced already.",
                        "line 6: An event after bye.");
    }

    @Test
    void aCheckNamesWhatNobodyIntroduces() throws IOException {
        assertThat(
                        faults(
                                HELLO
                                        + END
                                        + "{'e':'phase','t':1,'k':1,'p':'AWAIT','for':[2],'w':5}\n"
                                        + "{'e':'exchange.end','t':1,'x':6}\n"
                                        + TASK
                                        + BYE))
                .containsExactly(
                        "line 3: No event introduces the task 2.",
                        "line 3: No event introduces the worker 5.",
                        "line 4: No event introduces the exchange 6.");
    }

    @Test
    void aCheckTellsTwentyFaultsAndCountsTheRest() throws IOException {
        assertThat(faults(HELLO + "x\n".repeat(25)))
                .hasSize(21)
                .endsWith("line 21: The line is not a JSON object.", "and 5 more faults.");
        assertThat(faults(HELLO + "x\n".repeat(2_000)))
                .endsWith(EventLogText.tooManyFaults(1_002), "and 981 more faults.");
    }

    @Test
    void aMillionEventsAreReadAsAStream() throws IOException {
        long events = 1_000_000;
        LongFunction<String> slices =
                line ->
                        "{\"e\":\"slice\",\"t\":%d,\"w\":1,\"k\":1,\"d\":5,\"cpu\":3}\n"
                                .formatted(20 + 10 * line);
        try (InputStream in = new EndlessLines(bytes(HELLO + TASK), slices, events)) {
            Trace trace = trace(EventLogReader.read(in));

            assertThat(trace.worker(0).slices()).isEqualTo(1_000_000);
            assertThat(trace.task(0).cpuNanos()).isEqualTo(3 * events);
            TraceAssertions.assertSound(trace);
        }
    }

    @Test
    void aFileOfNothingButFaultsIsNotReadToItsEnd() throws IOException {
        try (EndlessLines in =
                new EndlessLines(bytes(HELLO + TASK), _ -> "nothing\n", Long.MAX_VALUE)) {
            Session session = EventLogReader.read(in);

            assertThat(session.notes()).contains(EventLogText.tooManyFaults(1_003));
            assertThat(in.lines()).isLessThan(100_000);
        }
    }

    /** Makes lines as they are read. */
    private static final class EndlessLines extends InputStream {

        private final LongFunction<String> made;
        private final long count;
        private byte[] line;
        private int at;
        private long lines;

        EndlessLines(byte[] first, LongFunction<String> made, long count) {
            line = first;
            this.made = made;
            this.count = count;
        }

        long lines() {
            return lines;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == line.length && lines < count) {
                line = made.apply(lines++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int taken = Math.min(length, line.length - at);
            System.arraycopy(line, at, into, from, taken);
            at += taken;
            return taken == 0 ? -1 : taken;
        }
    }
}
