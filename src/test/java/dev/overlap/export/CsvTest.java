package dev.overlap.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import dev.overlap.testkit.Story;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

class CsvTest {

    private static final String[] SITES = {"lab:/delay/300", "lab:/redirect/1", "lab:/a,b\"c"};

    @TempDir private Path folder;
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void whereTheCommaIsADecimalPoint() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void asItWas() {
        Locale.setDefault(before);
    }

    private static Trace trace() {
        Story story = Story.of(SITES);
        int worker = story.hire("pool-1", WorkerTrack.Role.THREAD);
        story.carriedBy(0, worker)
                .enter(0, Phase.LEASE, 1.5)
                .enter(0, Phase.CONNECT, 2)
                .enter(0, Phase.SEND, 3)
                .enter(0, Phase.WAIT, 3.25)
                .enter(0, Phase.RECEIVE, 300)
                .note(0, Exchange.begin(0, 2_000_000, "u").on("c-1", false))
                .answered(0, 200, 301.125);
        story.enter(1, Phase.WAIT, 1)
                .enter(1, Phase.RECEIVE, 101)
                .enter(1, Phase.WAIT, 111)
                .enter(1, Phase.RECEIVE, 151)
                .note(1, Exchange.begin(0, 0, "u").on("c-2", false))
                .note(1, Exchange.begin(1, 0, "u").on("c-2", true))
                .answered(1, 200, 156);
        return story.failed(2, Failure.CLOSED_EARLY, 50).finished();
    }

    private List<NamedCsvRecord> written(Trace trace) throws IOException {
        Path file = folder.resolve("run.csv");
        Export.write(
                new Report(
                        Story.plan("thread-pool", SITES[0], SITES[1], SITES[0]),
                        "Thread pool",
                        Instant.EPOCH,
                        trace,
                        Report.Look.DEFAULT),
                file);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    @Test
    void columnsAreThosePromised() throws IOException {
        assertThat(written(trace()).getFirst().getHeader())
                .containsExactly(
                        ("task,site,kind,model,worker,outcome,status,bytes,start_ms,end_ms,"
                             + "duration_ms,queued_ms,ready_ms,lease_ms,dns_ms,connect_ms,"
                             + "tls_ms,send_ms,wait_ms,receive_ms,compute_ms,pause_ms,cpu_ms,"
                             + "connection,reused,error")
                                .split(",", -1));
    }

    @Test
    void timesHaveThreeDecimalsAndAPointInAnyLocale() throws IOException {
        NamedCsvRecord first = written(trace()).getFirst();
        assertThat(first.getFields())
                .containsExactly(
                        "1",
                        "lab:/delay/300",
                        "fetch",
                        "thread-pool",
                        "pool-1",
                        "answered",
                        "200",
                        "1000",
                        "2.000",
                        "301.125",
                        "301.125",
                        "1.500",
                        "",
                        "0.500",
                        "",
                        "1.000",
                        "",
                        "0.250",
                        "296.750",
                        "1.125",
                        "",
                        "",
                        "",
                        "c-1",
                        "false",
                        "");
    }

    @Test
    void phasesAreSummedOverRepeatsAndAddUpToTheDuration() throws IOException {
        NamedCsvRecord redirected = written(trace()).get(1);
        assertThat(redirected.getField("wait_ms")).isEqualTo("140.000");
        assertThat(redirected.getField("receive_ms")).isEqualTo("15.000");
        assertThat(redirected.getField("reused")).isEqualTo("true");
        double sum = 0;
        for (Phase phase : Phase.values()) {
            String cell = redirected.getField(phase.name().toLowerCase(Locale.ROOT) + "_ms");
            sum += cell.isEmpty() ? 0 : Double.parseDouble(cell);
        }
        assertThat(sum).isEqualTo(Double.parseDouble(redirected.getField("duration_ms")));
    }

    @Test
    void failureHasItsSentenceAndNoStatus() throws IOException {
        NamedCsvRecord failed = written(trace()).get(2);
        assertThat(failed.getField("outcome")).isEqualTo("failed");
        assertThat(failed.getField("status")).isEmpty();
        assertThat(failed.getField("start_ms")).as("it was never worked on").isEmpty();
        assertThat(failed.getField("error")).isEqualTo("The task closed early. Try again.");
    }

    @Test
    void aTaskThatFailedHasTheBytesThatCame() throws IOException {
        Trace trace =
                Story.of(SITES)
                        .note(0, Exchange.begin(0, 0, "u").on("c-1", false).received(70))
                        .note(0, Exchange.begin(1, 0, "u").on("c-1", true).received(7))
                        .failed(0, Failure.CLOSED_EARLY, 50)
                        .finished();
        assertThat(written(trace).getFirst().getField("bytes")).isEqualTo("77");
    }

    @Test
    void noWrittenTextOfSomebodyElsesIsAFormula() throws IOException {
        Story story = Story.of(SITES);
        story.carriedBy(0, story.hire("+worker", WorkerTrack.Role.THREAD))
                .note(0, Exchange.begin(0, 0, "u").on("@connection", false))
                .end(0, new Outcome.Failed(Failure.CLOSED_EARLY, "=HYPERLINK(\"x\")"), 50);
        NamedCsvRecord row = written(story.finished()).getFirst();
        assertThat(row.getField("worker")).isEqualTo("'+worker");
        assertThat(row.getField("connection")).isEqualTo("'@connection");
        assertThat(row.getField("error")).isEqualTo("'=HYPERLINK(\"x\")");
    }

    @Test
    void taskThatGoesOnHasNoEnd() throws IOException {
        NamedCsvRecord running = written(Story.of(SITES).enter(0, Phase.WAIT, 0).live()).getFirst();
        assertThat(running.getField("outcome")).isEqualTo("running");
        assertThat(running.getField("end_ms")).isEmpty();
    }

    @Test
    void linesEndAsTheStandardSays() throws IOException {
        written(trace());
        assertThat(Files.readString(folder.resolve("run.csv")))
                .endsWith("\r\n")
                .contains("error\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void formulaIsMadeHarmless(String text) {
        assertThat(Csv.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lab:/a=b", "https://example.org"})
    void otherTextStaysAsItIs(String text) {
        assertThat(Csv.harmless(text)).isEqualTo(text);
    }
}
