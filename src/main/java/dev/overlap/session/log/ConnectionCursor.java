package dev.overlap.session.log;

import dev.overlap.trace.ConnectionTrack;

import org.jspecify.annotations.Nullable;

/** The events of a connection: when it became known, and then its uses. */
final class ConnectionCursor implements EventCursor {

    private final ConnectionTrack connection;
    private final int uses;
    private int use = -1;

    ConnectionCursor(ConnectionTrack connection) {
        this.connection = connection;
        uses = connection.uses();
    }

    @Override
    public boolean hasNext() {
        return use < uses;
    }

    @Override
    public long nanos() {
        return use < 0 ? connection.firstUsedNanos() : connection.begin(use);
    }

    @Override
    public @Nullable EventCursor write(LogLines lines) {
        if (use < 0) {
            lines.event(EventName.CONNECTION, connection.firstUsedNanos())
                    .put(FieldName.IDENTITY, connection.identity())
                    .putUnlessEmpty(FieldName.HOST, connection.host());
        } else {
            lines.event(EventName.USE, connection.begin(use))
                    .put(FieldName.CONNECTION, connection.index())
                    .put(FieldName.TASK, connection.task(use))
                    .put(FieldName.EXCHANGE, connection.exchange(use))
                    .put(FieldName.STEP, connection.segment(use));
        }
        use++;
        return null;
    }
}
