package dev.overlap.export.html;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.VariantResult;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.Theme;
import dev.overlap.render.comparison.SweepFrame;
import dev.overlap.render.comparison.SweepLayout;
import dev.overlap.render.comparison.SweepPainter;
import dev.overlap.report.ComparisonReport;
import dev.overlap.text.PageText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A worker sweep as the data of a page: the drawing as a display list, and where its points are.
 */
final class SweepData {

    private static final double HEIGHT = 600;

    private SweepData() {}

    static Map<String, Object> of(ComparisonReport report, TextMetrics metrics) {
        SweepPainter painter = new SweepPainter(metrics);
        SweepFrame frame = SweepFrame.of(report.comparison(), "");
        SweepLayout layout = painter.paint(new DisplayList(metrics), frame, target(Theme.LIGHT));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", PageText.ALL_NUMBERS);
        data.put("alternative", PageText.SWEEP_ALTERNATIVE);
        data.put("width", ComparisonData.WIDTH);
        data.put("height", HEIGHT);
        data.put("reach", 0);
        data.put("panels", null);
        data.put("points", points(report.comparison(), layout));
        data.put(
                "frame",
                DisplayList.record(
                        metrics,
                        (surface, theme) -> painter.paint(surface, frame, target(theme)),
                        _ -> true));
        return data;
    }

    private static PaintTarget target(Theme theme) {
        return new PaintTarget(ComparisonData.WIDTH, HEIGHT, 0.5, theme);
    }

    private static List<Map<String, Object>> points(Comparison comparison, SweepLayout layout) {
        List<VariantResult> runs = DrawnVariants.of(comparison);
        List<Map<String, Object>> points = new ArrayList<>();
        for (int i = 0; i < comparison.entries().size(); i++) {
            int run = runs.indexOf(comparison.entries().get(i));
            if (run >= 0) {
                points.add(Map.of("x", layout.xOf(i), "run", run));
            }
        }
        return points;
    }
}
