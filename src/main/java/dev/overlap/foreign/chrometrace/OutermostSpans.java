package dev.overlap.foreign.chrometrace;

import java.util.ArrayList;
import java.util.List;

/**
 * The outermost spans of a thread, one after another: these are what a lane can show.
 *
 * <p>A profiler of functions tells one span of the whole program, in which everything else lies. So
 * a span that takes up nearly the whole trace, and is nearly filled by others, is only their frame:
 * they are shown in its place. Spans that overlap without one holding the other, which the format
 * does not allow, are shown from where the one before ends.
 */
final class OutermostSpans {

    /** A frame is at least this share of the whole trace. */
    private static final double FRAME = 0.9;

    /** The others in it are at least this share of a frame. */
    private static final double FILLED = 0.8;

    private static final int MAX_FRAMES = 100;

    private final List<Span> outermost = new ArrayList<>();
    private int inner;
    private int frames;
    private int overlapping;

    /**
     * Finds them.
     *
     * @param spans all of a thread, in any order; sorted in place
     * @param whole the length of the trace in nanoseconds
     */
    OutermostSpans(List<Span> spans, long whole) {
        spans.sort(Span.OUTER_FIRST);
        List<Span> left = spans;
        for (int frame = frame(left, whole); frame >= 0; frame = frame(left, whole)) {
            left = new ArrayList<>(left);
            left.remove(frame);
            frames++;
        }
        left.forEach(this::add);
    }

    /**
     * Returns the index of an outermost span that is a frame, or -1. Sorted, it is an early one.
     */
    private int frame(List<Span> sorted, long whole) {
        long end = Long.MIN_VALUE;
        for (int i = 0; i + 1 < sorted.size() && frames < MAX_FRAMES && whole > 0; i++) {
            Span span = sorted.get(i);
            if (span.beginNanos() >= end) {
                if (isFrame(sorted, i, whole)) {
                    return i;
                }
                end = span.endNanos();
            }
        }
        return -1;
    }

    /** A frame holds several; one that holds a single other is one if that is. */
    private static boolean isFrame(List<Span> sorted, int outer, long whole) {
        for (int span = outer; span < sorted.size(); span++) {
            long length = sorted.get(span).nanos();
            Inside inside = inside(sorted, span);
            if (length < FRAME * whole || inside.nanos < FILLED * length) {
                return false;
            }
            if (inside.spans > 1) {
                return true;
            }
        }
        return false;
    }

    /** What lies directly in a span: how many, and for how long. */
    private record Inside(int spans, long nanos) {}

    private static Inside inside(List<Span> sorted, int outer) {
        int direct = 0;
        long sum = 0;
        long end = sorted.get(outer).beginNanos();
        long last = sorted.get(outer).endNanos();
        for (int i = outer + 1; i < sorted.size() && sorted.get(i).beginNanos() < last; i++) {
            Span span = sorted.get(i);
            direct += span.beginNanos() >= end ? 1 : 0;
            long from = Math.max(end, span.beginNanos());
            end = Math.max(end, Math.min(last, span.endNanos()));
            sum += Math.max(0, end - from);
        }
        return new Inside(direct, sum);
    }

    private void add(Span span) {
        long end = outermost.isEmpty() ? Long.MIN_VALUE : outermost.getLast().endNanos();
        if (span.beginNanos() >= end) {
            outermost.add(span);
        } else if (span.endNanos() <= end) {
            inner++;
        } else {
            overlapping++;
            outermost.add(span.beginningAt(end));
        }
    }

    List<Span> outermost() {
        return outermost;
    }

    /** Returns the number of spans inside others. */
    int inner() {
        return inner;
    }

    int frames() {
        return frames;
    }

    int overlapping() {
        return overlapping;
    }
}
