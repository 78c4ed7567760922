package dev.overlap.export;

import static dev.overlap.testkit.Urls.url;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.address.Address;
import dev.overlap.report.RunReport;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.CollectRule;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

class CsvTest {

    private static final String[] SITES = {"lab:/delay/300", "lab:/redirect/1", "lab:/a"};

    @TempDir private Path folder;
    private final Locale defaultLocale = Locale.getDefault();

    @BeforeEach
    void useALocaleWithDecimalComma() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(defaultLocale);
    }

    private static Trace trace() {
        TraceBuilder traceBuilder = TraceBuilder.of(SITES);
        int worker = traceBuilder.addWorker("pool-1", WorkerTrack.Role.THREAD);
        traceBuilder
                .carriedBy(0, worker)
                .enter(0, Phase.LEASE, 1.5)
                .enter(0, Phase.CONNECT, 2)
                .enter(0, Phase.SEND, 3)
                .enter(0, Phase.WAIT, 3.25)
                .enter(0, Phase.RECEIVE, 300)
                .note(0, Exchange.begin(0, 2_000_000, "u").on("c-1", false))
                .answered(0, 200, 301.125);
        traceBuilder
                .enter(1, Phase.WAIT, 1)
                .enter(1, Phase.RECEIVE, 101)
                .enter(1, Phase.WAIT, 111)
                .enter(1, Phase.RECEIVE, 151)
                .note(1, Exchange.begin(0, 0, "u").on("c-2", false))
                .note(1, Exchange.begin(1, 0, "u").on("c-2", true))
                .answered(1, 200, 156);
        return traceBuilder.failed(2, FailureKind.CLOSED_EARLY, 50).finished();
    }

    private List<NamedCsvRecord> written(Trace trace) throws IOException {
        return written(TraceBuilder.plan("thread-pool", SITES[0], SITES[1], SITES[0]), trace);
    }

    private List<NamedCsvRecord> written(Plan plan, Trace trace) throws IOException {
        Path file = folder.resolve("run.csv");
        ReportWriter.write(
                new RunReport(plan, "Thread pool", Instant.EPOCH, trace, RunReport.Look.DEFAULT),
                file);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    /** A plan of one site with an arbitrary label. */
    private static Plan planOf(String model, String label) {
        return planOf(model, StepSequence.of(fetch(label)));
    }

    private static Step fetch(String label) {
        return new Step.Fetch(new Address.Web(url("https://a.example/"), label));
    }

    private static Plan planOf(String model, StepSequence steps) {
        SiteLine line = new SiteLine(steps.label(), new LineMeaning.Entry(steps, 1, true));
        return new Plan(new SiteList(List.of(line)), model, Settings.DEFAULT);
    }

    @Test
    void columnsAreAsDocumented() throws IOException {
        assertThat(written(trace()).getFirst().getHeader())
                .containsExactly(
                        ("task,site,steps,kind,model,worker,outcome,status,bytes,start_ms,end_ms,"
                             + "duration_ms,queued_ms,ready_ms,blocked_ms,lease_ms,dns_ms,connect_ms,"
                             + "tls_ms,send_ms,wait_ms,receive_ms,compute_ms,pause_ms,await_ms,cpu_ms,"
                             + "connection,reused,error,collected_ms")
                                .split(",", -1));
    }

    @Test
    void theLastColumnIsWhenTheProgramHadTheResult() throws IOException {
        TraceBuilder builder = TraceBuilder.of(SITES).collects(CollectRule.EACH);
        builder.answered(0, 200, 40).answered(1, 200, 10).failed(2, FailureKind.RESET, 20);

        assertThat(written(builder.collected(0, 40.125).collected(1, 40.125).finished()))
                .extracting(row -> row.getField("collected_ms"))
                .containsExactly("40.125", "40.125", "");
    }

    @Test
    void timesHaveThreeDecimalsAndADecimalPointInAnyLocale() throws IOException {
        NamedCsvRecord first = written(trace()).getFirst();
        assertThat(first.getFields())
                .containsExactly(
                        "1",
                        "lab:/delay/300",
                        "",
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
                        "",
                        "c-1",
                        "false",
                        "",
                        "");
    }

    @Test
    void phasesAreSummedOverRepetitionsAndAddUpToTheDuration() throws IOException {
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
    void failureHasItsMessageAndNoStatus() throws IOException {
        NamedCsvRecord failed = written(trace()).get(2);
        assertThat(failed.getField("outcome")).isEqualTo("failed");
        assertThat(failed.getField("status")).isEmpty();
        assertThat(failed.getField("start_ms")).as("it was never worked on").isEmpty();
        assertThat(failed.getField("error")).isEqualTo("The task closed early. Try again.");
    }

    @Test
    void failedTaskHasTheBytesReceived() throws IOException {
        Trace trace =
                TraceBuilder.of(SITES)
                        .note(0, Exchange.begin(0, 0, "u").on("c-1", false).received(70))
                        .note(0, Exchange.begin(1, 0, "u").on("c-1", true).received(7))
                        .failed(0, FailureKind.CLOSED_EARLY, 50)
                        .finished();
        assertThat(written(trace).getFirst().getField("bytes")).isEqualTo("77");
    }

    @Test
    void severalStepsAreTheFirstOneAndTheRest() throws IOException {
        Step sleep = new Step.Sleep(Duration.ofMillis(20));
        Step lock = new Step.Lock("a", StepSequence.of(sleep, new Step.Put("q")));
        StepSequence steps = StepSequence.of(lock, fetch("-x"), sleep);
        Trace trace =
                TraceBuilder.of(steps.label())
                        .enter(0, Phase.BLOCKED, 5)
                        .enter(0, Phase.PAUSE, 35.5)
                        .end(0, new Outcome.Done(), 60)
                        .finished();

        NamedCsvRecord row = written(planOf("threads", steps), trace).getFirst();

        assertThat(row.getField("site")).isEqualTo("lock:a { sleep:20ms -> put:q }");
        assertThat(row.getField("steps")).isEqualTo("'-x -> sleep:20ms");
        assertThat(row.getField("kind")).isEqualTo("steps");
        assertThat(row.getField("outcome")).isEqualTo("done");
        assertThat(row.getField("blocked_ms")).isEqualTo("30.500");
        assertThat(row.getField("start_ms")).as("waiting is no work").isEqualTo("35.500");
    }

    @Test
    void aLockIsASequenceOfStepsEvenIfNothingFollowsIt() throws IOException {
        StepSequence steps =
                StepSequence.of(new Step.Lock("a", StepSequence.of(new Step.Take("q"))));
        Trace trace = TraceBuilder.of("a").end(0, new Outcome.Done(), 1).finished();
        NamedCsvRecord row = written(planOf("threads", steps), trace).getFirst();
        assertThat(row.getField("site")).isEqualTo("lock:a { take:q }");
        assertThat(row.getField("steps")).isEmpty();
        assertThat(row.getField("kind")).isEqualTo("steps");
    }

    @Test
    void noForeignTextIsWrittenAsAFormula() throws IOException {
        TraceBuilder traceBuilder = TraceBuilder.of(SITES);
        traceBuilder
                .carriedBy(0, traceBuilder.addWorker("+worker", WorkerTrack.Role.THREAD))
                .note(0, Exchange.begin(0, 0, "u").on("@connection", false))
                .end(0, new Outcome.Failed(FailureKind.CLOSED_EARLY, "=HYPERLINK(\"x\")"), 50);
        NamedCsvRecord row = written(traceBuilder.finished()).getFirst();
        assertThat(row.getField("worker")).isEqualTo("'+worker");
        assertThat(row.getField("connection")).isEqualTo("'@connection");
        assertThat(row.getField("error")).isEqualTo("'=HYPERLINK(\"x\")");
    }

    @Test
    void runningTaskHasNoEnd() throws IOException {
        NamedCsvRecord running =
                written(TraceBuilder.of(SITES).enter(0, Phase.WAIT, 0).live()).getFirst();
        assertThat(running.getField("outcome")).isEqualTo("running");
        assertThat(running.getField("end_ms")).isEmpty();
    }

    @Test
    void linesEndAccordingToTheStandard() throws IOException {
        written(trace());
        assertThat(Files.readString(folder.resolve("run.csv")))
                .endsWith("\r\n")
                .contains("collected_ms\r\n");
    }

    /** Every cell that may contain foreign text, as written to the file. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void noCellOfAFileIsAFormula(String text) throws IOException {
        TraceBuilder traceBuilder = TraceBuilder.of(text);
        int worker = traceBuilder.addWorker(text, WorkerTrack.Role.THREAD);
        traceBuilder
                .carriedBy(0, worker)
                .enter(0, Phase.WAIT, 1)
                .note(0, Exchange.begin(0, 0, "u").on(text, false))
                .end(0, new Outcome.Failed(FailureKind.RESET, text), 2);

        NamedCsvRecord row = written(planOf(text, text), traceBuilder.finished()).getFirst();

        for (String column : List.of("site", "model", "worker", "connection", "error")) {
            assertThat(row.getField(column)).as(column).isEqualTo("'" + text);
        }
        assertThat(row.getFields()).allMatch(cell -> cell.isEmpty() || !isFormula(cell));
    }

    private static boolean isFormula(String cell) {
        return "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    }

    /** RFC 4180, section 2, rules 5 to 7. */
    @Test
    void quotesCommasAndLineBreaksAreParsedUnchanged() throws IOException {
        String odd = "He said \"no\", twice.\r\nAnd again;\nthen left.";
        TraceBuilder traceBuilder =
                TraceBuilder.of(odd).end(0, new Outcome.Failed(FailureKind.RESET, odd), 2);

        List<NamedCsvRecord> rows = written(planOf("m,\"1\"", odd), traceBuilder.finished());

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().getField("site")).isEqualTo(odd);
        assertThat(rows.getFirst().getField("error")).isEqualTo(odd);
        assertThat(rows.getFirst().getField("model")).isEqualTo("m,\"1\"");
        assertThat(Files.readString(folder.resolve("run.csv")))
                .contains(
                        "\"m,\"\"1\"\"\"",
                        "\"He said \"\"no\"\", twice.\r\nAnd again;\nthen left.\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void formulaIsEscaped(String text) {
        assertThat(FormulaGuard.escape(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lab:/a=b", "https://example.org"})
    void otherTextIsUnchanged(String text) {
        assertThat(FormulaGuard.escape(text)).isEqualTo(text);
    }
}
