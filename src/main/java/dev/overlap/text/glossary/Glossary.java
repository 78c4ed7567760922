package dev.overlap.text.glossary;

import dev.overlap.trace.Phase;
import dev.overlap.trace.WorkerTrack.Role;

/** Explains phases and workers, with the words that people search for. */
public final class Glossary {

    private Glossary() {}

    /** Returns the term for a phase of a task. */
    public static GlossaryTerm of(Phase phase) {
        return new GlossaryTerm(phase.words(), meaning(phase));
    }

    private static String meaning(Phase phase) {
        return switch (phase) {
            case QUEUED ->
                    "The task waits for the model to give it a worker. Also called pending, or"
                            + " waiting in the executor\u2019s queue.";
            case READY ->
                    "The task could run, but has no thread, no turn on its loop, or no GIL. Also"
                            + " called runnable.";
            case BLOCKED ->
                    "The task has asked for a lock, a permit, an item or room that it does not get"
                            + " yet. Also called blocked, or contention.";
            case LEASE ->
                    "The task waits for a connection, since all that are allowed are in use. Also"
                            + " called pool wait; browsers call it stalled.";
            case DNS ->
                    "The name of the host is looked up. Also called name resolution; a numeric"
                            + " address needs none.";
            case CONNECT ->
                    "A TCP connection is opened, which takes one round trip to the server. Also"
                            + " called TCP handshake; a reused connection needs none.";
            case TLS ->
                    "Keys are agreed on, and the server\u2019s certificate is checked. Also called"
                            + " TLS or SSL handshake; a reused connection needs none.";
            case SEND -> "The request is written to the connection. Also called request sent.";
            case WAIT ->
                    "The request is out, and no byte of the reply is in. Also called time to first"
                            + " byte (TTFB), or latency of the server.";
            case RECEIVE ->
                    "The reply is read, from its first byte to its last. Also called content"
                            + " download.";
            case COMPUTE -> "The task uses a processor for arithmetic. Also called CPU-bound work.";
            case PAUSE ->
                    "The task sleeps on purpose: in a step, in a gap, or before it polls again."
                            + " Also called sleep, back-off or polling interval.";
            case AWAIT ->
                    "The task waits for other tasks: it awaits or joins them, or asks for a result."
                            + " Only the pictures of watched programs have it.";
        };
    }

    /** Returns the term for a kind of worker. */
    public static GlossaryTerm of(Role role) {
        return new GlossaryTerm(role.word(), meaning(role));
    }

    private static String meaning(Role role) {
        return switch (role) {
            case THREAD ->
                    "A platform thread: the operating system schedules it, and a task occupies it"
                            + " even while it only waits. Also called OS thread; Python\u2019s"
                            + " threading.Thread is one.";
            case VIRTUAL_THREAD ->
                    "A thread of the Java runtime: while it waits, it leaves its carrier, a"
                            + " platform thread, to others. Also called green thread or fiber.";
            case PROCESS ->
                    "A process of its own, with its own memory and, in Python, its own GIL."
                            + " ProcessPoolExecutor and multiprocessing have such workers.";
            case LOOP ->
                    "One thread that runs the steps of all tasks in turn, each until it has to"
                            + " wait. Also called reactor; asyncio and Node.js work like this.";
        };
    }

    /** Returns the term for a thread that helps without running steps of tasks, by its name. */
    public static GlossaryTerm ofHelper(String name) {
        String meaning =
                switch (name) {
                    case "driver" ->
                            "The thread that runs the model: it hands tasks to workers. In a"
                                    + " program of yours it would be the main thread.";
                    case "timer" ->
                            "Wakes tasks that pause, and ends those whose timeout is over. Also"
                                    + " called scheduler.";
                    case "resolver" ->
                            "Looks up the names of hosts, because the system\u2019s call for that"
                                    + " blocks. asyncio has threads for it, too.";
                    case "reactor watch" ->
                            "Starts the thread of the event loop and waits for its end. It does"
                                    + " nothing in between.";
                    case "process reader" ->
                            "Reads what worker processes report. Its counterpart in Python is the"
                                    + " thread that manages a ProcessPoolExecutor.";
                    default -> "A thread that helps the run. It executes no steps of tasks.";
                };
        return new GlossaryTerm(name, meaning);
    }
}
