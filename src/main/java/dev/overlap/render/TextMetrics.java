package dev.overlap.render;

/** How wide texts are in the font of the program; asked often, so it should remember. */
@FunctionalInterface
public interface TextMetrics {

    /** The width of a text, in units of the layout. */
    double width(String text, TextStyle style);
}
