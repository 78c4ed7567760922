package dev.overlap.snippet;

/** The type of a token, for highlighting. */
public enum TokenType {
    /** Everything else: operators, brackets, blanks, names of variables and types. */
    PLAIN,
    /** A keyword of the language. */
    KEYWORD,
    STRING,
    COMMENT,
    NUMBER,
    /** The name of a function, in its declaration or a call. */
    NAME
}
