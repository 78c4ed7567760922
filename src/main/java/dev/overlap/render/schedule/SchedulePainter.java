package dev.overlap.render.schedule;

import dev.overlap.lesson.scheduler.Schedule;
import dev.overlap.lesson.scheduler.ScheduleTrace;
import dev.overlap.lesson.scheduler.TakenStep;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.PhaseBrush;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.render.resource.ResourcePaintContext;
import dev.overlap.render.resource.ResourceRowPainter;
import dev.overlap.render.resource.ResourceTimelines;
import dev.overlap.text.lesson.SchedulerText;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TaskTrack;

import java.util.List;

/**
 * Paints a schedule: a column per step, in which one thread runs and the other does not, and below
 * them the counter with the reads, writes and lost updates that a run has, too. There is no time on
 * it and no figure of one, so that nobody takes it for a measured run.
 *
 * <p>Threads: one at a time.
 */
public final class SchedulePainter {

    private static final TextStyle NOTICE = new TextStyle(14, true);
    private static final double GAP = 10;
    private static final double BAR_SHARE = 0.56;
    private static final double INSIDE = 3;
    private static final double LINE = 15;

    private final TextFitter fitter;

    public SchedulePainter(TextMetrics metrics) {
        fitter = new TextFitter(metrics);
    }

    /** Paints a frame over the whole target. */
    public void paint(Surface surface, ScheduleFrame frame, PaintTarget target) {
        surface.fill(0, 0, target.width(), target.height(), target.theme().ground());
        Drawing drawing =
                new Drawing(
                        surface,
                        target,
                        fitter,
                        frame,
                        ScheduleLayout.of(frame, target),
                        frame.schedule());
        drawing.notice();
        new ScheduleLegend(surface, target, fitter).paint(frame, drawing.layout.legend());
        drawing.axis();
        for (int thread = 0; thread < Schedule.THREADS; thread++) {
            drawing.thread(thread);
        }
        drawing.counter();
        drawing.lock();
        drawing.invitation();
    }

    /** One drawing. */
    private record Drawing(
            Surface surface,
            PaintTarget target,
            TextFitter fitter,
            ScheduleFrame frame,
            ScheduleLayout layout,
            Schedule schedule) {

        private Theme theme() {
            return target.theme();
        }

        private TimeScale scale() {
            return layout.scale();
        }

        /** A band in the colour of warnings, the whole width. */
        private void notice() {
            VerticalSpan band = layout.notice();
            surface.fill(0, band.top(), target.width(), band.height(), theme().held());
            double middle = band.middle();
            double right = target.width() - PaintTarget.PAD;
            text(SchedulerText.TITLE, PaintTarget.PAD, right, middle, NOTICE, theme().text());
            double left = PaintTarget.PAD + fitter.width(SchedulerText.TITLE, NOTICE) + 2 * GAP;
            text(SchedulerText.NOT_MEASURED, left, right, middle, TextStyle.LABEL, theme().text());
        }

        private void axis() {
            VerticalSpan strip = layout.axis();
            double middle = strip.middle() + 1;
            gutter(SchedulerText.STEPS, middle, TextStyle.SMALL, theme().quietText());
            for (int step = 0; step <= schedule.length(); step++) {
                double x = layout.left(step);
                double height = layout.bottom() - strip.bottom();
                surface.fill(x, strip.bottom(), scale().pixel(), height, theme().grid());
                if (step < schedule.length()) {
                    number(step, middle);
                }
            }
        }

        private void number(int step, double middle) {
            boolean taken = step < schedule.taken().size();
            surface.text(
                    String.valueOf(step + 1),
                    layout.left(step) + layout.columnWidth() / 2,
                    middle + TextStyle.SMALL.baselineFromMiddle(),
                    TextStyle.SMALL,
                    Surface.Align.CENTER,
                    taken ? theme().text() : theme().quietText());
        }

        /** The phases of a thread, as in a run, and what each of its steps did. */
        private void thread(int thread) {
            VerticalSpan row = layout.thread(thread);
            String name = SchedulerText.thread(thread);
            gutter(name, row.middle(), TextStyle.LABEL, theme().text());
            TaskTrack track = frame.trace().task(thread);
            PhaseBrush brush = new PhaseBrush(surface, theme());
            double height = 2 * Math.round(row.height() * BAR_SHARE / 2);
            for (int s = 0; s < track.segments(); s++) {
                double left = scale().edge(track.begin(s));
                double right = scale().edge(Math.min(track.end(s), frame.horizonNanos()));
                if (right > left) {
                    brush.paint(track.phase(s), left, row.middle(), right - left, height);
                }
            }
            for (int step = 0; step < schedule.taken().size(); step++) {
                label(step, thread, row.middle(), height);
            }
        }

        private void label(int step, int thread, double middle, double height) {
            TakenStep taken = schedule.taken().get(step);
            if (taken.thread() != thread) {
                return;
            }
            if (step > 0 && schedule.taken().get(step - 1).thread() == thread) {
                double top = middle - height / 2;
                surface.fill(layout.left(step), top, scale().pixel(), height, theme().ground());
            }
            List<String> lines = SchedulerText.lines(taken);
            double top = middle - LINE * (lines.size() - 1) / 2;
            for (int line = 0; line < lines.size(); line++) {
                inColumn(lines.get(line), step, top + LINE * line);
            }
        }

        private void inColumn(String words, int step, double middle) {
            double width = layout.columnWidth() - 2 * INSIDE;
            boolean roomy = fitter.width(words, TextStyle.SMALL) <= width;
            TextStyle style = roomy ? TextStyle.SMALL : TextStyle.TINY;
            surface.text(
                    fitter.fit(words, style, width),
                    layout.left(step) + layout.columnWidth() / 2,
                    middle + style.baselineFromMiddle(),
                    style,
                    Surface.Align.CENTER,
                    theme().ground());
        }

        /** The same row as that of a run. */
        private void counter() {
            ResourceTrack track = frame.trace().resource(ScheduleTrace.COUNTER);
            if (track.accesses().isEmpty()) { // the row would say 0 of 0
                gutter(track.label(), layout.counter().middle(), TextStyle.LABEL, theme().text());
                return;
            }
            ResourcePaintContext context =
                    new ResourcePaintContext(
                            surface, theme(), fitter, scale(), frame.horizonNanos(), -1);
            new ResourceRowPainter(context)
                    .paint(
                            new ResourceTimelines(frame.trace(), frame.horizonNanos())
                                    .get(ScheduleTrace.COUNTER),
                            layout.counter(),
                            PaintTarget.PAD,
                            scale().left() - GAP);
        }

        private void lock() {
            VerticalSpan row = layout.lock();
            if (row.height() == 0) {
                return;
            }
            gutter(SchedulerText.LOCK, row.middle(), TextStyle.LABEL, theme().text());
            double height = 2 * Math.round(row.height() * BAR_SHARE / 2);
            frame.trace().resource(ScheduleTrace.LOCK).uses().stream()
                    .filter(use -> use.isGranted())
                    .forEach(use -> held(use.task(), use.grantedNanos(), use.endNanos(), height));
        }

        private void held(int thread, long from, long to, double height) {
            double middle = layout.lock().middle();
            double left = scale().edge(from);
            double width = scale().edge(Math.min(to, frame.horizonNanos())) - left;
            surface.fill(left, middle - height / 2, width, height, theme().busy());
            String name = SchedulerText.thread(thread);
            String words = SchedulerText.HOLDS.formatted(name);
            TextStyle style = TextStyle.SMALL;
            double begin = left + 2 * INSIDE;
            double end = left + width - INSIDE;
            boolean fits = fitter.width(words, style) <= end - begin;
            text(fits ? words : name, begin, end, middle, style, theme().onBusy());
        }

        /** What to do, as long as nothing was done. */
        private void invitation() {
            if (schedule.taken().isEmpty()) {
                double left = scale().left() + GAP;
                double right = scale().right();
                double middle = layout.threads().middle();
                TextStyle style = TextStyle.LABEL;
                String words = fitter.fit(SchedulerText.EMPTY, style, right - left);
                double width = fitter.width(words, style) + 2 * INSIDE;
                surface.fill(left - INSIDE, middle - 11, width, 22, theme().ground());
                text(words, left, right, middle, style, theme().quietText());
            }
        }

        private void gutter(String words, double middle, TextStyle style, int ink) {
            text(words, PaintTarget.PAD, scale().left() - GAP, middle, style, ink);
        }

        private void text(
                String words, double left, double right, double middle, TextStyle style, int ink) {
            String shown = fitter.fit(words, style, Math.max(0, right - left));
            double baseline = middle + style.baselineFromMiddle();
            surface.text(shown, left, baseline, style, Surface.Align.LEFT, ink);
        }
    }
}
