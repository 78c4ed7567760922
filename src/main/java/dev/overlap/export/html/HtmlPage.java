package dev.overlap.export.html;

import dev.overlap.comparison.VariantResult;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.report.slide.AwtTextMetrics;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes one HTML file that needs nothing else: the chart of a run or a comparison, to explore and
 * to replay. A policy in the page forbids it to load anything.
 */
public final class HtmlPage implements ReportFormat {

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public String label() {
        return "HTML page";
    }

    @Override
    public boolean isPicture() {
        return false;
    }

    @Override
    public void write(RunReport report, OutputStream out) throws IOException {
        Map<String, Object> data = data(null);
        Trace trace = report.trace();
        data.put(
                "runs",
                List.of(
                        RunData.of(
                                report.modelName(), trace, report.guessNanos(), SizeLimits.of(1))));
        String picture =
                StillPicture.of(List.of(new StillPicture.Named(report.modelName(), trace)));
        new PageTemplate()
                .put("title", HtmlText.escaped(report.modelName()))
                .put("header", PageParts.header(report))
                .put("picture", picture)
                .put("tables", "")
                .put("about", PageParts.about(report.plan(), report.modelName()))
                .put("data", HtmlText.json(data))
                .write(out);
    }

    /**
     * Writes a comparison.
     *
     * @throws IOException with a message, if no run has finished, if its chart cannot be laid out
     *     on this machine, or as thrown by the stream
     */
    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        List<VariantResult> drawn = DrawnVariants.of(report.comparison());
        if (drawn.isEmpty()) {
            throw new IOException("No run has finished, so there is nothing to draw.");
        }
        AwtTextMetrics metrics = AwtTextMetrics.load();
        Map<String, Object> data =
                data(
                        report.isSweep()
                                ? SweepData.of(report, metrics)
                                : ComparisonData.of(report, metrics));
        data.put("runs", runs(report, drawn));
        new PageTemplate()
                .put("title", HtmlText.escaped(report.title()))
                .put("header", PageParts.header(report))
                .put("picture", StillPicture.of(drawn.stream().map(HtmlPage::named).toList()))
                .put("tables", PageParts.table(report))
                .put("about", PageParts.about(report))
                .put("data", HtmlText.json(data))
                .write(out);
    }

    private static Map<String, Object> data(@Nullable Map<String, Object> comparison) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("themes", ThemeData.themes());
        data.put("phases", ThemeData.phases());
        if (comparison != null) {
            data.put("comparison", comparison);
        }
        return data;
    }

    private static List<Map<String, Object>> runs(
            ComparisonReport report, List<VariantResult> drawn) {
        SizeLimits limits = SizeLimits.of(drawn.size());
        List<Map<String, Object>> runs = new ArrayList<>();
        for (VariantResult result : drawn) {
            Long guess = report.guesses().of(result.variant().plan().model());
            Map<String, Object> run =
                    RunData.of(
                            result.variant().name(),
                            DrawnVariants.trace(result),
                            guess == null ? -1 : guess,
                            limits);
            if (!runs.isEmpty() && Objects.equals(run.get("names"), runs.getFirst().get("names"))) {
                run.remove("names");
            }
            runs.add(run);
        }
        return runs;
    }

    private static StillPicture.Named named(VariantResult result) {
        return new StillPicture.Named(result.variant().name(), DrawnVariants.trace(result));
    }
}
