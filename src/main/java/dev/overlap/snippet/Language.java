package dev.overlap.snippet;

/** The languages that programs are shown in. */
public enum Language {
    PYTHON("Python", "py", "#@", "#"),
    JAVA("Java", "java", "//@", "//");

    private final String words;
    private final String extension;
    private final String mark;
    private final String comment;

    Language(String words, String extension, String mark, String comment) {
        this.words = words;
        this.extension = extension;
        this.mark = mark;
        this.comment = comment;
    }

    /** The name as people write it. */
    public String words() {
        return words;
    }

    /** What the name of a file of it ends in, without the dot. */
    public String extension() {
        return extension;
    }

    /** What stands before the marks of a line in a part. */
    String mark() {
        return mark;
    }

    /** A text as a literal: whatever it holds, it stays one string on one line. */
    String quoted(String text) {
        return switch (this) {
            case PYTHON -> StringLiterals.python(text);
            case JAVA -> StringLiterals.java(text);
        };
    }

    /** What a comment begins with. */
    String comment() {
        return comment;
    }
}
