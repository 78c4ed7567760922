package dev.overlap.snippet;

/** Thrown if a template is missing or invalid. */
final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateException(String sentence) {
        super(sentence);
    }
}
