package dev.overlap.export.html;

import dev.overlap.render.PhaseStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.Ticks;
import dev.overlap.render.TimeRange;
import dev.overlap.text.DisplayNames;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.PageText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A picture of one or several runs for browsers that run no scripts: SVG with one path per phase,
 * at most {@value #MAX_ROWS} rows and {@value #MAX_BYTES} bytes. Of more tasks, neighbours are
 * merged.
 */
final class StillPicture {

    static final int MAX_ROWS = 60;
    static final int MAX_BYTES = 60_000;

    private static final int FIRST_COLUMNS = 960;
    private static final int MIN_COLUMNS = 15;
    private static final int LEFT = 220;
    private static final int WIDTH = 1_000;
    private static final int AXIS = 26;
    private static final int GROUP_GAP = 12;
    private static final int LINE = 16;
    private static final int MAX_LETTERS = 32;
    private static final int LETTER = 6;
    private static final int GAP = 5;
    private static final double TICK_DISTANCE = 90;

    /** A run and its name. */
    record Named(String name, Trace trace) {}

    private final List<Named> runs;
    private final int columns;
    private final long endNanos;
    private final Map<Phase, StringBuilder> paths = new EnumMap<>(Phase.class);
    private final StringBuilder texts = new StringBuilder();
    private int top = AXIS;

    private StillPicture(List<Named> runs, int columns) {
        this.runs = runs;
        this.columns = columns;
        this.endNanos =
                TimeRange.whole(
                                runs.stream()
                                        .mapToLong(it -> it.trace.horizonNanos())
                                        .max()
                                        .orElse(0))
                        .endNanos();
    }

    /** Returns the picture of some runs, one below the other on one time axis. */
    static String of(List<Named> runs) {
        String svg = "";
        for (int columns = FIRST_COLUMNS; columns >= MIN_COLUMNS; columns /= 2) {
            svg = new StillPicture(runs, columns).draw();
            if (svg.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
                break;
            }
        }
        return svg;
    }

    private String draw() {
        int each = Math.max(2, MAX_ROWS / Math.max(1, runs.size()));
        boolean merged = runs.stream().anyMatch(it -> it.trace.tasks().size() > each);
        runs.forEach(run -> draw(run, each));
        legend();
        if (merged) {
            int tasks = runs.stream().mapToInt(it -> it.trace.tasks().size()).sum();
            String words =
                    PageText.MERGED_PICTURE.formatted(
                            NumberFormats.count(tasks, "task"),
                            NumberFormats.count((long) each * runs.size()));
            top += LINE;
            text(words, 0, top);
        }
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                        .formatted(WIDTH, top + LINE, WIDTH));
        svg.append(" font-family=\"Inter, Segoe UI, Helvetica Neue, Arial, sans-serif\"");
        svg.append(" font-size=\"11\" role=\"img\">\n");
        svg.append(hatch());
        svg.append(
                "<path d=\"M0 0h%dv%dh-%dz\" fill=\"#fff\"/>\n"
                        .formatted(WIDTH, top + LINE, WIDTH));
        axis(svg);
        paths.forEach((phase, path) -> svg.append(path(phase, path)));
        return svg.append(texts).append("</svg>").toString();
    }

    /** Adds a sample of each phase to its path, with its name. */
    private void legend() {
        int x = LEFT;
        top += LINE / 2;
        for (Map.Entry<Phase, StringBuilder> path : paths.entrySet()) {
            String words = path.getKey().words();
            bar(path.getValue(), path.getKey(), x, LINE, LINE);
            text(words, x + LINE + GAP, top + 12);
            x += LINE + 2 * GAP + LETTER * words.length() + LINE;
        }
        top += paths.isEmpty() ? 0 : LINE;
    }

    private static String hatch() {
        return """
        <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">\
        <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" stroke="%s"/></pattern></defs>
        """
                .formatted(colour(Phase.READY));
    }

    private void draw(Named run, int maxRows) {
        Trace trace = run.trace;
        int tasks = trace.tasks().size();
        boolean alone = runs.size() == 1;
        List<PhaseRow> rows = new ArrayList<>();
        if (tasks > maxRows) {
            rows.addAll(TaskRows.bands(trace, maxRows, columns).rows());
        } else {
            for (TaskTrack task : trace.tasks()) {
                rows.add(PhaseMerger.merged(task, columns, trace.horizonNanos()));
            }
        }
        int height =
                alone && tasks <= maxRows
                        ? LINE
                        : Math.max(4, Math.min(LINE, 60 / Math.max(1, rows.size())));
        if (!alone) {
            name(run.name, 0, top + 11);
        }
        for (int row = 0; row < rows.size(); row++) {
            if (alone && tasks <= maxRows) {
                name(DisplayNames.of(trace.task(row)), 0, top + 12);
            }
            bars(rows.get(row), trace.horizonNanos(), height);
            top += height;
        }
        top += alone ? 0 : GROUP_GAP + Math.max(0, LINE - rows.size() * height);
    }

    private void bars(PhaseRow row, long horizon, int height) {
        for (int i = 0; i < row.segments().size(); i++) {
            long left = x(row.segments().get(i).beginNanos());
            long width = x(row.end(i, horizon)) - left;
            if (width > 0) {
                Phase phase = row.segments().get(i).phase();
                bar(
                        paths.computeIfAbsent(phase, _ -> new StringBuilder()),
                        phase,
                        left,
                        width,
                        height);
            }
        }
    }

    private void bar(StringBuilder path, Phase phase, long left, long width, int height) {
        int full = Math.max(2, height - 3);
        int high =
                switch (PhaseStyle.of(phase).shape()) {
                    case HIGH_BAR, BORDERED_HATCH, FRAME -> full;
                    case LOW_BAR, EMPTY_BOX -> Math.max(2, full / 2);
                    case RAILS -> 4;
                    case LINE, DOTS -> 1;
                };
        int y = top + (height - high) / 2;
        path.append("M%d %dh%dv%dh-%dz".formatted(left, y, width, high, width));
    }

    private static String path(Phase phase, CharSequence path) {
        String look =
                switch (PhaseStyle.of(phase).shape()) {
                    case HIGH_BAR, LOW_BAR, LINE -> "fill=\"%s\"";
                    case BORDERED_HATCH -> "fill=\"url(#hatch)\" stroke=\"%s\" stroke-width=\".5\"";
                    case FRAME, EMPTY_BOX, RAILS -> "fill=\"none\" stroke=\"%s\"";
                    case DOTS -> "fill=\"none\" stroke=\"%s\" stroke-dasharray=\"1.5 4\"";
                };
        return "<path %s d=\"%s\"><title>%s</title></path>\n"
                .formatted(look.formatted(colour(phase)), path, HtmlText.escaped(phase.words()));
    }

    private void axis(StringBuilder svg) {
        TimeRange range = new TimeRange(0, endNanos);
        Ticks ticks = Ticks.of(range, TICK_DISTANCE / (WIDTH - LEFT) * endNanos);
        StringBuilder lines = new StringBuilder();
        for (long at = 0; at <= endNanos; at += ticks.stepNanos()) {
            lines.append("M%d %dV%d".formatted(x(at), AXIS - 6, top));
            String anchor = x(at) > WIDTH - LINE ? "end" : at == 0 ? "start" : "middle";
            svg.append(
                    "<text x=\"%d\" y=\"14\" text-anchor=\"%s\">%s</text>\n"
                            .formatted(x(at), anchor, ticks.label(at)));
        }
        svg.append("<path d=\"%s\" stroke=\"#e3e6ea\"/>\n".formatted(lines));
    }

    private long x(long nanos) {
        return LEFT + Math.round((double) nanos / endNanos * (WIDTH - LEFT));
    }

    /** Adds a name, shortened if it is long. */
    private void name(String text, int x, int y) {
        boolean fits = text.codePointCount(0, text.length()) <= MAX_LETTERS;
        int end = fits ? 0 : text.offsetByCodePoints(0, MAX_LETTERS - 1);
        text(fits ? text : text.substring(0, end) + "\u2026", x, y);
    }

    private void text(String text, int x, int y) {
        texts.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(x, y, HtmlText.escaped(text)));
    }

    private static String colour(Phase phase) {
        return "#%06x".formatted(Theme.LIGHT.of(phase) & 0xFFFFFF);
    }
}
