package dev.overlap.render.comparison;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The visible columns of metrics and their positions. A column without any value is omitted, and so
 * are the least important ones if they would leave too little space for the plot.
 *
 * @param rights the right edge of each, in units of the layout
 * @param left the left edge of the first one
 */
record NumberColumns(Map<NumberColumn, Double> rights, double left) {

    static final TextStyle HEADING = TextStyle.SMALL;
    static final TextStyle NUMBER = new TextStyle(13.5, true);
    static final TextStyle NOTE = new TextStyle(11, false);

    private static final double COLUMN_GAP = 18;
    private static final double MIN_COLUMN = 40;
    private static final double MIN_PLOT_SHARE = 0.36;

    static NumberColumns of(
            VariantPanels variantPanels, TextFitter textFitter, double plotLeft, double width) {
        double available = width - plotLeft - width * MIN_PLOT_SHARE;
        List<NumberColumn> chosen = new ArrayList<>();
        double used = PaintTarget.PAD;
        for (NumberColumn column : byImportance(variantPanels)) {
            double columnWidth = width(column, variantPanels, textFitter) + COLUMN_GAP;
            if (used + columnWidth > available) {
                break;
            }
            chosen.add(column);
            used += columnWidth;
        }
        return placed(chosen, variantPanels, textFitter, width);
    }

    private static List<NumberColumn> byImportance(VariantPanels variantPanels) {
        return List.of(NumberColumn.values()).stream()
                .filter(column -> hasValue(column, variantPanels))
                .sorted(Comparator.comparingInt(NumberColumn::importance))
                .toList();
    }

    private static boolean hasValue(NumberColumn column, VariantPanels variantPanels) {
        return column.isMain()
                || variantPanels.list().stream()
                        .anyMatch(panel -> column.cell(panel, variantPanels).hasValue());
    }

    private static NumberColumns placed(
            List<NumberColumn> chosen,
            VariantPanels variantPanels,
            TextFitter textFitter,
            double width) {
        Map<NumberColumn, Double> rights = new EnumMap<>(NumberColumn.class);
        double right = width - PaintTarget.PAD;
        for (NumberColumn column : List.of(NumberColumn.values()).reversed()) {
            if (chosen.contains(column)) {
                rights.put(column, right);
                right -= Math.ceil(width(column, variantPanels, textFitter)) + COLUMN_GAP;
            }
        }
        return new NumberColumns(rights, right);
    }

    private static double width(
            NumberColumn column, VariantPanels variantPanels, TextFitter textFitter) {
        double widest = Math.max(MIN_COLUMN, textFitter.width(column.heading(), HEADING));
        for (VariantPanel panel : variantPanels.list()) {
            NumberColumn.Cell cell = column.cell(panel, variantPanels);
            widest = Math.max(widest, textFitter.width(cell.text(), NUMBER));
            widest = Math.max(widest, textFitter.width(cell.note(), NOTE));
        }
        return widest;
    }
}
