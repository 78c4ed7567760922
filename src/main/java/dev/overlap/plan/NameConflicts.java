package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds the lines of a list that contradict an earlier one: a name has one kind and one number of
 * places in a list, and a queue one size.
 *
 * <p>The problem is the later line's, and that line then defines nothing. Neither does a line that
 * is off: so two versions of a line can take turns.
 */
final class NameConflicts {

    private final Map<String, Use> uses = new HashMap<>();
    private final Map<String, Use> queues = new HashMap<>();

    private NameConflicts() {}

    /** The first use of a name, and the text of its step or line, which is rarely needed. */
    private record Use(Resource resource, Supplier<String> text) {}

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
        Use here =
                new Use(
                        new Resource(queue.name(), Resource.Type.QUEUE, queue.size()),
                        () -> "queue " + queue.name() + " " + queue.size());
        Use declared = queues.get(queue.name());
        String conflict =
                declared == null
                        ? conflict(here.resource)
                        : "%s has a size above, in %s. Declare a queue once."
                                .formatted(queue.name(), Quoting.of(declared.text.get()));
        if (conflict == null) {
            queues.put(queue.name(), here);
            uses.putIfAbsent(queue.name(), here);
        }
        return conflict;
    }

    private @Nullable String with(StepSequence steps) {
        String conflict = conflict(steps);
        if (conflict == null) {
            add(steps);
        }
        return conflict;
    }

    private @Nullable String conflict(StepSequence steps) {
        for (Resource here : steps.resources()) {
            String conflict = conflict(here);
            if (conflict != null) {
                return conflict;
            }
        }
        return null;
    }

    private @Nullable String conflict(Resource here) {
        Use before = uses.get(here.name());
        return before == null || ResourceNames.agree(before.resource, here)
                ? null
                : ResourceNames.conflict(
                        before.resource, here, "above, in " + Quoting.of(before.text.get()));
    }

    private void add(StepSequence steps) {
        steps.flat().forEach(this::add);
    }

    private void add(Step step) {
        Resource here = step.resource();
        if (here != null) {
            uses.computeIfAbsent(here.name(), _ -> new Use(here, step::label));
        }
    }
}
