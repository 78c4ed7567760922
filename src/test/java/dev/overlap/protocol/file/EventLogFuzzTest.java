package dev.overlap.protocol.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.export.session.SessionFormat;
import dev.overlap.render.RowGrouping;
import dev.overlap.report.RunReport;
import dev.overlap.report.slide.RunSlide;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.session.log.SessionLogReader;
import dev.overlap.session.log.SessionWriter;
import dev.overlap.testkit.InputMutator;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.TraceSnapshot;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Whatever a file contains, it is a run with sound rows and lanes that can be drawn, saved and read
 * again, or it is refused with a sentence; and the check has sentences for it.
 */
class EventLogFuzzTest {

    /** Using what was read takes much longer than reading it. */
    private static final int USED = 25;

    private int count;

    /** The example, whole and with its lines in another order. */
    private static List<String> good() throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of("assets", "protocol", "examples", "small.events"));
        List<String> shuffled = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(shuffled, new Random(5));
        shuffled.addFirst(lines.getFirst());
        return List.of(String.join("\n", lines) + "\n", String.join("\n", shuffled) + "\n");
    }

    @Test
    void everyFileIsReadOrRefused() throws IOException {
        InputMutator.each(InputMutator.INPUTS, 82, good(), this::check);
    }

    @Test
    @Tag("soak")
    void everyOneOfManyFilesIsReadOrRefused() throws IOException {
        InputMutator.each(InputMutator.SOAK_INPUTS, 83, good(), this::check);
    }

    private void check(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            assertThat(EventLogCheck.faults(new ByteArrayInputStream(bytes)))
                    .allMatch(fault -> fault.endsWith("."));
            Session session = EventLogReader.read(new ByteArrayInputStream(bytes));
            Trace trace = ((RecordedRun) session.recording()).trace();
            assertSound(trace);
            if (count++ % USED == 0) {
                use(session, trace);
            }
        } catch (UnreadableFileException refused) {
            assertThat(refused.getMessage()).endsWith(".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSound(Trace trace) {
        assertThat(trace.isFinished()).isTrue();
        assertThat(trace.ended()).isEqualTo(trace.tasks().size());
        assertThat(trace.tasks()).allMatch(EventLogFuzzTest::tiles);
        assertThat(trace.workers()).allMatch(EventLogFuzzTest::isOneAfterAnother);
    }

    private static boolean tiles(TaskTrack task) {
        boolean isSound = task.outcome() != null && task.segments() > 0 && task.begin(0) >= 0;
        for (int segment = 0; segment < task.segments(); segment++) {
            isSound &= task.begin(segment) <= task.end(segment);
        }
        return isSound && task.end(task.segments() - 1) == task.endNanos();
    }

    private static boolean isOneAfterAnother(WorkerTrack worker) {
        long before = 0;
        for (int slice = 0; slice < worker.slices(); slice++) {
            if (worker.begin(slice) < before || worker.end(slice) == TaskTrack.OPEN) {
                return false;
            }
            before = worker.end(slice);
        }
        return true;
    }

    private static void use(Session session, Trace trace) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        SessionWriter.write(session, saved);
        Session again = SessionLogReader.read(new ByteArrayInputStream(saved.toByteArray()));
        assertThat(again.notes()).isEmpty();
        Trace reopened = ((RecordedRun) again.recording()).trace();
        assertThat(TraceSnapshot.differences(trace, reopened, 20)).isEmpty();
        for (RowGrouping rows : RowGrouping.values()) {
            RunReport.Look look = RunReport.Look.DEFAULT.withRows(rows);
            RunSlide.of(
                            SessionFormat.report((RecordedRun) session.recording(), look),
                            RecordingSurface.METRICS)
                    .paint(new RecordingSurface(), 1);
        }
    }
}
