package dev.overlap.session.history;

import dev.overlap.comparison.Comparison;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.text.history.HistoryText;
import dev.overlap.trace.Trace;

/** Labels of runs and comparisons that have just been kept. */
final class RecordingLabel {

    private RecordingLabel() {}

    static EntryLabel of(Recording recording) {
        return switch (recording) {
            case RecordedRun run ->
                    label(
                            recording,
                            HistoryText.title(run.modelName(), run.trace()),
                            run.trace(),
                            1);
            case RecordedComparison it -> of(it);
        };
    }

    private static EntryLabel label(Recording recording, String title, Trace trace, int variants) {
        long wall = trace.isFinished() ? trace.wallNanos() : -1;
        return new EntryLabel(title, "", recording.begun(), wall, variants, false, null);
    }

    private static EntryLabel of(RecordedComparison recorded) {
        Comparison comparison = recorded.comparison();
        return new EntryLabel(
                HistoryText.title(comparison),
                "",
                recorded.begun(),
                comparison.maxNanos(),
                comparison.entries().size(),
                false,
                null);
    }
}
