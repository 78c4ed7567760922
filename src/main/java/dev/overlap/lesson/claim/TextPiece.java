package dev.overlap.lesson.claim;

import dev.overlap.plan.Quoting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A piece of a text that may name measured figures. */
sealed interface TextPiece
        permits TextPiece.Plain, TextPiece.Broken, FigureReference, FigureReference.Guessed {

    /** Returns the text with the runs at hand; empty if it has none. */
    Optional<String> text(MeasuredRuns runs);

    /** Throws an {@link IllegalArgumentException} unless a lesson can measure it. */
    void requireWithin(LessonScope scope);

    /** Splits a text. Never throws: what is no figure stays, and is refused by the check. */
    static List<TextPiece> split(String text) {
        List<TextPiece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int brace = text.indexOf('{', at);
            if (brace < 0) {
                pieces.add(new Plain(text.substring(at)));
                break;
            }
            pieces.add(new Plain(text.substring(at, brace)));
            at = brace + addBrace(text, brace, pieces);
        }
        return pieces;
    }

    /** Adds what begins with a brace; returns its length. */
    private static int addBrace(String text, int brace, List<TextPiece> pieces) {
        if (text.startsWith("{{", brace)) {
            pieces.add(new Plain("{"));
            return 2;
        }
        int end = text.indexOf('}', brace);
        if (end < 0) {
            pieces.add(new Broken(text.substring(brace), "has no closing brace"));
            return text.length() - brace;
        }
        pieces.add(figure(text.substring(brace, end + 1)));
        return end + 1 - brace;
    }

    private static TextPiece figure(String braced) {
        try {
            return FigureReference.parse(braced.substring(1, braced.length() - 1));
        } catch (IllegalArgumentException e) {
            return new Broken(braced, String.valueOf(e.getMessage()));
        }
    }

    /** Text without figures. */
    record Plain(String text) implements TextPiece {
        @Override
        public Optional<String> text(MeasuredRuns runs) {
            return Optional.of(text);
        }

        @Override
        public void requireWithin(LessonScope scope) {}
    }

    /**
     * A brace that begins no figure.
     *
     * @param why what follows its quotation
     */
    record Broken(String text, String why) implements TextPiece {
        @Override
        public Optional<String> text(MeasuredRuns runs) {
            return Optional.of(text);
        }

        @Override
        public void requireWithin(LessonScope scope) {
            throw new IllegalArgumentException(
                    "%s %s. A brace begins a measured figure, such as {wall.threads} or {sum};"
                                    .formatted(Quoting.of(text), why)
                            + " write {{ for a brace.");
        }
    }
}
