package dev.overlap.plan;

import dev.overlap.plan.address.Address;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** One thing that a task does, as specified by a line of the site list. */
public sealed interface Step {

    /** Returns the step as shown to users, free of secrets. */
    String label();

    /** Returns the label without the steps between its braces, such as {@code lock:account}. */
    default String shortLabel() {
        return switch (this) {
            case Lock(String name, _) -> "lock:" + name;
            case Permit(String name, int places, _) -> "permit:" + name + "/" + places;
            case Fetch _, Poll _, Compute _, Sleep _, Add _, Put _, Take _ -> label();
        };
    }

    /** Returns the target of its first request, or null if it makes none itself. */
    default @Nullable Address target() {
        return switch (this) {
            case Fetch(Address address) -> address;
            case Poll(Address address) -> address;
            case Compute _, Sleep _, Lock _, Permit _, Add _, Put _, Take _ -> null;
        };
    }

    /** Returns the resource that it shares with other tasks, or null if there is none. */
    default @Nullable Resource resource() {
        return switch (this) {
            case Fetch _, Poll _, Compute _, Sleep _ -> null;
            case Lock(String name, _) -> new Resource(name, Resource.Type.LOCK, 1);
            case Permit(String name, int places, _) ->
                    new Resource(name, Resource.Type.PERMIT, places);
            case Add add -> new Resource(add.name, Resource.Type.COUNTER, 1);
            case Put(String name) -> new Resource(name, Resource.Type.QUEUE, 1);
            case Take(String name) -> new Resource(name, Resource.Type.QUEUE, 1);
        };
    }

    /** Returns the steps between its braces; empty for all but locks and permits. */
    default StepSequence inner() {
        return switch (this) {
            case Lock(_, StepSequence steps) -> steps;
            case Permit(_, _, StepSequence steps) -> steps;
            case Fetch _, Poll _, Compute _, Sleep _, Add _, Put _, Take _ -> StepSequence.EMPTY;
        };
    }

    /** Returns this step, followed by all steps inside it, in the order of the text. */
    default Stream<Step> flat() {
        return Stream.concat(Stream.of(this), inner().flat());
    }

    /** Returns whether a step may have this length: whole milliseconds, 1 ms to 10 minutes. */
    static boolean takes(Duration time) {
        return time.compareTo(LONGEST) <= 0
                && time.toMillis() >= 1
                && time.equals(time.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The longest computation, sleep or gap. */
    Duration LONGEST = Duration.ofMinutes(10);

    private static String text(Duration time) {
        return time.toMillis() + "ms";
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** A page to fetch over HTTP, following redirects. */
    record Fetch(Address address) implements Step {
        @Override
        public String label() {
            return address.label();
        }
    }

    /**
     * A job behind a polling API, started by a POST and polled until it is done.
     *
     * @param address where jobs are started
     */
    record Poll(Address address) implements Step {
        @Override
        public String label() {
            return "poll:" + address.label();
        }
    }

    /**
     * A computation on this machine.
     *
     * @param time the CPU time that it takes alone on one core, in whole milliseconds, from one to
     *     {@link #LONGEST}
     * @param pieces the number of equal pieces, from 1 to {@value #MAX_PIECES}; an event loop gives
     *     way between two
     */
    record Compute(Duration time, int pieces) implements Step {

        /** The most pieces of a computation. */
        static final int MAX_PIECES = 1_000;

        public Compute {
            require(takes(time), "A computation takes 1 ms to 10 minutes, in whole milliseconds.");
            require(pieces >= 1 && pieces <= MAX_PIECES, "A computation has 1 to 1000 pieces.");
        }

        /** Creates a computation in one piece. */
        public Compute(Duration time) {
            this(time, 1);
        }

        @Override
        public String label() {
            return "cpu:" + text(time) + (pieces == 1 ? "" : "/" + pieces);
        }
    }

    /**
     * A pause: a thread sleeps, an event loop sets a timer.
     *
     * @param time in whole milliseconds, from one to {@link #LONGEST}
     */
    record Sleep(Duration time) implements Step {

        public Sleep {
            require(takes(time), "A sleep takes 1 ms to 10 minutes, in whole milliseconds.");
        }

        @Override
        public String label() {
            return "sleep:" + text(time);
        }
    }

    /**
     * Steps that are done while holding a lock.
     *
     * @param name of the lock
     */
    record Lock(String name, StepSequence steps) implements Step {
        @Override
        public String label() {
            return shortLabel() + " { " + steps.label() + " }";
        }
    }

    /**
     * Steps that are done while holding one of several permits: a semaphore.
     *
     * @param name of the semaphore
     * @param places the number of permits, from 1 to {@value #MAX_PLACES}
     */
    record Permit(String name, int places, StepSequence steps) implements Step {

        /** The most places of a permit. */
        static final int MAX_PLACES = 1_000;

        public Permit {
            require(places >= 1 && places <= MAX_PLACES, "A permit has 1 to 1000 places.");
        }

        @Override
        public String label() {
            return shortLabel() + " { " + steps.label() + " }";
        }
    }

    /**
     * Increments of a shared counter, each a read followed by a write, which are not atomic.
     *
     * @param name of the counter
     * @param times the number of increments, from 1 to {@value #MAX_TIMES}
     * @param gap the pause between the read and the write; zero for none
     */
    record Add(String name, int times, Duration gap) implements Step {

        /** The most increments of a step. */
        static final int MAX_TIMES = 10_000_000;

        public Add {
            require(times >= 1 && times <= MAX_TIMES, "A step adds 1 to 10000000 times.");
            require(gap.isZero() || takes(gap), "A gap takes 1 ms to 10 minutes.");
        }

        @Override
        public String label() {
            return "add:"
                    + name
                    + (times == 1 ? "" : "/" + times)
                    + (gap.isZero() ? "" : " gap " + text(gap));
        }
    }

    /**
     * Puts an item into a queue, once there is room.
     *
     * @param name of the queue
     */
    record Put(String name) implements Step {
        @Override
        public String label() {
            return "put:" + name;
        }
    }

    /**
     * Takes an item from a queue, once there is one.
     *
     * @param name of the queue
     */
    record Take(String name) implements Step {
        @Override
        public String label() {
            return "take:" + name;
        }
    }
}
