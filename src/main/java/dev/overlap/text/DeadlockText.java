package dev.overlap.text;

import dev.overlap.trace.Deadlock;
import dev.overlap.trace.Deadlock.StuckWait;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words for tasks that can never go on by themselves: because they wait for one another, for tasks
 * that have no worker, or for something that no task will do.
 */
public final class DeadlockText {

    /** With more waits, only the first are spelled out. */
    private static final int MAX_WAITS = 4;

    private final Trace trace;
    private final Deadlock deadlock;
    private final boolean over;

    private DeadlockText(Trace trace, Deadlock deadlock, long untilNanos) {
        this.trace = trace;
        this.deadlock = deadlock;
        this.over =
                deadlock.waits().stream()
                        .anyMatch(wait -> trace.task(wait.task()).endNanos() <= untilNanos);
    }

    /** Describes the latest deadlock that had come about by an instant; empty without any. */
    public static String latest(Trace trace, long untilNanos) {
        List<Deadlock> all = trace.deadlocks();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).nanos() <= untilNanos) {
                return of(trace, all.get(i), untilNanos);
            }
        }
        return "";
    }

    /** Returns a sentence for each deadlock that a task was part of by an instant. */
    static List<String> of(Trace trace, int task, long untilNanos) {
        return trace.deadlocks().stream()
                .filter(one -> one.nanos() <= untilNanos && one.includes(task))
                .map(one -> of(trace, one, untilNanos))
                .toList();
    }

    /**
     * Describes a deadlock, in the past once one of its tasks has ended, as in {@code Tasks 1 and 2
     * wait for each other: task 1 for lock b, held by task 2; task 2 for lock a, held by task 1.}
     */
    private static String of(Trace trace, Deadlock deadlock, long untilNanos) {
        return new DeadlockText(trace, deadlock, untilNanos).sentence();
    }

    private String sentence() {
        List<Group> groups = groups();
        return groups.size() == 1 && groups.getFirst().use.purpose != Purpose.HOLD
                ? starved(groups.getFirst())
                : waitsForEachOther(groups);
    }

    /** What tasks wait for. */
    private record Need(int resource, Purpose purpose, List<Integer> holders) {}

    /** Tasks that wait for the same. */
    private record Group(Need use, List<Integer> tasks) {}

    private List<Group> groups() {
        Map<Need, List<Integer>> tasks = new LinkedHashMap<>();
        for (StuckWait wait : deadlock.waits()) {
            Need need = new Need(wait.resource(), wait.purpose(), wait.holders());
            tasks.computeIfAbsent(need, _ -> new ArrayList<>()).add(wait.task());
        }
        return tasks.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String waitsForEachOther(List<Group> groups) {
        List<Integer> tasks = deadlock.waits().stream().map(StuckWait::task).toList();
        String each = tasks.size() == 2 ? "each other" : "one another";
        List<String> parts = groups.stream().limit(MAX_WAITS).map(this::part).toList();
        String more =
                groups.size() <= MAX_WAITS
                        ? ""
                        : "; and " + NumberFormats.count(groups.size() - MAX_WAITS) + " more";
        return capitalised(ResourceText.tasks(tasks))
                + waits(tasks.size())
                + (tasks.size() == 1 ? " in vain: " : " for " + each + ": ")
                + String.join("; ", parts)
                + more
                + ".";
    }

    /** {@code task 1 for lock b, held by task 2}. */
    private String part(Group group) {
        Need need = group.use;
        return ResourceText.tasks(group.tasks)
                + " for "
                + ResourceText.awaited(resource(need), need.purpose)
                + (need.purpose == Purpose.HOLD
                        ? ", held by " + ResourceText.tasks(need.holders)
                        : ", which " + others(need));
    }

    /** {@code task 3 would put}, or {@code no task will put}. */
    private String others(Need need) {
        String verb = need.purpose == Purpose.TAKE ? "put" : "make";
        if (need.holders.isEmpty()) {
            return "no task " + will() + verb;
        }
        return ResourceText.tasks(need.holders) + " would " + verb;
    }

    /** All wait at one queue. */
    private String starved(Group group) {
        Need need = group.use;
        String queue = resource(need).label();
        String wait = who(group.tasks) + waits(group.tasks.size()) + " for " + queue;
        String fill = need.purpose == Purpose.TAKE ? "fill" : "empty";
        if (need.holders.isEmpty()) {
            return wait + ", and no task " + will() + fill + " it.";
        }
        return wait + "; " + servers(need.holders, fill);
    }

    /** {@code the 2 tasks that would fill it wait for a worker}. */
    private String servers(List<Integer> servers, String fill) {
        boolean one = servers.size() == 1;
        String which = one ? ResourceText.task(servers.getFirst()) + ", which" : "the ";
        String tasks = one ? "" : NumberFormats.count(servers.size(), "task") + " that";
        boolean queued = servers.stream().allMatch(this::hasNoWorker);
        String verb = waits(servers.size());
        return which
                + tasks
                + " would "
                + fill
                + " it"
                + (one ? "," : "")
                + (queued ? verb + " for a worker." : verb + ", too.");
    }

    private String waits(int tasks) {
        return over ? " waited" : tasks == 1 ? " waits" : " wait";
    }

    private String will() {
        return over ? "would " : "will ";
    }

    private boolean hasNoWorker(int task) {
        TaskTrack track = trace.task(task);
        int segment = track.segmentAt(deadlock.nanos());
        return segment < 0 || track.phase(segment) == Phase.QUEUED;
    }

    /** The workers, if each of them executes one of the tasks; otherwise the tasks. */
    private String who(List<Integer> tasks) {
        long workers =
                trace.workers().stream()
                        .filter(worker -> worker.role().runsOneTaskAtATime())
                        .filter(worker -> worker.startNanos() <= deadlock.nanos())
                        .map(WorkerTrack::index)
                        .count();
        boolean each =
                workers == tasks.size()
                        && tasks.stream().map(task -> trace.task(task).worker()).distinct().count()
                                == workers;
        if (!each || workers == 0) {
            return capitalised(ResourceText.tasks(tasks));
        }
        return workers == 1
                ? "The only worker"
                : (workers == 2 ? "Both" : "All " + workers) + " workers";
    }

    private ResourceTrack resource(Need need) {
        return trace.resource(need.resource);
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
