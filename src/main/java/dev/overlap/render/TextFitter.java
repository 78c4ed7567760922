package dev.overlap.render;

import dev.overlap.text.DisplayNames;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * Shortens texts to a width. The middle is elided, because URLs differ from their neighbours at the
 * ends; of names of which the neighbours are known, what is the same. Results are cached: rows ask
 * for the same text in every frame.
 */
public final class TextFitter {

    private static final int MAX_CACHED = 2_000;

    /** Names at least this fraction as long as the longest are measured to find the widest. */
    private static final double NEARLY_LONGEST = 0.75;

    private static final int MAX_MEASURED = 64;

    private record Cut(String text, TextStyle style, int width) {}

    private record CutBeside(String before, Cut cut, String after) {}

    private final TextMetrics metrics;
    private final Map<Object, String> cache = new HashMap<>();
    private @Nullable Trace measured;
    private double widest;

    public TextFitter(TextMetrics metrics) {
        this.metrics = metrics;
    }

    public double width(String text, TextStyle style) {
        return metrics.width(text, style);
    }

    /** Returns the approximate width of the widest task name; computed once per trace. */
    public double widestName(Trace trace) {
        if (measured != trace) {
            widest = widest(trace);
            measured = trace;
        }
        return widest;
    }

    private double widest(Trace trace) {
        int longest = 0;
        for (TaskTrack task : trace.tasks()) {
            longest = Math.max(longest, DisplayNames.letters(task));
        }
        double width = 0;
        int left = MAX_MEASURED;
        for (TaskTrack task : trace.tasks()) {
            if (left > 0 && DisplayNames.letters(task) >= longest * NEARLY_LONGEST) {
                width = Math.max(width, metrics.width(DisplayNames.of(task), TextStyle.LABEL));
                left--;
            }
        }
        return width;
    }

    /** Returns the text, shortened to a width; empty if not even one letter fits. */
    public String fit(String text, TextStyle style, double width) {
        limitCache();
        Cut wanted = new Cut(text, style, (int) width);
        return cache.computeIfAbsent(wanted, _ -> cut(wanted));
    }

    /**
     * Returns a name, shortened to a width. Of it remains by which it differs from the names before
     * and after it, which may be empty, if there is room for that.
     */
    public String fitBeside(
            String before, String name, String after, TextStyle style, double width) {
        limitCache();
        CutBeside wanted = new CutBeside(before, new Cut(name, style, (int) width), after);
        return cache.computeIfAbsent(wanted, _ -> cut(wanted));
    }

    private void limitCache() {
        if (cache.size() > MAX_CACHED) {
            cache.clear();
        }
    }

    private String cut(CutBeside wanted) {
        Cut whole = wanted.cut;
        NameDifference difference = NameDifference.of(whole.text, wanted.before, wanted.after);
        if (metrics.width(whole.text, whole.style) <= whole.width
                || !difference.isShorter()
                || metrics.width(difference.cut(0), whole.style) > whole.width) {
            return cut(whole);
        }
        int low = 0;
        int high = difference.others();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (metrics.width(difference.cut(middle), whole.style) <= whole.width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return difference.cut(low);
    }

    private String cut(Cut cut) {
        if (metrics.width(cut.text, cut.style) <= cut.width) {
            return cut.text;
        }
        int low = 0;
        int high = cut.text.length() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (metrics.width(elided(cut.text, middle), cut.style) <= cut.width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : elided(cut.text, low);
    }

    private static String elided(String text, int letters) {
        int tail = letters * 2 / 5;
        int head = NameDifference.codePointStart(text, letters - tail);
        int from = NameDifference.codePointStart(text, text.length() - tail);
        return text.substring(0, head) + NameDifference.ELLIPSIS + text.substring(from);
    }
}
