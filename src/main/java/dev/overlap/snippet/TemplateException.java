package dev.overlap.snippet;

/** A part of a program that is missing, or that says something that makes no sense. */
final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateException(String sentence) {
        super(sentence);
    }
}
