package dev.overlap.plan.address;

/** Thrown if a text is not a URL that can be requested; names the invalid component. */
public final class UrlException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The invalid component. */
    public enum Component {
        SCHEME,
        HOST,
        PORT
    }

    private final Component component;
    private final String text;

    UrlException(Component component, String text) {
        super(component.name(), null, false, false); // not a bug: no stack trace
        this.component = component;
        this.text = text;
    }

    public Component component() {
        return component;
    }

    /** Returns the invalid component as written; may be empty. */
    public String text() {
        return text;
    }
}
