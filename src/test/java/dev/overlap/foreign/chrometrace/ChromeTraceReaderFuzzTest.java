package dev.overlap.foreign.chrometrace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.export.chrometrace.ChromeTrace;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.testkit.InputMutator;
import dev.overlap.testkit.RandomReports;
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
import java.util.List;

/** Checks that any file is either a run that can be drawn, or refused with a sentence. */
class ChromeTraceReaderFuzzTest {

    private static List<String> good() throws IOException {
        Path samples = Path.of("src", "test", "resources", "chrometrace");
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        ChromeTrace.plain().write(RandomReports.report(4), own);
        return List.of(
                Files.readString(samples.resolve("chromium.json")),
                Files.readString(samples.resolve("viztracer.json")),
                own.toString(StandardCharsets.UTF_8));
    }

    @Test
    void everyFileIsReadOrRefused() throws IOException {
        InputMutator.each(InputMutator.INPUTS, 62, good(), ChromeTraceReaderFuzzTest::check);
    }

    @Test
    @Tag("soak")
    void everyOneOfManyFilesIsReadOrRefused() throws IOException {
        InputMutator.each(InputMutator.SOAK_INPUTS, 63, good(), ChromeTraceReaderFuzzTest::check);
    }

    private static void check(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            check(ChromeTraceReader.read(new ByteArrayInputStream(bytes)));
        } catch (UnreadableFileException refused) {
            assertThat(refused).hasMessageEndingWith(".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Session session) {
        Trace trace = ((RecordedRun) session.recording()).trace();
        assertThat(trace.tasks()).allMatch(ChromeTraceReaderFuzzTest::isWhole);
        assertThat(trace.workers()).allMatch(ChromeTraceReaderFuzzTest::isOneAfterAnother);
        assertThat(session.notes()).allMatch(note -> note.endsWith("."));
    }

    private static boolean isWhole(TaskTrack task) {
        return 0 <= task.beginNanos() && task.beginNanos() <= task.endNanos();
    }

    private static boolean isOneAfterAnother(WorkerTrack worker) {
        for (int slice = 1; slice < worker.slices(); slice++) {
            if (worker.begin(slice) < worker.end(slice - 1)) {
                return false;
            }
        }
        return true;
    }
}
