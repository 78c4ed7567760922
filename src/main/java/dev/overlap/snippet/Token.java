package dev.overlap.snippet;

/**
 * A piece of a line that has one shade.
 *
 * @param text at least one character, without a line break
 */
public record Token(TokenType type, String text) {}
