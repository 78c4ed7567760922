package dev.overlap.render;

/**
 * A horizontal strip of the drawing, given by its vertical position.
 *
 * @param top its upper edge
 * @param height 0 if it is omitted
 */
public record VerticalSpan(double top, double height) {

    public double bottom() {
        return top + height;
    }

    public double middle() {
        return top + height / 2;
    }

    public boolean contains(double y) {
        return y >= top && y < bottom();
    }
}
