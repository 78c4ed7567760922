package dev.overlap.render;

/** Measures texts in the program's font. Called often, so implementations should cache. */
@FunctionalInterface
public interface TextMetrics {

    /** Returns the width of a text, in units of the layout. */
    double width(String text, TextStyle style);
}
