package dev.overlap.snippet;

/** What a piece of a program is to the eye. */
public enum TokenType {
    /** Everything else: operators, brackets, blanks, names of variables and types. */
    PLAIN,
    /** A word that the language keeps for itself. */
    KEYWORD,
    STRING,
    COMMENT,
    NUMBER,
    /** The name of a function, where it is written or called. */
    NAME
}
