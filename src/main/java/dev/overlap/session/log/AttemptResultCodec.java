package dev.overlap.session.log;

import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.FailureKind;

/** Results of attempts to connect as fields of an event. */
final class AttemptResultCodec {

    private static final String CONNECTED = "connected";
    private static final String CLOSED = "closed";
    private static final String PENDING = "pending";
    private static final String ERROR = "error";

    private AttemptResultCodec() {}

    static void put(ConnectAttempt.Result result, LogLines lines) {
        switch (result) {
            case ConnectAttempt.Pending _ -> lines.put(FieldName.HOW, PENDING);
            case ConnectAttempt.Connected _ -> lines.put(FieldName.HOW, CONNECTED);
            case ConnectAttempt.Closed _ -> lines.put(FieldName.HOW, CLOSED);
            case ConnectAttempt.Failed(FailureKind kind) ->
                    lines.put(FieldName.HOW, ERROR).put(FieldName.ERROR, EnumCodes.of(kind));
        }
    }

    static ConnectAttempt.Result read(LogEvent event, Leftovers leftovers) {
        return switch (event.text(FieldName.HOW)) {
            case PENDING -> new ConnectAttempt.Pending();
            case CONNECTED -> new ConnectAttempt.Connected();
            case CLOSED -> new ConnectAttempt.Closed();
            case ERROR -> new ConnectAttempt.Failed(OutcomeCodec.failure(event, leftovers));
            default -> {
                leftovers.addValue();
                yield new ConnectAttempt.Closed();
            }
        };
    }
}
