package dev.overlap.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns of numbers there are and where they end. One that says nothing of any part is left
 * out, and so are the least important ones where they would leave too little for the plot.
 *
 * @param rights the right edge of each, in units of the layout
 * @param left where the first one begins
 */
record Columns(Map<Column, Double> rights, double left) {

    static final TextStyle HEADING = TextStyle.SMALL;
    static final TextStyle NUMBER = new TextStyle(13.5, true);
    static final TextStyle NOTE = new TextStyle(11, false);

    private static final double BETWEEN = 18;
    private static final double LEAST_COLUMN = 40;
    private static final double LEAST_PLOT_SHARE = 0.36;

    static Columns of(Parts parts, Labels labels, double plotLeft, double width) {
        double room = width - plotLeft - width * LEAST_PLOT_SHARE;
        List<Column> taken = new ArrayList<>();
        double used = Layout.PAD;
        for (Column column : byImportance(parts)) {
            double wide = width(column, parts, labels) + BETWEEN;
            if (used + wide > room) {
                break;
            }
            taken.add(column);
            used += wide;
        }
        return placed(taken, parts, labels, width);
    }

    private static List<Column> byImportance(Parts parts) {
        return List.of(Column.values()).stream()
                .filter(column -> says(column, parts))
                .sorted(Comparator.comparingInt(Column::importance))
                .toList();
    }

    private static boolean says(Column column, Parts parts) {
        return column.isMain()
                || parts.list().stream().anyMatch(part -> column.cell(part, parts).says());
    }

    private static Columns placed(List<Column> taken, Parts parts, Labels labels, double width) {
        Map<Column, Double> rights = new EnumMap<>(Column.class);
        double right = width - Layout.PAD;
        for (Column column : List.of(Column.values()).reversed()) {
            if (taken.contains(column)) {
                rights.put(column, right);
                right -= Math.ceil(width(column, parts, labels)) + BETWEEN;
            }
        }
        return new Columns(rights, right);
    }

    private static double width(Column column, Parts parts, Labels labels) {
        double widest = Math.max(LEAST_COLUMN, labels.width(column.heading(), HEADING));
        for (Part part : parts.list()) {
            Column.Cell cell = column.cell(part, parts);
            widest = Math.max(widest, labels.width(cell.text(), NUMBER));
            widest = Math.max(widest, labels.width(cell.note(), NOTE));
        }
        return widest;
    }
}
