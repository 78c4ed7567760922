package dev.overlap.text.protocol;

import static dev.overlap.text.NumberFormats.count;

import dev.overlap.text.DurationFormat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Sentences on what the record of a watched program lacks, and on how it was made. */
public final class RecordingText {

    /** Of a task, or of a worker, that nobody introduced. */
    public static final String UNKNOWN_NAME = "?";

    /** Of all that is drawn by {@code slice}. */
    public static final String STEPS =
            "Derived: a task is drawn as computing while its loop runs a step of it, and as waiting"
                    + " until the loop takes the reply.";

    /** Of an emitter that does not say what it observes. */
    public static final String SEES_UNKNOWN =
            "The program does not say what it observes: what is not drawn may not have been"
                    + " measured.";

    /** Of a task whose log ends. */
    public static final String LOG_ENDS =
            "The log ends before this task does: its process was killed, or it crashed.";

    private static final Map<String, String> OBSERVED =
            Map.of(
                    "dns", "the resolving of names",
                    "tls", "TLS handshakes",
                    "steps", "the steps of loops",
                    "locks", "waits for locks",
                    "jobs", "jobs of pools",
                    "cpu", "processor time");

    /**
     * What is not drawn, and how often.
     *
     * @param invalid lines that are no events
     * @param firstFault the sentence on the first of these
     * @param unknown events that this version does not know
     * @param aux tasks of libraries
     * @param lost events that emitters had to leave out
     * @param tooMany events beyond the limits of the record
     * @param tooManyTasks tasks beyond these
     * @param tooManyStreams processes beyond these
     * @param misplaced events whose instants cannot be
     * @param killed processes that ended without saying so
     */
    public record LeftOutEvents(
            long invalid,
            String firstFault,
            long unknown,
            long aux,
            long lost,
            long tooMany,
            long tooManyTasks,
            long tooManyStreams,
            long misplaced,
            long killed) {}

    private RecordingText() {}

    /** Returns a sentence per kind of thing that is not drawn. */
    public static List<String> notes(LeftOutEvents events) {
        List<String> notes = new ArrayList<>();
        add(notes, events.aux, "task of libraries is", "tasks of libraries are", "not shown.");
        add(notes, events.lost, "event was", "events were", "left out by the program itself.");
        add(
                notes,
                events.invalid,
                "line was",
                "lines were",
                "left out as no events. The first: " + events.firstFault);
        add(
                notes,
                events.unknown,
                "event was",
                "events were",
                "left out: this version does not know them.");
        add(
                notes,
                events.misplaced,
                "event was",
                "events were",
                "left out: more than a year from the first line.");
        add(notes, events.tooManyTasks, "task was", "tasks were", "left out: there are too many.");
        add(notes, events.tooMany, "event was", "events were", "left out: there were too many.");
        add(
                notes,
                events.tooManyStreams,
                "process was",
                "processes were",
                "left out: there are too many.");
        add(
                notes,
                events.killed,
                "process ended without saying so: it was killed, or it crashed",
                "processes ended without saying so: they were killed, or they crashed",
                "before the last events were told.");
        return notes;
    }

    private static void add(
            List<String> notes, long number, String one, String several, String rest) {
        if (number > 0) {
            notes.add(count(number) + " " + (number == 1 ? one : several) + " " + rest);
        }
    }

    /** Returns the sentence on the time that a program took before its first task. */
    public static String startUp(long nanos) {
        return "The program took "
                + DurationFormat.text(nanos)
                + " to start, before its first task; that is not drawn.";
    }

    /** Returns the sentence on a process with a clock of its own. */
    public static String ownClock(long pid) {
        return "Process " + pid + " has a clock of its own, which was set by the time of day.";
    }

    /** Returns the sentence on a newer version of the protocol. */
    public static String newerVersion(long version) {
        return "The program tells of itself in version "
                + version
                + " of the protocol; this Overlap knows version 1.";
    }

    /** Returns the sentence on phases that this version does not know. */
    public static String unknownPhases(Collection<String> phases) {
        return "Phases that this version does not know are drawn as blocked: "
                + String.join(", ", phases)
                + ".";
    }

    /** Returns the sentence on what an emitter does not observe; empty if it observes all. */
    public static List<String> unseen(Collection<String> sees) {
        List<String> unseen =
                OBSERVED.keySet().stream()
                        .sorted()
                        .filter(name -> !sees.contains(name))
                        .map(OBSERVED::get)
                        .toList();
        if (unseen.isEmpty()) {
            return List.of();
        }
        return List.of(
                "The program does not observe "
                        + String.join(", ", unseen)
                        + ": that none of it is drawn does not mean that there was none.");
    }

    /** Returns the sentence on a task whose process was killed. */
    public static String killed(long pid) {
        return "Process "
                + pid
                + " ended without saying so: it was killed, or it crashed. How far this task had"
                + " come is not known.";
    }

    /**
     * Returns the sentence on an exception.
     *
     * @param name of its class, may be empty
     * @param text what it says, may be empty
     */
    public static String raised(String name, String text) {
        if (name.isEmpty()) {
            return text.isEmpty() ? "An exception." : text;
        }
        return text.isEmpty() ? name : name + ": " + text;
    }

    /** Returns the name of a worker of one of several processes. */
    public static String workerOf(long pid, String name) {
        return pid + ": " + name;
    }
}
