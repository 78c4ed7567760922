package dev.overlap.session.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.export.ReportFormats;
import dev.overlap.export.session.SessionFormat;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Surface;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.report.slide.ComparisonSlide;
import dev.overlap.report.slide.RunSlide;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.testkit.InputMutator;
import dev.overlap.testkit.RandomTraces;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.text.session.SessionText;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whatever a file contains, it is read up to where it makes sense, or refused with a sentence; and
 * what was read can be drawn, written in every form, and read again.
 */
@Timeout(600)
class SessionFuzzTest {

    private static final Plan PLAN =
            TraceBuilder.plan(
                    "threads", "https://u:p@example.org/ x2", "lock:a { add:n } -> cpu:5ms");

    /** Longer ones would only be cut. */
    private static final int MAX_LENGTH = 15_000;

    private static final List<String> GOOD =
            Stream.concat(
                            IntStream.range(0, 24).mapToObj(SessionFuzzTest::run),
                            IntStream.range(0, 3).mapToObj(SessionFuzzTest::comparison))
                    .map(Reopened::log)
                    .filter(log -> log.length() < MAX_LENGTH)
                    .toList();

    /** Using what was read takes much longer than reading it. */
    private static final int USED = 25;

    private int count;

    private static Recording run(int seed) {
        List<String> labels = PLAN.tasks().stream().map(Task::label).toList();
        return new RecordedRun(
                PLAN, "Threads", Reopened.BEGUN, RandomTraces.of(labels, new Random(seed)));
    }

    private static Recording comparison(int seed) {
        RecordedRun run = (RecordedRun) run(seed);
        List<VariantResult> entries =
                Stream.of("2", "Threads")
                        .map(name -> new Variant(name, PLAN))
                        .map(
                                variant ->
                                        new VariantResult(
                                                variant,
                                                List.of(new Measurement(finished(seed), 7)),
                                                seed == 1 ? run.trace() : null))
                        .toList();
        ComparisonPlan plan =
                new ComparisonPlan(entries.stream().map(VariantResult::variant).toList(), 1);
        return new RecordedComparison(
                new Comparison(plan, entries, seed != 1),
                SortOrder.LIST,
                new Guesses(Map.of("threads", 5L)),
                Reopened.BEGUN);
    }

    private static Trace finished(int seed) {
        List<String> labels = PLAN.tasks().stream().map(Task::label).toList();
        return RandomTraces.finished(labels, new Random(seed));
    }

    @Test
    void everyFileIsReadOrRefused() {
        InputMutator.each(InputMutator.INPUTS, 60, GOOD, this::check);
    }

    @Test
    @Tag("soak")
    void everyOneOfManyFilesIsReadOrRefused() {
        InputMutator.each(InputMutator.SOAK_INPUTS, 61, GOOD, this::check);
    }

    private void check(String text) {
        try {
            Session session = Reopened.read(text.getBytes(StandardCharsets.UTF_8));
            if (count++ % USED == 0) {
                use(session.recording());
            }
        } catch (UnreadableFileException refused) {
            assertThat(refused.getMessage()).isIn(SessionText.NO_LOG, SessionText.NO_RUN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void use(Recording recording) throws IOException {
        Session again = Reopened.of(Session.of(recording));
        assertThat(again.notes()).isSubsetOf(SessionText.UNFINISHED);
        for (ReportFormat format : List.of(ReportFormats.CSV, ReportFormats.JSON_LINES)) {
            switch (recording) {
                case RecordedRun run ->
                        format.write(
                                SessionFormat.report(run, RunReport.Look.DEFAULT),
                                OutputStream.nullOutputStream());
                case RecordedComparison all ->
                        format.write(
                                SessionFormat.report(all, RunReport.Look.DEFAULT),
                                OutputStream.nullOutputStream());
            }
        }
        draw(recording, new RecordingSurface());
    }

    private static void draw(Recording recording, Surface surface) throws IOException {
        switch (recording) {
            case RecordedRun run -> {
                for (RowGrouping rows : RowGrouping.values()) {
                    RunReport.Look look = RunReport.Look.DEFAULT.withRows(rows);
                    RunSlide.of(SessionFormat.report(run, look), RecordingSurface.METRICS)
                            .paint(surface, 1);
                }
            }
            case RecordedComparison all -> {
                if (all.comparison().done() > 0) {
                    ComparisonSlide.of(
                                    SessionFormat.report(all, RunReport.Look.DEFAULT),
                                    RecordingSurface.METRICS)
                            .paint(surface, 1);
                }
            }
        }
    }
}
