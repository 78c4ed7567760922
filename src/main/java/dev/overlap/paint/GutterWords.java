package dev.overlap.paint;

import java.util.ArrayList;
import java.util.List;

/**
 * The words to the left of a part: its name, its workers, what is to be known of them. A long name
 * takes a second line where the part is high enough; what then finds no line of its own joins the
 * one before it.
 */
final class GutterWords {

    static final TextStyle NAME = new TextStyle(14, true);

    private static final String SEPARATOR = " \u00b7 ";
    private static final double NAME_LINE = 18;
    private static final double SMALL_LINE = 15;

    /**
     * A line of words.
     *
     * @param loud whether it is to be noticed
     */
    record Line(String text, TextStyle style, boolean loud) {

        double height() {
            return style.equals(NAME) ? NAME_LINE : SMALL_LINE;
        }

        boolean fits(double width, Labels labels) {
            return labels.width(text, style) <= width;
        }
    }

    private GutterWords() {}

    /** The lines for a part of a height, cut to a width. */
    static List<Line> of(Part part, PartPlace place, int runs, double width, Labels labels) {
        List<Line> quiet = quiet(part, place, runs);
        double room = place.band().height() - 4;
        String name = part.entry().variant().name();
        List<Line> tall = lines(Wrap.lines(name, NAME, width, 2, labels), quiet, room);
        boolean fits =
                heightOf(tall) <= room && tall.stream().allMatch(it -> it.fits(width, labels));
        return fits ? tall : cut(lines(List.of(name), quiet, room), width, labels);
    }

    private static List<Line> lines(List<String> name, List<Line> quiet, double room) {
        List<Line> lines = new ArrayList<>();
        name.forEach(line -> lines.add(new Line(line, NAME, true)));
        int rest = (int) ((room - lines.size() * NAME_LINE) / SMALL_LINE);
        lines.addAll(joined(quiet, Math.max(1, rest)));
        return lines;
    }

    private static List<Line> cut(List<Line> lines, double width, Labels labels) {
        return lines.stream()
                .map(it -> new Line(labels.fit(it.text, it.style, width), it.style, it.loud))
                .toList();
    }

    static double heightOf(List<Line> lines) {
        return lines.stream().mapToDouble(Line::height).sum();
    }

    private static List<Line> quiet(Part part, PartPlace place, int runs) {
        List<Line> lines = new ArrayList<>();
        add(lines, part.workers(), false);
        add(lines, part.note(), part.isBlocked());
        add(lines, part.progress(runs), false);
        if (place.shown() < place.tasks()) {
            add(lines, place.shown() + " of " + Counts.number(place.tasks()) + " shown", false);
        }
        return lines;
    }

    private static void add(List<Line> lines, String words, boolean loud) {
        if (!words.isEmpty()) {
            lines.add(new Line(words, TextStyle.SMALL, loud));
        }
    }

    private static List<Line> joined(List<Line> lines, int most) {
        List<Line> joined = new ArrayList<>(lines);
        while (joined.size() > most) {
            Line one = joined.removeFirst();
            Line two = joined.removeFirst();
            String both = one.text + SEPARATOR + two.text;
            joined.addFirst(new Line(both, one.style, one.loud || two.loud));
        }
        return joined;
    }
}
