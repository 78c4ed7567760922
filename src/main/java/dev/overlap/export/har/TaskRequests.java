package dev.overlap.export.har;

import dev.overlap.plan.Step;
import dev.overlap.plan.Task;
import dev.overlap.plan.address.Address;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the requests of one task. A trace has their phases and their exchanges; what it does not
 * have follows from the plan: the method, by the rules of polls, and the address of a request that
 * never had a connection.
 */
final class TaskRequests {

    /** How the tasks of an archive are called that another program wrote. */
    private static final Pattern METHOD_AND_URL = Pattern.compile("([A-Z]{2,20}) (\\S+)");

    private final TaskTrack track;
    private final List<Step> steps;
    private final List<TaskRequest> found = new ArrayList<>();
    private int lastStep = -1;

    private TaskRequests(TaskTrack track, @Nullable Task task) {
        this.track = track;
        steps = task == null ? List.of() : task.steps().flat().toList();
    }

    /**
     * Returns the requests of a task in order.
     *
     * @param task null if it is not of a plan of ours
     */
    static List<TaskRequest> of(TaskTrack track, @Nullable Task task) {
        TaskRequests requests = new TaskRequests(track, task);
        List<Exchange> exchanges = track.exchanges();
        int next = 0;
        for (RequestSegments segments : RequestSegments.of(track)) {
            boolean has = next < exchanges.size() && isOf(track, segments, exchanges.get(next));
            requests.add(segments, has ? exchanges.get(next) : null);
            next += has ? 1 : 0;
        }
        return List.copyOf(requests.found);
    }

    /** An exchange begins before its request ends; the requests before have theirs. */
    private static boolean isOf(TaskTrack track, RequestSegments segments, Exchange exchange) {
        return exchange.startNanos() <= track.end(segments.end() - 1);
    }

    private void add(RequestSegments segments, @Nullable Exchange exchange) {
        int number = Math.max(0, track.stepAt(track.begin(segments.lease())));
        @Nullable Step step = number < steps.size() ? steps.get(number) : null;
        TaskRequest before = found.isEmpty() || lastStep != number ? null : found.getLast();
        lastStep = number;
        String url = exchange == null ? planned(step, before) : exchange.url();
        if (before != null) {
            found.set(found.size() - 1, before.followedBy(url));
        }
        found.add(new TaskRequest(track, segments, method(step, before), url, exchange, null));
    }

    private @Nullable String planned(@Nullable Step step, @Nullable TaskRequest before) {
        if (before != null) {
            return null;
        }
        if (step == null) {
            Matcher named = METHOD_AND_URL.matcher(track.label());
            return named.matches() ? named.group(2) : track.label();
        }
        Address target = step.target();
        return target == null ? null : target.label();
    }

    /**
     * A poll starts with a POST, which some replies ask to be repeated (see the policy of polls).
     */
    private String method(@Nullable Step step, @Nullable TaskRequest before) {
        if (step == null) {
            Matcher named = METHOD_AND_URL.matcher(track.label());
            return named.matches() ? named.group(1) : "GET";
        }
        boolean starts =
                before == null
                        || (before.method().equals("POST")
                                && switch (before.status()) {
                                    case 0, 307, 308, 429, 503 -> true;
                                    default -> false;
                                });
        return step instanceof Step.Poll && starts ? "POST" : "GET";
    }
}
