package dev.overlap.trace;

import java.util.Set;

/**
 * The phases of a task. From its creation to its end a task is in exactly one phase; phases may
 * repeat, since each redirect starts a new exchange.
 */
public enum Phase {
    /** Waiting for the model to dispatch it to a worker; begins with the run. */
    QUEUED("queued", "queued"),
    /**
     * Runnable, but not running; begins when the task is put on the loop's queue, when its timer is
     * due, or when it starts to wait for the interpreter lock.
     */
    READY("ready", "ready"),
    /**
     * Waiting for a lock, a permit, an item of a queue or room in it; begins when the task asks and
     * does not get it at once, in another process whenever it asks.
     */
    BLOCKED("blocked", "waits for a resource"),
    /** Waiting for a connection from the pool; begins when the pool is asked. */
    LEASE("lease", "lease", Fact.ENDS_ON_LOOP),
    /** Resolving the host name; begins when the resolver is called. */
    DNS("dns", "DNS", Fact.WORK, Fact.HOLDS_CONNECTION, Fact.AWAITS_NETWORK, Fact.ENDS_ON_LOOP),
    /** Opening the TCP connection; begins when the host name is resolved. */
    CONNECT(
            "connect",
            "connect",
            Fact.WORK,
            Fact.HOLDS_CONNECTION,
            Fact.OPENS_CONNECTION,
            Fact.AWAITS_NETWORK,
            Fact.ENDS_ON_LOOP),
    /** TLS handshake; begins when TCP is connected and the scheme is https. */
    TLS(
            "tls",
            "TLS",
            Fact.WORK,
            Fact.HOLDS_CONNECTION,
            Fact.OPENS_CONNECTION,
            Fact.AWAITS_NETWORK,
            Fact.ENDS_ON_LOOP),
    /** Writing the request; begins when the task has a connection, new or reused. */
    SEND("send", "send", Fact.WORK, Fact.HOLDS_CONNECTION, Fact.KEEPS_WORKER_BUSY),
    /** Waiting for the first byte of the reply; begins when the request is written. */
    WAIT("wait", "wait", Fact.WORK, Fact.HOLDS_CONNECTION, Fact.AWAITS_NETWORK, Fact.ENDS_ON_LOOP),
    /** Reading the reply; begins when its first byte is read. */
    RECEIVE(
            "receive",
            "receive",
            Fact.WORK,
            Fact.HOLDS_CONNECTION,
            Fact.KEEPS_WORKER_BUSY,
            Fact.ENDS_ON_LOOP),
    /** Computing; begins when the computation starts or reacquires the interpreter lock. */
    COMPUTE("compute", "compute", Fact.WORK, Fact.USES_CPU, Fact.KEEPS_WORKER_BUSY),
    /**
     * Sleeping: between two polls, in a step that sleeps, or in the gap of an increment; begins
     * when the timer is set.
     */
    PAUSE("pause", "pause", Fact.WORK, Fact.ENDS_ON_LOOP),
    /**
     * Waiting for other tasks: it awaits, joins or asks for a result. Only programs that are
     * watched tell it.
     */
    AWAIT("await", "awaits other tasks");

    /** Properties of a task, or of its worker, during a phase. */
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

    /** Returns the id in files and in the line marks of programs, such as {@code dns}. */
    public String id() {
        return id;
    }

    /** Returns the name shown in legends and lists. */
    public String words() {
        return words;
    }

    /**
     * Returns whether the task is making progress, here or at the server, rather than waiting for a
     * worker, for its thread, for a connection or for another resource. A task is <em>in
     * flight</em> during such phases.
     */
    public boolean isWork() {
        return work;
    }

    /**
     * Returns whether the task occupies a connection, open or being opened: from the end of its
     * lease until it needs none.
     */
    public boolean holdsConnection() {
        return connection;
    }

    /** Returns whether a connection to a resolved address is being opened. */
    boolean opensConnection() {
        return opening;
    }

    /** Returns whether the task waits only for the server or the network. */
    public boolean awaitsNetwork() {
        return network;
    }

    /** Returns whether the phase ends with an event that an event loop has to process. */
    public boolean endsOnLoop() {
        return loop;
    }

    /** Returns whether the task computes. */
    public boolean usesCpu() {
        return cpu;
    }

    /** Returns whether the task's worker does something for it, as opposed to being blocked. */
    public boolean keepsWorkerBusy() {
        return worker;
    }
}
