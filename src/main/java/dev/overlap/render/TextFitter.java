package dev.overlap.render;

import dev.overlap.text.DisplayNames;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * Cuts texts to a width. What is cut loses its middle, because the two ends of a URL tell it from
 * its neighbours. Remembers what it cut: rows ask for the same text in every frame.
 */
public final class TextFitter {

    private static final String ELLIPSIS = "\u2026";
    private static final int MAX_REMEMBERED = 2_000;

    /** Names with at least this share of the most letters are measured for the widest one. */
    private static final double NEARLY_LONGEST = 0.75;

    private static final int MAX_MEASURED = 64;

    private record Cut(String text, TextStyle style, int width) {}

    private final TextMetrics metrics;
    private final Map<Cut, String> remembered = new HashMap<>();
    private @Nullable Trace measured;
    private double widest;

    public TextFitter(TextMetrics metrics) {
        this.metrics = metrics;
    }

    public double width(String text, TextStyle style) {
        return metrics.width(text, style);
    }

    /** The width of the widest name of a task, about; looks at all of them once for each trace. */
    public double widestName(Trace trace) {
        if (measured != trace) {
            widest = widest(trace);
            measured = trace;
        }
        return widest;
    }

    private double widest(Trace trace) {
        int most = 0;
        for (TaskTrack task : trace.tasks()) {
            most = Math.max(most, DisplayNames.of(task).length());
        }
        double width = 0;
        int left = MAX_MEASURED;
        for (TaskTrack task : trace.tasks()) {
            String name = DisplayNames.of(task);
            if (left > 0 && name.length() >= most * NEARLY_LONGEST) {
                width = Math.max(width, metrics.width(name, TextStyle.LABEL));
                left--;
            }
        }
        return width;
    }

    /** The text, or as much of it as fits into a width; empty where not even a letter does. */
    public String fit(String text, TextStyle style, double width) {
        if (remembered.size() > MAX_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(new Cut(text, style, (int) width), this::cut);
    }

    private String cut(Cut cut) {
        if (metrics.width(cut.text, cut.style) <= cut.width) {
            return cut.text;
        }
        int low = 0;
        int high = cut.text.length() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (metrics.width(keeping(cut.text, middle), cut.style) <= cut.width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : keeping(cut.text, low);
    }

    private static String keeping(String text, int letters) {
        int tail = letters * 2 / 5;
        int head = whole(text, letters - tail);
        int from = whole(text, text.length() - tail);
        return text.substring(0, head) + ELLIPSIS + text.substring(from);
    }

    /** The same index, or the one before it where it would cut a surrogate pair. */
    private static int whole(String text, int index) {
        return index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index))
                ? index - 1
                : index;
    }
}
