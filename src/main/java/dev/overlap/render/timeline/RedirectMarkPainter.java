package dev.overlap.render.timeline;

import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.text.DisplayNames;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.TaskTrack;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks where a redirect starts another exchange, with the status that caused it. Marks too close
 * for a text between them share one to the right of the last: {@code 3 × 302}, or {@code 3
 * redirects} if their statuses differ, so that no mark or text overlaps another.
 */
final class RedirectMarkPainter {

    private static final double MIN_ROW_FOR_TEXT = 30;
    private static final double GAP = 3;

    private final PaintContext context;
    private final TaskTrack task;
    private final double top;
    private final double height;
    private final List<Integer> statuses = new ArrayList<>();
    private double last;

    RedirectMarkPainter(PaintContext context, TaskTrack task, double middle, double barHeight) {
        this.context = context;
        this.task = task;
        this.top = middle - barHeight / 2;
        this.height = barHeight;
    }

    void paint() {
        List<Exchange> exchanges = task.exchanges();
        for (int i = 1; i < exchanges.size(); i++) {
            long at = exchanges.get(i).startNanos();
            if (at <= context.frame().horizonNanos() && context.scale().shows(at)) {
                mark(context.scale().edge(at), exchanges.get(i - 1).status());
            }
        }
        label();
    }

    private void mark(double x, int status) {
        if (!statuses.isEmpty() && x > last + GAP + width(labelText()) + GAP) {
            label();
            statuses.clear();
        }
        context.surface().fill(x - 1, top - 3, 2, height + 6, context.theme().text());
        last = x;
        statuses.add(status);
    }

    private void label() {
        String labelText = labelText();
        double x = last + GAP;
        if (labelText.isEmpty()
                || context.layout().rowHeight() < MIN_ROW_FOR_TEXT
                || x + width(labelText) > context.layout().width()) {
            return;
        }
        context.surface()
                .text(
                        labelText,
                        x,
                        top - 1,
                        TextStyle.TINY,
                        Surface.Align.LEFT,
                        context.theme().quietText());
    }

    private String labelText() {
        List<Integer> known = statuses.stream().filter(status -> status > 0).toList();
        if (known.isEmpty()) {
            return "";
        }
        boolean same = known.stream().distinct().count() == 1;
        String status = Integer.toString(known.getFirst());
        if (!same) {
            return DisplayNames.count(known.size(), "redirect");
        }
        return known.size() == 1 ? status : known.size() + " \u00d7 " + status;
    }

    private double width(String text) {
        return context.fitter().width(text, TextStyle.TINY);
    }
}
