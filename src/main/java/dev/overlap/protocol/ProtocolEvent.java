package dev.overlap.protocol;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One event of the protocol, as it was told. {@code assets/protocol/README.md} says what each of
 * them and of their fields means.
 *
 * <p>Instants are nanoseconds of the clock of the stream; durations are nanoseconds. Ids are
 * numbers of the stream, 0 or more. A number that was not told is {@link #ABSENT}, a text that was
 * not told is empty.
 */
public sealed interface ProtocolEvent {

    /** In place of an id, a duration or a count that was not told. */
    long ABSENT = -1;

    /** Returns when it happened, by the clock of the stream. */
    long t();

    /**
     * The first line of a stream.
     *
     * @param version of the protocol, 1 or more
     * @param wall the Unix time at {@code t}, in nanoseconds
     * @param uncertainty of that time, in nanoseconds
     * @param parent the process that started this one
     * @param token what shows that the stream was expected
     * @param processors of the machine
     * @param gil whether the interpreter has a lock that all of its threads share, null if not told
     * @param sees what the emitter observes; null if it does not say so
     */
    record Hello(
            long t,
            long version,
            long wall,
            long uncertainty,
            long pid,
            long parent,
            String token,
            String language,
            String languageVersion,
            List<String> arguments,
            long processors,
            @Nullable Boolean gil,
            @Nullable List<String> sees)
            implements ProtocolEvent {

        public Hello {
            arguments = List.copyOf(arguments);
            sees = sees == null ? null : List.copyOf(sees);
        }
    }

    /** The clock of the stream beside the clock on the wall, once more. */
    record Clock(long t, long wall, long uncertainty) implements ProtocolEvent {}

    /** What the program is run for begins: time zero, unless a task was told before. */
    record Begin(long t) implements ProtocolEvent {}

    /**
     * A thread, a process or a loop that can execute tasks.
     *
     * @param on the worker that a loop runs on
     * @param thread its id in the system
     * @param aux whether it belongs to a library and executes no task of the program
     */
    record Worker(long t, long worker, String kind, String name, long on, long thread, boolean aux)
            implements ProtocolEvent {}

    /** A worker executes nothing any more. */
    record WorkerEnd(long t, long worker, long cpu) implements ProtocolEvent {}

    /**
     * A task is made.
     *
     * @param kind coroutine, thread, job, call or something else
     * @param by the task that made it
     * @param at the line of its code, {@code file:line}
     * @param id a name by which other streams know it, too
     * @param aux whether it belongs to a library
     * @param phase in which it begins
     */
    record Task(
            long t,
            long task,
            String name,
            String kind,
            long by,
            String at,
            String id,
            boolean aux,
            String phase)
            implements ProtocolEvent {}

    /**
     * A task enters a phase.
     *
     * @param on what it waits for, in words
     * @param awaited the tasks that it waits for
     */
    record PhaseChange(
            long t,
            long task,
            String phase,
            long worker,
            String on,
            List<Long> awaited,
            String host)
            implements ProtocolEvent {

        public PhaseChange {
            awaited = List.copyOf(awaited);
        }
    }

    /** How a task ended. */
    enum How {
        OK("ok"),
        ERROR("error"),
        CANCELLED("cancelled");

        private final String code;

        How(String code) {
            this.code = code;
        }

        /** Returns the word on the line. */
        String code() {
            return code;
        }
    }

    /**
     * A task ends.
     *
     * @param error the name of the exception
     * @param text what the exception says
     */
    record TaskEnd(long t, long task, How how, String error, String text)
            implements ProtocolEvent {}

    /**
     * A worker runs something from now on.
     *
     * @param task of which it runs a part
     * @param what it runs, if that is no task
     */
    record Busy(long t, long worker, long task, String what) implements ProtocolEvent {}

    /** A worker does not run any more what it began last. */
    record Idle(long t, long worker, long cpu) implements ProtocolEvent {}

    /** A worker has run something, from {@code t} for {@code duration}. */
    record Slice(long t, long worker, long duration, long task, long cpu, String what)
            implements ProtocolEvent {}

    /**
     * A task begins a request; its phases belong to it from now on.
     *
     * @param connection a name of it within the stream
     * @param reused whether the connection was used before; null if not told
     */
    record ExchangeBegin(
            long t,
            long exchange,
            long task,
            String method,
            String url,
            String connection,
            @Nullable Boolean reused)
            implements ProtocolEvent {}

    /**
     * A reply is read, or there will be none.
     *
     * @param version of HTTP
     * @param sentMillis from request to reply, as measured by the server; NaN if not told
     */
    record ExchangeEnd(
            long t,
            long exchange,
            long status,
            long bytes,
            String version,
            double sentMillis,
            String error,
            String connection,
            @Nullable Boolean reused)
            implements ProtocolEvent {}

    /**
     * The program has the result of a task in hand.
     *
     * @param id of the task, by which other streams know it, too
     */
    record Collected(long t, String id) implements ProtocolEvent {}

    /** Something that the emitter cannot see. */
    record Note(long t, String text, String what) implements ProtocolEvent {}

    /** A process is about to end another one: that it says no goodbye is no accident. */
    record Kill(long t, long pid) implements ProtocolEvent {}

    /**
     * The last line of a stream.
     *
     * @param lost the number of events that the emitter had to leave out
     * @param cpu of the process
     */
    record Bye(long t, long lost, long cpu) implements ProtocolEvent {}

    /** All that happened before {@code t} has been told. */
    record Watermark(long t) implements ProtocolEvent {}

    /** An event that this version does not know. */
    record Unknown(long t, String name) implements ProtocolEvent {}
}
