package dev.overlap.protocol.recording;

import dev.overlap.protocol.ProtocolEvent.ExchangeBegin;
import dev.overlap.protocol.ProtocolEvent.ExchangeEnd;
import dev.overlap.trace.Exchange;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** Writes the exchanges of one stream. */
final class StreamExchanges {

    private final RunWriter run;
    private final String prefix;
    private final Map<Long, OpenExchange> open = new HashMap<>();

    private record OpenExchange(TaskRow task, Exchange exchange) {}

    /**
     * Creates the writer of a stream.
     *
     * @param prefix of the names of its connections, which are unique in the stream only
     */
    StreamExchanges(RunWriter run, String prefix) {
        this.run = run;
        this.prefix = prefix;
    }

    void begin(ExchangeBegin event, TaskRow task, long nanoTime) {
        boolean isKnown = open.containsKey(event.exchange());
        if (task.hasEnded() || !(isKnown || run.refer())) {
            return;
        }
        Exchange begun = task.beginExchange(RecordedText.url(event.url()), nanoTime);
        if (begun == null) {
            run.notes().tooMany++;
            run.release(isKnown ? 0 : 1);
            return;
        }
        Exchange exchange = on(begun, event.connection(), event.reused());
        task.note(exchange);
        open.put(event.exchange(), new OpenExchange(task, exchange));
    }

    private Exchange on(Exchange exchange, String connection, @Nullable Boolean reused) {
        boolean isReused = reused == null ? exchange.reused() : reused;
        String identity =
                connection.isEmpty()
                        ? exchange.connection()
                        : prefix + RecordedText.name(connection);
        return exchange.on(identity, isReused && !identity.isEmpty());
    }

    void end(ExchangeEnd event, long nanoTime) {
        OpenExchange known = open.remove(event.exchange());
        if (known == null) {
            return;
        }
        run.release(1);
        Exchange ended =
                on(known.exchange, event.connection(), event.reused())
                        .replied(
                                RecordedText.name(event.version()),
                                (int) Math.max(0, event.status()),
                                event.sentMillis(),
                                Double.NaN)
                        .received(Math.max(0, event.bytes()));
        known.task.endExchange(ended, nanoTime);
    }

    /** Forgets those that have not ended. */
    void close() {
        run.release(open.size());
        open.clear();
    }
}
