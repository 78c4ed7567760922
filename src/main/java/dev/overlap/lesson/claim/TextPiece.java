package dev.overlap.lesson.claim;

import dev.overlap.plan.Quoting;

import java.util.Optional;

/** A piece of a text that may name measured figures. */
interface TextPiece {

    /** Returns the text with the runs at hand; empty if it has none. */
    Optional<String> text(MeasuredRuns runs);

    /** Throws an {@link IllegalArgumentException} unless a lesson can measure it. */
    void requireWithin(LessonScope scope);

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
