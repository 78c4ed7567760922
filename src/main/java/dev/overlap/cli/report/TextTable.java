package dev.overlap.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text with aligned columns. */
public final class TextTable {

    /** How the cells of a column are aligned. */
    public enum Side {
        LEFT,
        RIGHT
    }

    private static final String GAP = "   ";

    private final List<Side> sides;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(Side... sides) {
        this.sides = List.of(sides);
    }

    /**
     * Returns the lines of a table whose first column is left-aligned, all others right-aligned.
     *
     * @param rows of equal length, with one cell or more each
     */
    static List<String> lines(List<List<String>> rows) {
        Side[] sides = new Side[rows.getFirst().size()];
        Arrays.fill(sides, Side.RIGHT);
        sides[0] = Side.LEFT;
        TextTable table = new TextTable(sides);
        rows.forEach(row -> table.row(row.toArray(String[]::new)));
        return table.lines();
    }

    /** Adds a row with a cell for each column. */
    public TextTable row(String... cells) {
        if (cells.length != sides.size()) {
            throw new IllegalArgumentException(
                    "A row has " + sides.size() + " cells, not " + cells.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String text = row.get(column);
            String blanks = " ".repeat(width(column) - length(text));
            line.append(column == 0 ? "" : GAP);
            line.append(sides.get(column) == Side.LEFT ? text + blanks : blanks + text);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
