package dev.overlap.foreign.chrometrace;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What becomes a task.
 *
 * @param lane the lane that runs it, or null if none does
 * @param phases its phases, in order of time; at least one
 * @param outcome null if it had not ended
 */
record Row(
        String label,
        @Nullable Lane lane,
        List<PhaseBegin> phases,
        long endNanos,
        @Nullable Outcome outcome) {

    /** When a phase began; it ends where the next one begins. */
    record PhaseBegin(Phase phase, long nanos) {}

    long beginNanos() {
        return phases.getFirst().nanos();
    }

    static Row of(String label, @Nullable Lane lane, Phase phase, Span span, Outcome outcome) {
        PhaseBegin only = new PhaseBegin(phase, span.beginNanos());
        return new Row(label, lane, List.of(only), span.endNanos(), outcome);
    }
}
