package dev.overlap.render.resource;

import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.VerticalSpan;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.PictureText;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.metrics.ResourceStatistics;

/** Paints what is left of the row of a resource: its name, and how it was used. */
final class ResourceGutterPainter {

    private static final double MIN_FOR_TWO_LINES = 36;
    private static final double LINE = 8;

    private final ResourcePaintContext context;
    private final ResourceTimeline resource;
    private final VerticalSpan row;

    ResourceGutterPainter(
            ResourcePaintContext context, ResourceTimeline resource, VerticalSpan row) {
        this.context = context;
        this.resource = resource;
        this.row = row;
    }

    void paint(double left, double right) {
        String figures = figures();
        boolean two = row.height() >= MIN_FOR_TWO_LINES && !figures.isEmpty();
        double middle = row.middle() - (two ? LINE : 0);
        text(name(), left, right, middle, TextStyle.LABEL, context.theme().text());
        if (two) {
            double second = row.middle() + LINE;
            text(figures, left, right, second, TextStyle.SMALL, context.theme().quietText());
        }
    }

    private void text(
            String text, double left, double right, double middle, TextStyle style, int ink) {
        String shown = context.fitter().fit(text, style, right - left);
        double baseline = middle + style.baselineFromMiddle();
        context.surface().text(shown, left, baseline, style, Surface.Align.LEFT, ink);
    }

    private String name() {
        ResourceTrack track = resource.track();
        return track == null ? PictureText.GIL : track.label();
    }

    private String figures() {
        ResourceTrack track = resource.track();
        ResourceStatistics statistics = resource.statistics();
        if (track == null || statistics == null) {
            return held();
        }
        return switch (track.type()) {
            case LOCK, PERMIT -> held();
            case COUNTER -> counted(statistics);
            case QUEUE -> PictureText.HOLDS.formatted(NumberFormats.count(track.places()));
        };
    }

    /** {@code held 83 %, up to 2 waiting}. */
    private String held() {
        long horizon = context.horizonNanos();
        double share = (double) resource.holds().coveredNanos(horizon) / Math.max(1, horizon);
        String held = PictureText.HELD_SHARE.formatted(Math.round(Math.min(1, share) * 100));
        int most = resource.waits().level().peakUntil(horizon);
        String waiting = PictureText.UP_TO_WAITING.formatted(NumberFormats.count(most));
        return most == 0 ? held : held + ", " + waiting;
    }

    private static String counted(ResourceStatistics statistics) {
        if (statistics.expected() == ResourceStatistics.UNKNOWN) {
            return "";
        }
        if (statistics.isCopied()) {
            return PictureText.NOT_SHARED;
        }
        String got =
                PictureText.GOT_OF.formatted(
                        NumberFormats.count(statistics.got()),
                        NumberFormats.count(statistics.expected()));
        return statistics.lost() == 0
                ? got
                : got + ", " + PictureText.LOST.formatted(NumberFormats.count(statistics.lost()));
    }
}
