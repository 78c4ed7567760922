package dev.overlap.snippet;

/**
 * A part of a line with one type.
 *
 * @param text at least one character, without a line break
 */
public record Token(TokenType type, String text) {}
