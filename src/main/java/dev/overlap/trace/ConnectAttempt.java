package dev.overlap.trace;

/**
 * One attempt to open a TCP connection for an exchange. A name may have several addresses; each is
 * an attempt of its own, and attempts may overlap: the first that connects is used, the others are
 * closed.
 *
 * @param exchange the number of its exchange among those of the task
 * @param number its place among the attempts of that exchange, from 0
 * @param address in figures, without the port
 * @param beginNanos when the connect was asked for, since time zero
 * @param endNanos when its result was seen, or when it was closed; {@link TaskTrack#OPEN} while it
 *     goes on
 */
public record ConnectAttempt(
        int exchange, int number, String address, long beginNanos, long endNanos, Result result) {

    /** What became of an attempt. */
    public sealed interface Result {

        /** One or two words for it. */
        default String words() {
            return switch (this) {
                case Pending _ -> "pending";
                case Connected _ -> "connected";
                case Closed _ -> "closed";
                case Failed(FailureKind kind) -> kind.words();
            };
        }
    }

    /** It goes on. */
    public record Pending() implements Result {}

    /** It connected, and this connection is used. */
    public record Connected() implements Result {}

    /** It was given up: another one connected first, or the task was stopped. */
    public record Closed() implements Result {}

    /** It was answered, but not with a connection. */
    public record Failed(FailureKind kind) implements Result {}

    /** An attempt that has just begun. */
    public static ConnectAttempt begin(int exchange, int number, String address, long beginNanos) {
        return new ConnectAttempt(
                exchange, number, address, beginNanos, TaskTrack.OPEN, new Pending());
    }

    /** The same once it is over. */
    public ConnectAttempt ended(long endNanos, Result result) {
        return new ConnectAttempt(exchange, number, address, beginNanos, endNanos, result);
    }

    /** The same with its instants moved into a range, where another clock has read them. */
    public ConnectAttempt within(long fromNanos, long toNanos) {
        long end = endNanos == TaskTrack.OPEN ? endNanos : Math.clamp(endNanos, fromNanos, toNanos);
        return new ConnectAttempt(
                exchange, number, address, Math.clamp(beginNanos, fromNanos, toNanos), end, result);
    }

    /** Whether both are pictures of one attempt. */
    boolean isSameAs(ConnectAttempt other) {
        return exchange == other.exchange && number == other.number;
    }
}
