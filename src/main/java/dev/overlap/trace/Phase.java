package dev.overlap.trace;

/**
 * What a task is doing. A task is always in exactly one phase from its creation to its end; phases
 * may repeat, as a redirect begins the exchange anew.
 */
public enum Phase {
    /** Waiting for the model to hand it to a worker; begins with the run. */
    QUEUED,
    /**
     * Handed over and able to go on, but nobody runs it; begins when it is put on the loop's queue,
     * when its timer is due, or when it starts to wait for the interpreter lock.
     */
    READY,
    /** Waiting for a connection slot; begins when the pool is asked. */
    LEASE,
    /** Resolving the host name; begins when the resolver is called. */
    DNS,
    /** Opening the TCP connection; begins when the resolver has answered. */
    CONNECT,
    /** Shaking hands; begins when TCP is up and the scheme is https. */
    TLS,
    /** Writing the request; begins when a connection, new or reused, is in hand. */
    SEND,
    /**
     * Waiting for the first byte of the reply; begins when the last byte of the request is written.
     */
    WAIT,
    /** Reading the reply; begins when its first byte is read. */
    RECEIVE,
    /** Using a processor; begins when the computation starts, or takes the lock back. */
    COMPUTE,
    /** Waiting on purpose between two polls; begins when the timer is set. */
    PAUSE;

    private static final Phase[] ALL = values();

    static Phase of(int ordinal) {
        return ALL[ordinal];
    }

    /**
     * Whether the task is being worked on, by us or by the other side. It is not while it waits for
     * its turn: for a worker, for the thread, for a connection slot. A task is <em>in flight</em>
     * while this holds.
     */
    public boolean isWork() {
        return switch (this) {
            case QUEUED, READY, LEASE -> false;
            case DNS, CONNECT, TLS, SEND, WAIT, RECEIVE, COMPUTE, PAUSE -> true;
        };
    }

    /**
     * Whether the task holds a connection, or the place of one that is being opened: from the end
     * of its lease until it needs none.
     */
    public boolean holdsConnection() {
        return switch (this) {
            case DNS, CONNECT, TLS, SEND, WAIT, RECEIVE -> true;
            case QUEUED, READY, LEASE, COMPUTE, PAUSE -> false;
        };
    }

    /** The name in a legend or a list. */
    public String words() {
        return switch (this) {
            case QUEUED -> "queued";
            case READY -> "ready";
            case LEASE -> "lease";
            case DNS -> "DNS";
            case CONNECT -> "connect";
            case TLS -> "TLS";
            case SEND -> "send";
            case WAIT -> "wait";
            case RECEIVE -> "receive";
            case COMPUTE -> "compute";
            case PAUSE -> "pause";
        };
    }
}
