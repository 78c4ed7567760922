package dev.overlap.lesson.claim;

import dev.overlap.text.DurationFormat;

import java.util.Optional;

/** The guess for a model, named in braces by a text. */
record GuessReference(String model) implements TextPiece {
    @Override
    public Optional<String> text(MeasuredRuns runs) {
        return Optional.ofNullable(runs.guesses().of(model)).map(DurationFormat::text);
    }

    @Override
    public void requireWithin(LessonScope scope) {
        scope.requireModel(model);
    }
}
