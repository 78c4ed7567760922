package dev.overlap.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.report.RunReport;
import dev.overlap.testkit.TraceBuilder;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Checks the page as a file, without a browser. */
class HtmlPageTest {

    private static String page(RunReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HtmlPage().write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static RunReport report(TraceBuilder trace, String... sites) {
        return new RunReport(
                TraceBuilder.plan("threads", sites),
                "Threads",
                Instant.EPOCH,
                trace.finished(),
                RunReport.Look.DEFAULT);
    }

    @Test
    void pageHoldsWhatWasRun() throws IOException {
        String page = page(report(TraceBuilder.of("lab:/a").fetch(0, 0, 10, 20, 30), "lab:/a"));
        assertThat(page).contains("Threads", "1 task", "timeout 10 s", "1 January 1970");
    }
}
