package dev.overlap.text;

import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.waits.ResourceWaits;
import dev.overlap.trace.waits.Wait;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Words for what tasks share. Tasks are numbered from 1, as in tables: those that share something
 * often have the same long label.
 */
public final class ResourceText {

    /** With more tasks, only their number is given. */
    private static final int MAX_NAMED = 4;

    private static final List<String> ORDINALS =
            List.of(
                    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
                    "tenth");

    /** What a task can wait for. */
    private enum Awaited {
        LOCK("a lock"),
        PERMIT("a permit"),
        ITEM("an item"),
        ROOM("room");

        private final String words;

        Awaited(String words) {
            this.words = words;
        }

        static Awaited of(ResourceTrack resource, Purpose purpose) {
            return switch (purpose) {
                case HOLD -> resource.type() == ResourceTrack.Type.PERMIT ? PERMIT : LOCK;
                case PUT -> ROOM;
                case TAKE -> ITEM;
            };
        }
    }

    private ResourceText() {}

    /** Names a task by its number: {@code task 3}. */
    public static String task(int index) {
        return "task " + NumberFormats.count(index + 1L);
    }

    /** Names some tasks: {@code tasks 1, 2 and 5}; {@code 12 tasks} if they are many. */
    public static String tasks(Collection<Integer> indices) {
        if (indices.size() == 1) {
            return task(indices.iterator().next());
        }
        return indices.size() > MAX_NAMED
                ? NumberFormats.count(indices.size(), "task")
                : "tasks "
                        + listed(
                                indices.stream()
                                        .map(index -> NumberFormats.count(index + 1L))
                                        .toList(),
                                "and");
    }

    /** Joins words: {@code a, b and c}. */
    static String listed(List<String> words, String conjunction) {
        int last = words.size() - 1;
        return last <= 0
                ? String.join("", words)
                : String.join(", ", words.subList(0, last))
                        + " "
                        + conjunction
                        + " "
                        + words.get(last);
    }

    /**
     * Returns the name of phase BLOCKED in a legend: what any task of some traces waited for, as in
     * {@code waits for a lock or a permit}. Visits the uses of all resources until a wait is found
     * for each.
     */
    public static String waits(Collection<Trace> traces, long untilNanos) {
        return waits(traces, _ -> true, untilNanos);
    }

    /** Returns the name of a phase of one task, whose waits may be of several kinds. */
    public static String words(Phase phase, Trace trace, TaskTrack task, long untilNanos) {
        return phase == Phase.BLOCKED
                ? waits(List.of(trace), user -> user == task.index(), untilNanos)
                : phase.words();
    }

    /** Returns what a task does in a segment, as in {@code waits for lock account}. */
    public static String words(Trace trace, TaskTrack task, int segment, long untilNanos) {
        Phase phase = task.phase(segment);
        ResourceWaits.@Nullable Awaited awaited =
                phase == Phase.BLOCKED ? ResourceWaits.in(trace, task, segment, untilNanos) : null;
        return awaited == null
                ? phase.words()
                : "waits for " + awaited(awaited.resource(), awaited.use().purpose());
    }

    private static String waits(Collection<Trace> traces, IntPredicate task, long untilNanos) {
        Set<Awaited> found = EnumSet.noneOf(Awaited.class);
        for (Trace trace : traces) {
            for (ResourceTrack resource : trace.resources()) {
                addTo(found, resource, task, untilNanos);
            }
        }
        return found.isEmpty()
                ? Phase.BLOCKED.words()
                : "waits for " + listed(found.stream().map(one -> one.words).toList(), "or");
    }

    private static void addTo(
            Set<Awaited> found, ResourceTrack resource, IntPredicate task, long untilNanos) {
        for (ResourceTrack.Use use : resource.uses()) {
            if (task.test(use.task()) && use.waitedNanos(untilNanos) > 0) {
                found.add(Awaited.of(resource, use.purpose()));
                if (resource.type() != ResourceTrack.Type.QUEUE) {
                    return; // the others wait for the same
                }
            }
        }
    }

    /** Names what is asked for: {@code lock account}, {@code an item of queue orders}. */
    static String awaited(ResourceTrack resource, Purpose purpose) {
        return switch (purpose) {
            case HOLD -> resource.label();
            case PUT -> "room in " + resource.label();
            case TAKE -> "an item of " + resource.label();
        };
    }

    /** Explains a wait, as in {@code Waited 102 ms for lock account, held by task 3}. */
    static String sentence(Trace trace, Wait.ForResource wait) {
        ResourceTrack resource = trace.resource(wait.resource());
        String given = wait.over() && !wait.granted() ? " in vain" : "";
        String line = line(wait.ahead());
        return (wait.over() ? "Waited " : "Has waited ")
                + DurationFormat.text(wait.nanos())
                + given
                + " for "
                + awaited(resource, wait.purpose())
                + held(resource, wait, line)
                + ".";
    }

    /** A lock has one holder, a permit several. */
    private static String held(ResourceTrack resource, Wait.ForResource wait, String line) {
        List<Integer> holders = wait.heldBy();
        if (holders.isEmpty()) {
            return line;
        }
        if (resource.places() == 1) {
            return ", held by " + tasks(holders) + line;
        }
        String places = resource.places() == 2 ? "both places" : "all " + places(resource);
        return line + ": " + places + " were held by " + tasks(holders);
    }

    /** {@code 3 places}. */
    private static String places(ResourceTrack resource) {
        return NumberFormats.count(resource.places(), "place");
    }

    /** {@code , second in line}; empty for the first. */
    private static String line(int ahead) {
        if (ahead == 0) {
            return "";
        }
        return ahead <= ORDINALS.size()
                ? ", " + ORDINALS.get(ahead - 1) + " in line"
                : ", with " + NumberFormats.count(ahead, "other") + " ahead of it";
    }
}
