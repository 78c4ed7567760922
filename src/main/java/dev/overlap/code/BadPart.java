package dev.overlap.code;

/** A part of a program that is missing, or that says something that makes no sense. */
final class BadPart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadPart(String sentence) {
        super(sentence);
    }
}
