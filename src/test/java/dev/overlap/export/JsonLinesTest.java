package dev.overlap.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Plan;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;

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
                        "phases":{"queued_ms":2.000,"ready_ms":null,"lease_ms":null,\
                        "dns_ms":null,"connect_ms":1.250,"tls_ms":null,"send_ms":null,\
                        "wait_ms":8.750,"receive_ms":null,"compute_ms":null,"pause_ms":null},\
                        "cpu_ms":null,"connection":"c-1","reused":true,"error":null,\
                        "exchanges":[{"url":"u","status":200,"connection":"c-1","reused":true,\
                        "version":"HTTP/1.1","bytes":7}]}\
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
                        ("model,begun,tasks,answered,computed,failed,cancelled,wall_ms,work_ms,cpu_ms,"
                             + "gain,longest_ms,longest_task,peak_in_flight,mean_in_flight,threads,"
                             + "virtual_threads,processes,loops,start_up_ms,process_cpu_ms,"
                             + "hand_overs_by_choice,hand_overs_by_force")
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
    }
}
