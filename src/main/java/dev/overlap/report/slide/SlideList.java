package dev.overlap.report.slide;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.render.Surface;
import dev.overlap.render.Surface.Align;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.text.DirectionMarks;
import dev.overlap.text.ExportText;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The list beside a chart: a line of text for each of its lines that count, without user names and
 * passwords, as many as there is room for.
 */
final class SlideList {

    private static final double LINE = 18;

    /** The title is on the height of the chart's legend. */
    private static final double FIRST_BASELINE = 21;

    private final List<String> lines;
    private final TextFitter textFitter;

    SlideList(SiteList list, TextMetrics metrics) {
        List<SiteLine> masked = list.withoutSecrets().lines();
        this.lines =
                IntStream.range(0, masked.size())
                        .filter(index -> counts(list.lines().get(index)))
                        .mapToObj(index -> masked.get(index).text().strip())
                        .toList();
        this.textFitter = new TextFitter(metrics);
    }

    private static boolean counts(SiteLine line) {
        return switch (line.meaning()) {
            case LineMeaning.Entry entry -> entry.on();
            case LineMeaning.Queue _ -> true;
            case LineMeaning.Nothing _, LineMeaning.Problem _ -> false;
        };
    }

    /** Paints the list, if the slide has one. */
    void paint(Surface surface, Theme theme, SlideSize size) {
        if (!size.hasList()) {
            return;
        }
        double left = size.listLeft();
        double baseline = size.top() + FIRST_BASELINE;
        surface.text(
                ExportText.LIST_TITLE, left, baseline, TextStyle.STRONG, Align.LEFT, theme.text());
        int room = (int) ((size.chartHeight() - FIRST_BASELINE) / LINE);
        int shown = lines.size() <= room ? lines.size() : Math.max(0, room - 1);
        for (String line : lines.subList(0, shown)) {
            baseline += LINE;
            String text = DirectionMarks.leftToRight(line);
            String fitted = textFitter.fit(text, TextStyle.LABEL, size.listWidth());
            surface.text(fitted, left, baseline, TextStyle.LABEL, Align.LEFT, theme.text());
        }
        if (shown < lines.size()) {
            String rest = ExportText.moreLines(lines.size() - shown);
            surface.text(
                    rest, left, baseline + LINE, TextStyle.SMALL, Align.LEFT, theme.quietText());
        }
    }
}
