package dev.overlap.session.log;

import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;

/** Outcomes as fields of an event. */
final class OutcomeCodec {

    private static final String OK = "ok";
    private static final String ERROR = "error";
    private static final String CANCELLED = "cancelled";
    private static final String ANSWERED = "answered";
    private static final String COMPUTED = "computed";
    private static final String DONE = "done";

    private OutcomeCodec() {}

    static void put(Outcome outcome, LogLines lines) {
        switch (outcome) {
            case Outcome.Answered(int status, long bytes) ->
                    lines.put(FieldName.HOW, OK)
                            .put(FieldName.AS, ANSWERED)
                            .put(FieldName.STATUS, status)
                            .put(FieldName.BYTES, bytes);
            case Outcome.Computed _ -> lines.put(FieldName.HOW, OK).put(FieldName.AS, COMPUTED);
            case Outcome.Done _ -> lines.put(FieldName.HOW, OK).put(FieldName.AS, DONE);
            case Outcome.Failed(FailureKind kind, String sentence) ->
                    lines.put(FieldName.HOW, ERROR)
                            .put(FieldName.ERROR, EnumCodes.of(kind))
                            .put(FieldName.SENTENCE, sentence);
            case Outcome.Cancelled _ -> lines.put(FieldName.HOW, CANCELLED);
        }
    }

    static Outcome read(LogEvent event, Leftovers leftovers) {
        return switch (event.text(FieldName.HOW)) {
            case OK -> readSuccess(event, leftovers);
            case CANCELLED -> new Outcome.Cancelled();
            case ERROR ->
                    new Outcome.Failed(
                            failure(event, leftovers), event.text(FieldName.SENTENCE, ""));
            default -> {
                leftovers.addValue();
                yield new Outcome.Done();
            }
        };
    }

    /** Returns the kind of failure of an event. */
    static FailureKind failure(LogEvent event, Leftovers leftovers) {
        return leftovers.known(
                EnumCodes.read(FailureKind.class, event.text(FieldName.ERROR, "")),
                FailureKind.OTHER);
    }

    private static Outcome readSuccess(LogEvent event, Leftovers leftovers) {
        return switch (event.text(FieldName.AS, DONE)) {
            case ANSWERED ->
                    new Outcome.Answered(
                            event.integer(FieldName.STATUS), event.number(FieldName.BYTES, 0));
            case COMPUTED -> new Outcome.Computed();
            case DONE -> new Outcome.Done();
            default -> {
                leftovers.addValue();
                yield new Outcome.Done();
            }
        };
    }
}
