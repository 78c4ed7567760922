package dev.overlap.foreign.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.export.har.Har;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.testkit.InputMutator;
import dev.overlap.testkit.RandomReports;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

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
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that any file is either a run that can be drawn and a list, or refused with a sentence.
 */
class HarReaderFuzzTest {

    /** A few entries have all that can break. */
    private static final int MAX_LINES = 4;

    private static List<String> good() throws IOException {
        List<String> good = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "har"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".har")).sorted().toList()) {
                List<String> lines = Files.readString(file).lines().toList();
                List<String> few = lines.subList(0, Math.min(MAX_LINES, lines.size() - 1));
                good.add(String.join("\n", few) + "]}}");
            }
        }
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        new Har().write(RandomReports.report(4), own);
        good.add(own.toString(StandardCharsets.UTF_8));
        return good;
    }

    @Test
    void everyFileIsReadOrRefused() throws IOException {
        InputMutator.each(InputMutator.INPUTS, 60, good(), HarReaderFuzzTest::check);
    }

    @Test
    @Tag("soak")
    void everyOneOfManyFilesIsReadOrRefused() throws IOException {
        InputMutator.each(InputMutator.SOAK_INPUTS, 61, good(), HarReaderFuzzTest::check);
    }

    private static void check(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            check(HarReader.read(new ByteArrayInputStream(bytes)));
            HarSites.Lines lines = HarSites.read(new ByteArrayInputStream(bytes));
            assertThat(lines.lines()).allMatch(line -> line.entry() != null);
            assertThat(lines.notes()).allMatch(note -> note.endsWith("."));
        } catch (UnreadableFileException refused) {
            assertThat(refused).hasMessageEndingWith(".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Session session) {
        Trace trace = ((RecordedRun) session.recording()).trace();
        assertThat(trace.tasks()).isNotEmpty().allMatch(task -> isWhole(task, trace.wallNanos()));
        assertThat(session.notes()).allMatch(note -> note.endsWith("."));
    }

    private static boolean isWhole(TaskTrack task, long wall) {
        return 0 <= task.beginNanos()
                && task.beginNanos() <= task.endNanos()
                && task.endNanos() <= wall;
    }
}
