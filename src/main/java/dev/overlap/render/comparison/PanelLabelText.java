package dev.overlap.render.comparison;

import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.TextWrapper;
import dev.overlap.text.NumberFormats;

import java.util.ArrayList;
import java.util.List;

/**
 * The label to the left of a panel: name, workers and remarks. A long name takes a second line if
 * the panel is high enough; remarks without a line of their own are joined to the previous one.
 */
final class PanelLabelText {

    static final TextStyle NAME = new TextStyle(14, true);

    private static final String SEPARATOR = " \u00b7 ";
    private static final double NAME_LINE = 18;
    private static final double SMALL_LINE = 15;

    /**
     * A line of the label.
     *
     * @param highlighted whether it is highlighted
     */
    record LabelLine(String text, TextStyle style, boolean highlighted) {

        double height() {
            return style.equals(NAME) ? NAME_LINE : SMALL_LINE;
        }

        boolean fits(double width, TextFitter textFitter) {
            return textFitter.width(text, style) <= width;
        }
    }

    private PanelLabelText() {}

    /** Returns the lines for a panel, shortened to a width. */
    static List<LabelLine> of(
            VariantPanel panel, PanelLayout place, int runs, double width, TextFitter textFitter) {
        List<LabelLine> quiet = quiet(panel, place, runs);
        double available = place.span().height() - 4;
        String name = panel.result().variant().name();
        List<LabelLine> wrapped =
                lines(TextWrapper.lines(name, NAME, width, 2, textFitter), quiet, available);
        boolean fits =
                heightOf(wrapped) <= available
                        && wrapped.stream().allMatch(it -> it.fits(width, textFitter));
        return fits ? wrapped : cut(lines(List.of(name), quiet, available), width, textFitter);
    }

    private static List<LabelLine> lines(
            List<String> name, List<LabelLine> quiet, double available) {
        List<LabelLine> lines = new ArrayList<>();
        name.forEach(line -> lines.add(new LabelLine(line, NAME, true)));
        int rest = (int) ((available - lines.size() * NAME_LINE) / SMALL_LINE);
        lines.addAll(joined(quiet, Math.max(1, rest)));
        return lines;
    }

    private static List<LabelLine> cut(List<LabelLine> lines, double width, TextFitter textFitter) {
        return lines.stream()
                .map(
                        it ->
                                new LabelLine(
                                        textFitter.fit(it.text, it.style, width),
                                        it.style,
                                        it.highlighted))
                .toList();
    }

    static double heightOf(List<LabelLine> lines) {
        return lines.stream().mapToDouble(LabelLine::height).sum();
    }

    private static List<LabelLine> quiet(VariantPanel panel, PanelLayout place, int runs) {
        List<LabelLine> lines = new ArrayList<>();
        add(lines, panel.workers(), false);
        add(lines, panel.note(), panel.isBlocked());
        add(lines, panel.progress(runs), false);
        if (place.shown() < place.tasks()) {
            add(
                    lines,
                    place.shown() + " of " + NumberFormats.count(place.tasks()) + " shown",
                    false);
        }
        return lines;
    }

    private static void add(List<LabelLine> lines, String words, boolean highlighted) {
        if (!words.isEmpty()) {
            lines.add(new LabelLine(words, TextStyle.SMALL, highlighted));
        }
    }

    private static List<LabelLine> joined(List<LabelLine> lines, int max) {
        List<LabelLine> joined = new ArrayList<>(lines);
        while (joined.size() > max) {
            LabelLine one = joined.removeFirst();
            LabelLine two = joined.removeFirst();
            String both = one.text + SEPARATOR + two.text;
            joined.addFirst(new LabelLine(both, one.style, one.highlighted || two.highlighted));
        }
        return joined;
    }
}
