package dev.overlap.text;

import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.waits.Stretch;
import dev.overlap.trace.waits.Wait;
import dev.overlap.trace.waits.WaitAnalysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Explains the waits of a task; identical in the window and on the command line. */
public final class WaitExplanation {

    private static final String NO_WAITS =
            "Waited for nothing: a worker was free, and a connection was there at once.";

    private final Trace trace;

    private final int task;

    private WaitExplanation(Trace trace, int task) {
        this.trace = trace;
        this.task = task;
    }

    /**
     * Returns one sentence for each wait of a task up to an instant, chronologically, and then one
     * for each deadlock that it was part of; last, how much of the time that it held its worker it
     * computed, and when the program had its result.
     */
    public static List<String> of(Trace trace, int task, long untilNanos) {
        WaitExplanation words = new WaitExplanation(trace, task);
        List<String> sentences = new ArrayList<>();
        for (Wait wait : WaitAnalysis.of(trace, task, untilNanos)) {
            sentences.add(words.sentence(wait));
        }
        if (sentences.isEmpty() && hasSent(trace.task(task), untilNanos)) {
            sentences.add(NO_WAITS);
        }
        sentences.addAll(DeadlockText.of(trace, task, untilNanos));
        sentences.add(HeldTimeText.of(trace, trace.task(task), untilNanos));
        sentences.add(CollectText.of(trace, trace.task(task), untilNanos));
        sentences.removeIf(String::isEmpty);
        return List.copyOf(sentences);
    }

    /** Returns the sentence for the longest wait of a task, or an empty string. */
    public static String longest(Trace trace, int task, long untilNanos) {
        return WaitAnalysis.of(trace, task, untilNanos).stream()
                .max(Comparator.comparingLong(Wait::nanos))
                .map(new WaitExplanation(trace, task)::sentence)
                .orElse("");
    }

    private static boolean hasSent(TaskTrack task, long untilNanos) {
        int last = task.segmentAt(untilNanos);
        for (int segment = 0; segment <= last; segment++) {
            if (task.phase(segment) == Phase.SEND) {
                return true;
            }
        }
        return false;
    }

    private String sentence(Wait wait) {
        return switch (wait) {
            case Wait.ForWorker worker -> forWorker(worker);
            case Wait.ForPlace place -> forPlace(place);
            case Wait.ForHandingOver handing -> forHandingOver(handing);
            case Wait.ForLock(long nanos, boolean over, _) ->
                    (over ? "Waited " : "Has waited ")
                            + DurationFormat.text(nanos)
                            + " in total for the GIL.";
            case Wait.ForStartUp startUp -> forStartUp(startUp);
            case Wait.ForLoop loop -> forLoop(loop);
            case Wait.ForLook look ->
                    awaited(look.during())
                            + " could be noticed only once the loop was free again: it was held by "
                            + held(look.holders())
                            + ", until "
                            + DurationFormat.text(look.freeNanos())
                            + ".";
            case Wait.ForConnection connection -> forConnection(connection);
            case Wait.ForResource resource -> ResourceText.sentence(trace, resource);
            case Wait.ForResumption resumption -> forResumption(resumption);
        };
    }

    private static String forHandingOver(Wait.ForHandingOver wait) {
        String after =
                wait.toHelper() ? "A helper thread took it after " : "It was handed over after ";
        String since =
                wait.toHelper()
                        ? "No helper thread has taken it for "
                        : "It has not been handed over for ";
        return (wait.over() ? after : since) + DurationFormat.text(wait.nanos()) + ".";
    }

    private String forStartUp(Wait.ForStartUp wait) {
        return wait.worker() < 0
                ? "The workers have been starting up for " + DurationFormat.text(wait.nanos()) + "."
                : "Its worker, "
                        + trace.worker(wait.worker()).name()
                        + ", took "
                        + DurationFormat.text(wait.nanos())
                        + " to start up.";
    }

    private static String forResumption(Wait.ForResumption wait) {
        String nanos = DurationFormat.text(wait.nanos());
        return wait.over()
                ? "Its worker went on " + nanos + " after that."
                : "Its worker has not gone on for " + nanos + ".";
    }

    private static String awaited(Phase during) {
        return switch (during) {
            case DNS -> "The address";
            case CONNECT -> "The connection";
            case TLS -> "The end of the handshake";
            case WAIT -> "The reply";
            default -> "The data";
        };
    }

    private String forWorker(Wait.ForWorker wait) {
        if (wait.worker() < 0) {
            String workers = wait.workers() == 1 ? "The only worker" : all(wait.workers());
            String have = wait.workers() == 1 ? " has" : " have";
            return workers + have + " been busy for " + DurationFormat.text(wait.nanos()) + ".";
        }
        String worker = trace.worker(wait.worker()).name();
        if (wait.workers() > 1) {
            return all(wait.workers())
                    + " were busy for "
                    + DurationFormat.text(wait.nanos())
                    + "; the first to be free was "
                    + worker
                    + ", after "
                    + name(wait.lastTask())
                    + ".";
        }
        return "The only worker, " + worker + ", was busy with " + what(wait) + ".";
    }

    private String forPlace(Wait.ForPlace wait) {
        return "The limit of "
                + NumberFormats.count(wait.most(), "task")
                + (wait.over() ? " at once was reached for " : " at once has been reached for ")
                + DurationFormat.text(wait.nanos())
                + (wait.lastTask() < 0
                        ? "."
                        : "; there was room again after " + name(wait.lastTask()) + ".");
    }

    private String what(Wait.ForWorker wait) {
        String last = name(wait.lastTask());
        String until = " until " + DurationFormat.text(wait.freeNanos());
        return wait.tasks() == 1
                ? last + until
                : wait.tasks() + " tasks" + until + ", the last one " + last;
    }

    private static String all(int workers) {
        return (workers == 2 ? "Both" : "All " + workers) + " workers";
    }

    private String forLoop(Wait.ForLoop wait) {
        if (!wait.over()) {
            String who = wait.holders().isEmpty() ? "" : ", held by " + held(wait.holders());
            return "The loop has not "
                    + (wait.again() ? "come back" : "come")
                    + " to it for "
                    + DurationFormat.text(wait.nanos())
                    + who
                    + ".";
        }
        String after =
                "The loop came "
                        + (wait.again() ? "back " : "")
                        + "to it after "
                        + DurationFormat.text(wait.nanos());
        if (wait.heldNanos() < Stretch.MIN_WAIT_NANOS) {
            return after + ".";
        }
        return wait.heldNanos() * 2 > wait.nanos()
                ? "The loop was held by " + held(wait.holders()) + "."
                : after + "; it was held by " + held(wait.holders()) + ".";
    }

    /** The task that blocked the loop longest by name, the others by number. */
    private String held(List<Wait.Holder> holders) {
        Wait.Holder longest = holders.getFirst();
        String first = holder(longest.task()) + " for " + DurationFormat.text(longest.nanos());
        List<Wait.Holder> others = holders.subList(1, holders.size());
        if (others.isEmpty()) {
            return first;
        }
        long rest = others.stream().mapToLong(Wait.Holder::nanos).sum();
        String count =
                others.size() == 1 ? holder(others.getFirst().task()) : others.size() + " others";
        return first + " and " + count + " for " + DurationFormat.text(rest);
    }

    private String holder(int other) {
        return other == task ? "a step of its own" : name(other);
    }

    private String forConnection(Wait.ForConnection wait) {
        ConnectionLimit limit = wait.limit();
        String host = limit == null ? "" : " to " + limit.host();
        String begin = wait.over() ? "Waited " : "Has waited ";
        return begin
                + DurationFormat.text(wait.nanos())
                + " for a connection"
                + host
                + (limit == null ? "" : bound(wait, limit))
                + room(wait)
                + ".";
    }

    private static String bound(Wait.ForConnection wait, ConnectionLimit limit) {
        String use = wait.over() ? "in use" : "in use so far";
        return switch (wait.bound()) {
            case UNKNOWN -> "";
            case TOTAL -> ": " + count(limit.total(), "allowed in total") + use;
            case HOST -> ": " + count(limit.most(), allowed(limit.origin())) + use;
        };
    }

    private static String allowed(ConnectionLimit.Origin origin) {
        return switch (origin) {
            case NONE, PLAN -> "allowed";
            case OVERLAP -> "allowed by Overlap by default";
            case MANNERS -> "allowed by Overlap for other people's hosts";
        };
    }

    /** {@code both of the 2 that are allowed were}. */
    private static String count(int max, String allowed) {
        return switch (max) {
            case 1 -> "the only one " + allowed + " was ";
            case 2 -> "both " + allowed + " were ";
            default -> "all " + max + " " + allowed + " were ";
        };
    }

    private String room(Wait.ForConnection wait) {
        if (wait.lastTask() < 0) {
            return "";
        }
        String after = "after " + name(wait.lastTask());
        return wait.reused()
                ? "; the first to be free was "
                        + DisplayNames.shortened(wait.connection())
                        + ", "
                        + after
                : "; a place was free for a new one " + after;
    }

    private String name(int task) {
        return task < 0 ? "work outside any task" : DisplayNames.whole(trace.task(task));
    }
}
