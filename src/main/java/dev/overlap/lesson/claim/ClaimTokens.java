package dev.overlap.lesson.claim;

import dev.overlap.plan.Quoting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words, numbers and signs of a claim, in order. A hyphen inside the parentheses of a function
 * belongs to a word, such as a model's id; elsewhere it is a minus.
 */
final class ClaimTokens {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<number>[0-9]{1,9}(?:\\.[0-9]{1,9})?(?:[a-zA-Z]{1,3})?)"
                            + "|(?<word>(?:python:)?[a-zA-Z][a-zA-Z0-9_-]*)"
                            + "|(?<sign><=|>=|[-<>=+*/(),]))");

    private static final String END = "";

    private final List<String> tokens = new ArrayList<>();
    private int next;

    ClaimTokens(String line) {
        Matcher matcher = TOKEN.matcher(line);
        int at = 0;
        while (at < line.length()) {
            if (!matcher.region(at, line.length()).lookingAt()) {
                throw new IllegalArgumentException(
                        "%s cannot be read. %s"
                                .formatted(
                                        Quoting.of(line.substring(at).strip()),
                                        ClaimParser.EXAMPLE));
            }
            tokens.add(matcher.group().strip());
            at = matcher.end();
        }
    }

    /** The next token; empty at the end. */
    String peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    /** Returns the next token and moves on. */
    String take() {
        String token = peek();
        next++;
        return token;
    }

    /** Moves on if the next token is this one. */
    boolean skip(String token) {
        boolean found = peek().equals(token) && !token.isEmpty();
        if (found) {
            next++;
        }
        return found;
    }

    /** Moves over a token that must come next. */
    void require(String token, String place) {
        if (!skip(token)) {
            throw new IllegalArgumentException(
                    "%s needs a %s, not %s.".formatted(place, token, described()));
        }
    }

    boolean isAtEnd() {
        return next >= tokens.size();
    }

    /** The next token, for a sentence. */
    String described() {
        return isAtEnd() ? "the end of the line" : Quoting.of(peek());
    }
}
