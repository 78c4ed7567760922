package dev.overlap.trace;

import java.util.Set;

/**
 * What a task is doing. A task is always in exactly one phase from its creation to its end; phases
 * may repeat, as a redirect begins the exchange anew.
 */
public enum Phase {
    /** Waiting for the model to hand it to a worker; begins with the run. */
    QUEUED("queued", "queued"),
    /**
     * Handed over and able to go on, but nobody runs it; begins when it is put on the loop's queue,
     * when its timer is due, or when it starts to wait for the interpreter lock.
     */
    READY("ready", "ready"),
    /** Waiting for a connection slot; begins when the pool is asked. */
    LEASE("lease", "lease", Fact.ENDS_ON_LOOP),
    /** Resolving the host name; begins when the resolver is called. */
    DNS("dns", "DNS", Fact.WORK, Fact.HOLDS_CONNECTION, Fact.AWAITS_NETWORK, Fact.ENDS_ON_LOOP),
    /** Opening the TCP connection; begins when the resolver has answered. */
    CONNECT(
            "connect",
            "connect",
            Fact.WORK,
            Fact.HOLDS_CONNECTION,
            Fact.OPENS_CONNECTION,
            Fact.AWAITS_NETWORK,
            Fact.ENDS_ON_LOOP),
    /** Shaking hands; begins when TCP is up and the scheme is https. */
    TLS(
            "tls",
            "TLS",
            Fact.WORK,
            Fact.HOLDS_CONNECTION,
            Fact.OPENS_CONNECTION,
            Fact.AWAITS_NETWORK,
            Fact.ENDS_ON_LOOP),
    /** Writing the request; begins when a connection, new or reused, is in hand. */
    SEND("send", "send", Fact.WORK, Fact.HOLDS_CONNECTION, Fact.KEEPS_WORKER_BUSY),
    /**
     * Waiting for the first byte of the reply; begins when the last byte of the request is written.
     */
    WAIT("wait", "wait", Fact.WORK, Fact.HOLDS_CONNECTION, Fact.AWAITS_NETWORK, Fact.ENDS_ON_LOOP),
    /** Reading the reply; begins when its first byte is read. */
    RECEIVE(
            "receive",
            "receive",
            Fact.WORK,
            Fact.HOLDS_CONNECTION,
            Fact.KEEPS_WORKER_BUSY,
            Fact.ENDS_ON_LOOP),
    /** Using a processor; begins when the computation starts, or takes the lock back. */
    COMPUTE("compute", "compute", Fact.WORK, Fact.USES_CPU, Fact.KEEPS_WORKER_BUSY),
    /** Waiting on purpose between two polls; begins when the timer is set. */
    PAUSE("pause", "pause", Fact.WORK, Fact.ENDS_ON_LOOP);

    /** What holds of a task, or of its worker, during a phase. */
    private enum Fact {
        WORK,
        HOLDS_CONNECTION,
        OPENS_CONNECTION,
        AWAITS_NETWORK,
        ENDS_ON_LOOP,
        USES_CPU,
        KEEPS_WORKER_BUSY
    }

    private static final Phase[] ALL = values();

    private final String id;
    private final String words;
    private final boolean work;
    private final boolean connection;
    private final boolean opening;
    private final boolean network;
    private final boolean loop;
    private final boolean cpu;
    private final boolean worker;

    Phase(String id, String words, Fact... facts) {
        Set<Fact> all = Set.of(facts);
        this.id = id;
        this.words = words;
        work = all.contains(Fact.WORK);
        connection = all.contains(Fact.HOLDS_CONNECTION);
        opening = all.contains(Fact.OPENS_CONNECTION);
        network = all.contains(Fact.AWAITS_NETWORK);
        loop = all.contains(Fact.ENDS_ON_LOOP);
        cpu = all.contains(Fact.USES_CPU);
        worker = all.contains(Fact.KEEPS_WORKER_BUSY);
    }

    static Phase of(int ordinal) {
        return ALL[ordinal];
    }

    /** What it is called in files and in marks of programs, such as {@code dns}. */
    public String id() {
        return id;
    }

    /** The name in a legend or a list. */
    public String words() {
        return words;
    }

    /**
     * Whether the task is being worked on, by us or by the other side. It is not while it waits for
     * its turn: for a worker, for the thread, for a connection slot. A task is <em>in flight</em>
     * while this holds.
     */
    public boolean isWork() {
        return work;
    }

    /**
     * Whether the task holds a connection, or the place of one that is being opened: from the end
     * of its lease until it needs none.
     */
    public boolean holdsConnection() {
        return connection;
    }

    /** Whether a connection is being opened, by then to a known address. */
    public boolean opensConnection() {
        return opening;
    }

    /** Whether nothing but the other side, or the network, keeps the task from going on. */
    public boolean awaitsNetwork() {
        return network;
    }

    /** Whether the phase ends by something that an event loop has to notice. */
    public boolean endsOnLoop() {
        return loop;
    }

    /** Whether the task computes. */
    public boolean usesCpu() {
        return cpu;
    }

    /** Whether the task's worker has something to do for it, and does not only wait with it. */
    public boolean keepsWorkerBusy() {
        return worker;
    }
}
