package dev.overlap.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lines that a person edits, in their order. Immutable; every edit gives a new list. Nothing is
 * ever lost: the text of a list is the text of its lines, whatever they mean.
 */
public record SiteList(List<SiteLine> lines) {

    public static final SiteList EMPTY = new SiteList(List.of());

    public SiteList {
        lines = List.copyOf(lines);
    }

    /**
     * Reads text of any kind, a line of the list per line of text. Never throws on what people
     * write.
     */
    public static SiteList parse(String text) {
        return new SiteList(text.lines().map(SiteLine::parse).toList());
    }

    /** The list as a file holds it: every line ended by a line feed. */
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    public SiteList with(int index, SiteLine line) {
        List<SiteLine> copy = new ArrayList<>(lines);
        copy.set(index, line);
        return new SiteList(copy);
    }

    public SiteList plus(int index, List<SiteLine> added) {
        List<SiteLine> copy = new ArrayList<>(lines);
        copy.addAll(index, added);
        return new SiteList(copy);
    }

    public SiteList without(int index) {
        List<SiteLine> copy = new ArrayList<>(lines);
        copy.remove(index);
        return new SiteList(copy);
    }

    public SiteList without(Set<Integer> rows) {
        return new SiteList(
                IntStream.range(0, lines.size())
                        .filter(row -> !rows.contains(row))
                        .mapToObj(lines::get)
                        .toList());
    }

    /**
     * The list with some lines taken out and put back together, in the order they had, at the gap
     * between two others.
     *
     * @param gap the line that they will stand before, counted before they are taken out; the
     *     number of lines for the end
     */
    public SiteList gathered(Set<Integer> rows, int gap) {
        List<SiteLine> moved = rows.stream().sorted().map(lines::get).toList();
        int above = (int) rows.stream().filter(row -> row < gap).count();
        return without(rows).plus(gap - above, moved);
    }

    /**
     * The list as it may be written to a disk: with stars in place of user names and passwords. The
     * lines that hold none are the same ones.
     */
    public SiteList withoutSecrets() {
        return new SiteList(lines.stream().map(SiteLine::withoutSecrets).toList());
    }

    /** How many lines were not understood. They are left out of every run. */
    public int problems() {
        return (int)
                lines.stream()
                        .filter(line -> line.meaning() instanceof LineMeaning.Problem)
                        .count();
    }
}
