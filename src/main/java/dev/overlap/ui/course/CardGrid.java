package dev.overlap.ui.course;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.List;

/**
 * Cards in as many columns as there is room for at their preferred width, widened to fill it. The
 * cards of a row are as high as the highest of them.
 *
 * <p>A tile pane does not do: its tiles are as wide as preferred, and a width that is set while it
 * is laid out comes too late for the height that its parent gives it.
 */
final class CardGrid extends Pane {

    private static final double GAP_PX = 10;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return cardWidth();
    }

    /** The preferred width of the cards, which have the same. */
    private double cardWidth() {
        return getManagedChildren().stream().mapToDouble(it -> it.prefWidth(-1)).max().orElse(0);
    }

    /** None: a scroll pane asks for it without a width, as if there were one column. */
    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = Math.max(width, cardWidth());
        List<Node> cards = getManagedChildren();
        int columns = columns(given);
        double height = 0;
        for (int first = 0; first < cards.size(); first += columns) {
            height += rowHeight(row(cards, first, columns), cardWidth(given, columns)) + GAP_PX;
        }
        return Math.max(0, height - GAP_PX);
    }

    private int columns(double width) {
        return (int) Math.max(1, Math.floor((width + GAP_PX) / (cardWidth() + GAP_PX)));
    }

    private static double cardWidth(double width, int columns) {
        return Math.floor((width + GAP_PX) / columns - GAP_PX);
    }

    private static List<Node> row(List<Node> cards, int first, int columns) {
        return cards.subList(first, Math.min(cards.size(), first + columns));
    }

    private static double rowHeight(List<Node> row, double cardWidth) {
        return Math.ceil(
                row.stream().mapToDouble(card -> card.prefHeight(cardWidth)).max().orElse(0));
    }

    @Override
    protected void layoutChildren() {
        List<Node> cards = getManagedChildren();
        int columns = columns(getWidth());
        double cardWidth = cardWidth(getWidth(), columns);
        double y = 0;
        for (int first = 0; first < cards.size(); first += columns) {
            List<Node> row = row(cards, first, columns);
            double height = rowHeight(row, cardWidth);
            for (int column = 0; column < row.size(); column++) {
                double x = column * (cardWidth + GAP_PX);
                row.get(column).resizeRelocate(x, y, cardWidth, height);
            }
            y += height + GAP_PX;
        }
    }
}
