package dev.overlap.text.glossary;

/**
 * A term that people meet: its meaning, and what others call it.
 *
 * @param word as it is shown
 * @param meaning at most two sentences
 */
public record GlossaryTerm(String word, String meaning) {}
