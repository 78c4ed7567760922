package dev.overlap.text.measure;

/**
 * One figure of several.
 *
 * @param id identifies it among them
 * @param help what it means; empty if its name says it
 */
public record MeasuredFigure(String id, String name, String value, String help) {

    /** Returns the name and the value, as a screen reader says them. */
    public String words() {
        return name + ": " + value;
    }
}
