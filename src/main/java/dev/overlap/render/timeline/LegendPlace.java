package dev.overlap.render.timeline;

/**
 * Where an entry of the legend is, in units of the layout.
 *
 * @param words its name
 */
public record LegendPlace(
        HitResult.LegendEntry entry,
        String words,
        double x,
        double y,
        double width,
        double height) {

    public double middleX() {
        return x + width / 2;
    }

    public double middleY() {
        return y + height / 2;
    }
}
