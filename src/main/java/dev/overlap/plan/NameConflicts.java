package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines of a list that contradict an earlier one: a name has one kind and one number of
 * places in a list, and a queue one size.
 *
 * <p>The problem is the later line's, and that line then defines nothing. Neither does a line that
 * is off: so two versions of a line can take turns.
 */
final class NameConflicts {

    private final Map<String, Use> uses = new HashMap<>();
    private final Map<String, String> queues = new HashMap<>();

    private NameConflicts() {}

    /** The first use of a name, and the text of the step or line that it is in. */
    private record Use(Resource resource, String text) {}

    /**
     * Returns the lines with the meanings that they have in one list. All lines whose meaning stays
     * the same are the same objects, and if all are, so is the list.
     */
    @SuppressWarnings("ReferenceEquality") // a line that stays as it is, is the same object
    static List<SiteLine> marked(List<SiteLine> lines) {
        NameConflicts conflicts = new NameConflicts();
        List<SiteLine> marked = null;
        for (int row = 0; row < lines.size(); row++) {
            SiteLine line = lines.get(row);
            SiteLine now = line.marked(conflicts.with(line.ownMeaning()));
            if (now != line && marked == null) {
                marked = new ArrayList<>(lines);
            }
            if (marked != null) {
                marked.set(row, now);
            }
        }
        return marked == null ? lines : List.copyOf(marked);
    }

    /** Adds the uses of a line, unless it contradicts them; then returns why. */
    private @Nullable String with(LineMeaning line) {
        return switch (line) {
            case LineMeaning.Nothing _, LineMeaning.Problem _ -> null;
            case LineMeaning.Queue queue -> with(queue);
            case LineMeaning.Entry(StepSequence steps, _, boolean on) ->
                    on && steps.namesResources() ? with(steps) : null;
        };
    }

    private @Nullable String with(LineMeaning.Queue queue) {
        String text = "queue " + queue.name() + " " + queue.size();
        Use here = new Use(new Resource(queue.name(), Resource.Type.QUEUE, queue.size()), text);
        String before = queues.get(queue.name());
        String conflict =
                before == null
                        ? conflict(here)
                        : "%s has a size above, in %s. Declare a queue once."
                                .formatted(queue.name(), Quoting.of(before));
        if (conflict == null) {
            queues.put(queue.name(), text);
            uses.putIfAbsent(queue.name(), here);
        }
        return conflict;
    }

    private @Nullable String with(StepSequence steps) {
        List<Use> here =
                steps.flat()
                        .filter(step -> step.resource() != null)
                        .map(step -> new Use(step.resource(), step.label()))
                        .toList();
        for (Use use : here) {
            String conflict = conflict(use);
            if (conflict != null) {
                return conflict;
            }
        }
        here.forEach(use -> uses.putIfAbsent(use.resource.name(), use));
        return null;
    }

    private @Nullable String conflict(Use here) {
        Use before = uses.get(here.resource.name());
        return before == null
                ? null
                : ResourceNames.conflict(
                        before.resource, here.resource, "above, in " + Quoting.of(before.text));
    }
}
