package dev.overlap.plan;

/** Says that a text is not a URL that could be requested, and which part of it is at fault. */
public final class UrlException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong with a URL. */
    public enum Part {
        SCHEME,
        HOST,
        PORT
    }

    private final Part part;
    private final String text;

    UrlException(Part part, String text) {
        super(part + " " + Quoting.of(text), null, false, false); // no fault of the program
        this.part = part;
        this.text = text;
    }

    public Part part() {
        return part;
    }

    /** The faulty part as it was written; may be empty. */
    public String text() {
        return text;
    }
}
