package dev.overlap.render.comparison;

import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.TextWrapper;
import dev.overlap.text.NumberFormats;

import java.util.ArrayList;
import java.util.List;

/**
 * The words to the left of a part: its name, its workers, what is to be known of them. A long name
 * takes a second line where the part is high enough; what then finds no line of its own joins the
 * one before it.
 */
final class PanelLabelText {

    static final TextStyle NAME = new TextStyle(14, true);

    private static final String SEPARATOR = " \u00b7 ";
    private static final double NAME_LINE = 18;
    private static final double SMALL_LINE = 15;

    /**
     * A line of words.
     *
     * @param loud whether it is to be noticed
     */
    record LabelLine(String text, TextStyle style, boolean loud) {

        double height() {
            return style.equals(NAME) ? NAME_LINE : SMALL_LINE;
        }

        boolean fits(double width, TextFitter textFitter) {
            return textFitter.width(text, style) <= width;
        }
    }

    private PanelLabelText() {}

    /** The lines for a part of a height, cut to a width. */
    static List<LabelLine> of(
            VariantPanel panel, PanelLayout place, int runs, double width, TextFitter textFitter) {
        List<LabelLine> quiet = quiet(panel, place, runs);
        double room = place.span().height() - 4;
        String name = panel.result().variant().name();
        List<LabelLine> tall =
                lines(TextWrapper.lines(name, NAME, width, 2, textFitter), quiet, room);
        boolean fits =
                heightOf(tall) <= room && tall.stream().allMatch(it -> it.fits(width, textFitter));
        return fits ? tall : cut(lines(List.of(name), quiet, room), width, textFitter);
    }

    private static List<LabelLine> lines(List<String> name, List<LabelLine> quiet, double room) {
        List<LabelLine> lines = new ArrayList<>();
        name.forEach(line -> lines.add(new LabelLine(line, NAME, true)));
        int rest = (int) ((room - lines.size() * NAME_LINE) / SMALL_LINE);
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
                                        it.loud))
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

    private static void add(List<LabelLine> lines, String words, boolean loud) {
        if (!words.isEmpty()) {
            lines.add(new LabelLine(words, TextStyle.SMALL, loud));
        }
    }

    private static List<LabelLine> joined(List<LabelLine> lines, int most) {
        List<LabelLine> joined = new ArrayList<>(lines);
        while (joined.size() > most) {
            LabelLine one = joined.removeFirst();
            LabelLine two = joined.removeFirst();
            String both = one.text + SEPARATOR + two.text;
            joined.addFirst(new LabelLine(both, one.style, one.loud || two.loud));
        }
        return joined;
    }
}
