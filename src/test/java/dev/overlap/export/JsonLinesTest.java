package dev.overlap.export;

import static dev.overlap.testkit.Urls.url;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class JsonLinesTest {

    private static final Plan PLAN =
            TraceBuilder.plan("thread-pool", "lab:/a", "https://bücher.example/");

    private static Trace trace() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/a", "https://bücher.example/");
        int worker = traceBuilder.addWorker("pool-1", WorkerTrack.Role.THREAD);
        traceBuilder
                .carriedBy(0, worker)
                .enter(0, Phase.CONNECT, 2)
                .enter(0, Phase.WAIT, 3.25)
                .note(
                        0,
                        Exchange.begin(0, 2_000_000, "u")
                                .on("c-1", true)
                                .replied("HTTP/1.1", 200, 1, Double.NaN)
                                .received(7))
                .answered(0, 200, 12);
        return traceBuilder.failed(1, FailureKind.CLOSED_EARLY, 50).finished();
    }

    @Test
    void aTaskIsOneLineWithItsFieldsInOrder() {
        assertThat(JsonLines.task("thread-pool", trace(), PLAN.tasks().getFirst()))
                .isEqualTo(
                        """
                        {"task":1,"site":"lab:/a","kind":"fetch","model":"thread-pool",\
                        "worker":"pool-1","outcome":"answered","status":200,"bytes":1000,\
                        "start_ms":2.000,"end_ms":12.000,"duration_ms":12.000,\
                        "phases":{"queued_ms":2.000,"ready_ms":null,"blocked_ms":null,"lease_ms":null,\
                        "dns_ms":null,"connect_ms":1.250,"tls_ms":null,"send_ms":null,\
                        "wait_ms":8.750,"receive_ms":null,"compute_ms":null,"pause_ms":null,"await_ms":null},\
                        "cpu_ms":null,"connection":"c-1","reused":true,"error":null,\
                        "exchanges":[{"url":"u","status":200,"connection":"c-1","reused":true,\
                        "version":"HTTP/1.1","bytes":7,"attempts":[]}],"steps":[],"collected_ms":null}\
                        """);
    }

    @Test
    void missingValuesAreNullAndTextIsAscii() {
        String line = JsonLines.task("thread-pool", trace(), PLAN.tasks().getLast());
        JsonNode task = JsonMapper.shared().readTree(line);
        assertThat(line).isASCII();
        assertThat(task.get("site").stringValue()).isEqualTo("https://bücher.example/");
        assertThat(task.get("status").isNull()).isTrue();
        assertThat(task.get("worker").isNull()).isTrue();
        assertThat(task.get("error").stringValue()).isNotEmpty();
        assertThat(task.get("exchanges").size()).isZero();
    }

    @Test
    void attemptsToConnectStandWithTheirExchange() {
        ConnectAttempt closed = ConnectAttempt.begin(1, 0, "192.0.2.1", 2_000_000);
        ConnectAttempt refused = ConnectAttempt.begin(1, 1, "::1", 252_000_000);
        TraceBuilder traceBuilder =
                TraceBuilder.of("lab:/a", "lab:/b")
                        .note(0, Exchange.begin(0, 0, "u"))
                        .note(0, Exchange.begin(1, 0, "v"))
                        .note(0, closed.ended(253_000_000, new ConnectAttempt.Closed()))
                        .note(0, refused)
                        .note(
                                0,
                                refused.ended(
                                        252_500_000,
                                        new ConnectAttempt.Failed(FailureKind.REFUSED)))
                        .note(0, ConnectAttempt.begin(1, 2, "192.0.2.2", 252_600_000))
                        .answered(0, 200, 300)
                        .failed(1, FailureKind.RESET, 50);
        assertThat(JsonLines.task("m", traceBuilder.finished(), PLAN.tasks().getFirst()))
                .contains("\"attempts\":[]},{")
                .endsWith(
                        """
                        "attempts":[\
                        {"address":"192.0.2.1","begin_ms":2.000,"end_ms":253.000,"result":"closed"},\
                        {"address":"::1","begin_ms":252.000,"end_ms":252.500,"result":"refused"},\
                        {"address":"192.0.2.2","begin_ms":252.600,"end_ms":null,"result":"pending"}\
                        ]}],"steps":[],"collected_ms":null}\
                        """);
    }

    @Test
    void exchangeWithoutAResponseHasNoStatusAndNoVersion() {
        Trace trace =
                TraceBuilder.of("lab:/a", "lab:/b")
                        .note(0, Exchange.begin(0, 0, "u").on("c-1", false))
                        .failed(0, FailureKind.CLOSED_EARLY, 50)
                        .finished();
        JsonNode exchange =
                JsonMapper.shared()
                        .readTree(JsonLines.task("m", trace, PLAN.tasks().getFirst()))
                        .get("exchanges")
                        .get(0);
        assertThat(exchange.get("status").isNull()).isTrue();
        assertThat(exchange.get("version").isNull()).isTrue();
        assertThat(exchange.get("connection").stringValue()).isEqualTo("c-1");
    }

    @Test
    void summaryContainsCountsAndTimes() {
        RunReport report =
                new RunReport(PLAN, "Thread pool", Instant.EPOCH, trace(), RunReport.Look.DEFAULT);
        JsonNode summary = JsonMapper.shared().readTree(JsonLines.summary(report)).get("summary");
        assertThat(summary.propertyNames())
                .containsExactly(
                        ("model,begun,tasks,answered,computed,done,failed,cancelled,wall_ms,work_ms,cpu_ms,"
                             + "gain,longest_ms,longest_task,peak_in_flight,mean_in_flight,threads,"
                             + "virtual_threads,processes,loops,start_up_ms,process_cpu_ms,"
                             + "hand_overs_by_choice,hand_overs_by_force,lab_late_ms,machine_busy,resources,"
                             + "first_result_ms")
                                .split(","));
        assertThat(summary.get("model").stringValue()).isEqualTo("thread-pool");
        assertThat(summary.get("begun").stringValue()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(summary.get("tasks").intValue()).isEqualTo(2);
        assertThat(summary.get("answered").intValue()).isOne();
        assertThat(summary.get("failed").intValue()).isOne();
        assertThat(summary.get("wall_ms").decimalValue()).isEqualByComparingTo("50");
        assertThat(summary.get("longest_task").intValue()).isOne();
        assertThat(summary.get("threads").intValue()).isOne();
        assertThat(summary.get("processes").intValue()).isZero();
        assertThat(summary.get("start_up_ms").decimalValue()).isEqualByComparingTo("0");
        assertThat(summary.get("process_cpu_ms").isNull()).isTrue();
        assertThat(summary.get("hand_overs_by_choice").intValue()).isZero();
        assertThat(summary.get("hand_overs_by_force").isNull()).isTrue();
        assertThat(summary.get("lab_late_ms").isNull()).isTrue();
        assertThat(summary.get("machine_busy").booleanValue()).isFalse();
        assertThat(summary.get("done").intValue()).isZero();
        assertThat(summary.get("resources").isEmpty()).isTrue();
    }

    private static Plan planOf(StepSequence steps) {
        SiteLine line = new SiteLine(steps.label(), new LineMeaning.Entry(steps, 1, true));
        return new Plan(new SiteList(List.of(line)), "threads", Settings.DEFAULT);
    }

    private static Step sleep(long millis) {
        return new Step.Sleep(Duration.ofMillis(millis));
    }

    private static Step fetch(String label) {
        return new Step.Fetch(new Address.Web(url("https://a.example/"), label));
    }

    @Test
    void stepsAreListedWithTheirOwnTimes() {
        Step permit = new Step.Permit("db", 2, StepSequence.of(fetch("lab:/x")));
        Plan plan = planOf(StepSequence.of(sleep(10), new Step.Lock("a", StepSequence.of(permit))));
        TraceBuilder builder = TraceBuilder.of("a");
        builder.enter(0, Phase.PAUSE, 1).beginStep(0, 0, 1).endStep(0, 0, 11);
        builder.beginStep(0, 1, 11).enter(0, Phase.BLOCKED, 11).enter(0, Phase.READY, 20);
        builder.beginStep(0, 2, 21).beginStep(0, 3, 21).enter(0, Phase.LEASE, 21);
        builder.note(0, Exchange.begin(0, 21_000_000, "u").replied("HTTP/1.1", 503, 1, Double.NaN))
                .enter(0, Phase.WAIT, 22)
                .failed(0, FailureKind.TIMED_OUT, 30);
        String line = JsonLines.task("threads", builder.finished(), plan.tasks().getFirst());

        assertThat(line).contains("\"site\":\"sleep:10ms\",\"kind\":\"steps\"");
        assertThat(withoutNullPhases(line))
                .endsWith(
                        """
                        "steps":[{"step":"sleep:10ms","begin_ms":1.000,"end_ms":11.000,\
                        "phases":{"pause_ms":10.000},"status":null,"error":null},\
                        {"step":"lock:a","begin_ms":11.000,"end_ms":30.000,\
                        "phases":{"ready_ms":1.000,"blocked_ms":9.000},"status":null,"error":null},\
                        {"step":"permit:db/2","begin_ms":21.000,"end_ms":30.000,\
                        "phases":{},"status":null,"error":null},\
                        {"step":"lab:/x","begin_ms":21.000,"end_ms":30.000,\
                        "phases":{"lease_ms":1.000,"wait_ms":8.000},"status":503,\
                        "error":"The task timed out. Try again."}]}\
                        """);
    }

    private static String withoutNullPhases(String line) {
        return line.replaceAll("\"[a-z]+_ms\":null,?", "").replace(",}", "}");
    }

    @Test
    void aStepThatHasNotEndedHasNoEnd() {
        Plan plan = planOf(StepSequence.of(sleep(10), sleep(20)));
        TraceBuilder builder = TraceBuilder.of("a").enter(0, Phase.PAUSE, 0).beginStep(0, 0, 0);
        JsonNode steps =
                JsonMapper.shared()
                        .readTree(JsonLines.task("m", builder.live(), plan.tasks().getFirst()))
                        .get("steps");
        assertThat(steps.size()).isOne();
        assertThat(steps.get(0).get("end_ms").isNull()).isTrue();
        assertThat(steps.get(0).get("error").isNull()).isTrue();
    }

    @Test
    void theFirstResultIsThatOfATaskThatSucceeded() {
        TraceBuilder builder = TraceBuilder.of("a", "b").failed(0, FailureKind.RESET, 10);
        builder.answered(1, 200, 30).collected(0, 11).collected(1, 30.5);
        RunReport report =
                new RunReport(PLAN, "T", Instant.EPOCH, builder.finished(), RunReport.Look.DEFAULT);

        assertThat(JsonLines.summary(report)).endsWith(",\"first_result_ms\":30.500}}");
        assertThat(JsonLines.task(PLAN, builder.finished(), 0))
                .endsWith(",\"collected_ms\":11.000}");
    }

    @Test
    void summaryHasWhatTasksShare() {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        int queue = builder.addResource("orders", ResourceTrack.Type.QUEUE, 3);
        int counter = builder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        int copied = builder.addResource("own", ResourceTrack.Type.COUNTER, 1);
        builder.hold(lock, 0, 0, 0, 30).hold(lock, 1, 10, 30, 50).put(queue, 0, 30, 35);
        builder.counted(counter, -1, 10, 5);
        builder.counted(copied, -1, 0, 0).counted(copied, 3, 4, 4).counted(copied, 4, 3, 3);
        builder.end(0, new Outcome.Done(), 40).end(1, new Outcome.Done(), 60);
        RunReport report =
                new RunReport(PLAN, "T", Instant.EPOCH, builder.finished(), RunReport.Look.DEFAULT);

        String summary = JsonLines.summary(report);

        assertThat(summary).contains("\"done\":2").contains("\"work_ms\":null");
        assertThat(summary)
                .endsWith(
                        """
                        "resources":[{"name":"account","kind":"lock","held_ms":50.000,"waited_ms":20.000,\
                        "most_waiting":1,"expected":null,"got":null,"copies":null},\
                        {"name":"orders","kind":"queue","held_ms":null,"waited_ms":5.000,\
                        "most_waiting":1,"expected":null,"got":null,"copies":null},\
                        {"name":"hits","kind":"counter","held_ms":null,"waited_ms":null,\
                        "most_waiting":null,"expected":10,"got":5,"copies":[]},\
                        {"name":"own","kind":"counter","held_ms":null,"waited_ms":null,\
                        "most_waiting":null,"expected":7,"got":0,"copies":[4,3]}],"first_result_ms":null}}\
                        """);
    }
}
