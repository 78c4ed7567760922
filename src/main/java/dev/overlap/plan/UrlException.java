package dev.overlap.plan;

/** Says that a text is not a URL that could be requested, and which component of it is at fault. */
public final class UrlException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong with a URL. */
    public enum Component {
        SCHEME,
        HOST,
        PORT
    }

    private final Component component;
    private final String text;

    UrlException(Component component, String text) {
        super(component + " " + Quoting.of(text), null, false, false); // no fault of the program
        this.component = component;
        this.text = text;
    }

    public Component component() {
        return component;
    }

    /** The faulty component as it was written; may be empty. */
    public String text() {
        return text;
    }
}
