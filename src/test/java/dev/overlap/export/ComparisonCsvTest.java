package dev.overlap.export;

import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.failing;
import static dev.overlap.testkit.ComparisonBuilder.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.testkit.ComparisonBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Tests exports of comparisons: the table is parsed again, the image decoded. */
class ComparisonCsvTest {

    private static final Comparison COMPARISON =
            ComparisonBuilder.of(
                    entry("sequential", 1000, 1200, 900), failing("blocked-loop", 1, 500));

    @TempDir private Path folder;

    private static ComparisonReport report(Comparison comparison) {
        Guesses guesses = Guesses.NONE.with("blocked-loop", 750_000_000L);
        return new ComparisonReport(
                comparison, SortOrder.WALL, guesses, Instant.EPOCH, RunReport.Look.DEFAULT);
    }

    private List<NamedCsvRecord> written(Comparison comparison) throws IOException {
        Path file = folder.resolve("runs.csv");
        ReportWriter.write(report(comparison), file);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    @Test
    void everyRunIsARowAndTheMedianIsMarked() throws IOException {
        List<NamedCsvRecord> rows = written(COMPARISON);
        assertThat(rows.getFirst().getHeader())
                .containsExactly(
                        ("model,name,workers,run,wall_ms,median,speed_up,os_threads,virtual_threads,"
                             + "processes,peak_in_flight,cpu_ms,tasks,failed,cancelled,guess_ms")
                                .split(",", -1));
        assertThat(rows)
                .extracting(row -> String.join("|", row.getFields()))
                .containsExactly(
                        "sequential|Sequential||1|1000.000|yes|1.000|1|0|0|3|20.000|3|0|0|",
                        "sequential|Sequential||2|1200.000|no|0.833|1|0|0|3|20.000|3|0|0|",
                        "sequential|Sequential||3|900.000|no|1.111|1|0|0|3|20.000|3|0|0|",
                        "blocked-loop|Event loop, blocking call inside||1|500.000|yes||1|0|0|3"
                                + "|20.000|3|1|0|750.000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void noCellIsAFormula(String text) throws IOException {
        NamedCsvRecord row =
                written(
                                ComparisonBuilder.of(
                                        ComparisonBuilder.entry(
                                                text, text, ComparisonBuilder.atOnce(1, 10))))
                        .getFirst();
        assertThat(row.getField("model")).isEqualTo("'" + text);
        assertThat(row.getField("name")).isEqualTo("'" + text);
    }

    @Test
    void runsOfASweepNameTheirWorkersAndHaveNoSpeedUp() throws IOException {
        List<NamedCsvRecord> rows =
                written(
                        ComparisonBuilder.of(
                                workers("thread-pool", 1, 30), workers("thread-pool", 8)));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().getField("workers")).isEqualTo("1");
        assertThat(rows.getFirst().getField("speed_up")).isEmpty();
    }

    @Test
    void inJsonTheSameFieldsHaveTypes() {
        List<String> objects = JsonLines.runs(report(COMPARISON));
        assertThat(objects).hasSize(4);
        JsonNode run = JsonMapper.shared().readTree(objects.get(1));
        assertThat(run.propertyNames()).containsExactlyElementsOf(RunRow.NAMES);
        assertThat(run.get("median").isBoolean()).isTrue();
        assertThat(run.get("guess_ms").isNull()).isTrue();
        assertThat(run.get("wall_ms").asDouble()).isEqualTo(1200);
        assertThat(JsonLines.conclusion("\"A\" wins.\u00a0"))
                .isEqualTo("{\"conclusion\":\"\\\"A\\\" wins.\\u00A0\"}");
    }

    @Test
    void imageIsWrittenAccordingToTheExtension() throws IOException {
        Path file = folder.resolve("runs.PNG");
        ReportWriter.write(report(COMPARISON), file);
        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void withoutARunThereIsOnlyAHeaderAndNoImage() throws IOException {
        Comparison empty = ComparisonBuilder.of(entry("sequential"));
        assertThat(written(empty)).isEmpty();
        assertThat(folder.resolve("runs.csv")).isNotEmptyFile();
        Path picture = folder.resolve("runs.png");
        assertThatIOException()
                .isThrownBy(() -> ReportWriter.write(report(empty), picture))
                .withMessage("No run has finished, so there is nothing to draw.");
        assertThat(picture).doesNotExist();
    }
}
