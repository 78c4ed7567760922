package dev.overlap.render;

/**
 * A strip of the picture, as wide as the picture.
 *
 * @param top its upper edge
 * @param height 0 where it is left out
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
