package dev.overlap.export.html;

import dev.overlap.report.RunReport;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Runs with everything that a timeline draws. */
final class PageTraces {

    private PageTraces() {}

    /** Returns the report of a run. */
    static RunReport report(Trace trace, String... sites) {
        return new RunReport(
                TraceBuilder.plan("threads", sites),
                "Threads",
                Instant.EPOCH,
                trace,
                RunReport.Look.DEFAULT);
    }

    /** A loop that a step holds, redirects, and every outcome. */
    static Trace loop() {
        TraceBuilder trace =
                TraceBuilder.of("lab:/a", "https://example.org/b", "lab:/c", "lab:/d", "cpu:1s");
        int loop = trace.addWorker("loop", Role.LOOP);
        trace.fetch(0, 1, 12, 300, 321).carriedBy(0, loop).busy(loop, 0, 1, 2.5);
        redirected(trace, loop);
        trace.enter(2, Phase.READY, 30).carriedBy(2, loop).enter(2, Phase.WAIT, 95);
        trace.failed(2, FailureKind.RESET, 250);
        trace.enter(3, Phase.BLOCKED, 5).enter(3, Phase.PAUSE, 90).carriedBy(3, loop);
        trace.end(3, new Outcome.Cancelled(), 200);
        trace.enter(4, Phase.COMPUTE, 330).end(4, new Outcome.Computed(), 900);
        trace.carriedBy(4, loop);
        for (int i = 0; i < 400; i++) {
            trace.busy(loop, i % 4, 330 + i * 0.3, 330 + i * 0.3 + 0.05);
        }
        return trace.finished();
    }

    private static void redirected(TraceBuilder trace, int loop) {
        trace.fetch(1, 3, 20, 60, 260.5).carriedBy(1, loop).busy(loop, 1, 40, 90);
        List<Double> begins = List.of(3.0, 70.0, 72.5, 120.0);
        for (int i = 0; i < begins.size(); i++) {
            long start = Math.round(begins.get(i) * 1e6);
            int status = i == 2 ? 307 : 302;
            trace.note(
                    1,
                    Exchange.begin(i, start, "/").replied("1.1", status, Double.NaN, Double.NaN));
        }
    }

    /** Processes that start up, and a pool in which tasks queue. */
    static Trace pool() {
        TraceBuilder trace = new TraceBuilder(Collections.nCopies(9, "cpu:200ms"));
        for (int worker = 0; worker < 3; worker++) {
            trace.addWorker("process-" + (worker + 1), Role.PROCESS);
            trace.startUp(worker, 0, 120 + worker * 33.3);
        }
        for (int task = 0; task < 9; task++) {
            double begin = 200 + Math.floorDiv(task, 3) * 210.123;
            trace.carriedBy(task, task % 3).enter(task, Phase.COMPUTE, begin);
            trace.busy(task % 3, task, begin, begin + 205);
            trace.end(task, new Outcome.Computed(), begin + 205);
        }
        return trace.finished();
    }

    /** Many tasks with many short phases. */
    static Trace many(int tasks, int phases) {
        Random random = new Random(7);
        TraceBuilder trace = new TraceBuilder(Collections.nCopies(tasks, "lab:/delay/100"));
        trace.addWorker("loop", Role.LOOP);
        Phase[] all = Phase.values();
        for (int task = 0; task < tasks; task++) {
            double at = task;
            for (int i = 0; i < phases; i++) {
                at += random.nextDouble() * 3;
                trace.enter(task, all[random.nextInt(all.length)], at);
            }
            trace.carriedBy(task, 0).answered(task, 200, at + 1);
        }
        return trace.finished();
    }

    /** Names that would break out of the place in which they are written. */
    static List<String> hostile() {
        return Stream.of(
                        "</script><script>window.hacked=1</script>",
                        "<img src=x onerror=window.hacked=1>",
                        "<!--<script>",
                        "\"'`${document.title}\\",
                        "a\u2028b\u2029c",
                        "\u202egpj.exe\u202c\u2066x",
                        "&lt;b&gt;&amp;",
                        "]]>\u0000\u001b[31m\ud800",
                        "-->")
                .map(name -> "lab:/" + name)
                .toList();
    }
}
