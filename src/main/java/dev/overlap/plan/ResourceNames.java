package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Checks the names in one line: each has one kind, and none is inside itself. */
final class ResourceNames {

    private final Map<String, Resource> known = new HashMap<>();
    private final Set<String> held = new HashSet<>();

    private ResourceNames() {}

    static void check(StepSequence steps) throws SiteParseException {
        if (steps.namesResources()) {
            new ResourceNames().checkAll(steps);
        }
    }

    private void checkAll(StepSequence steps) throws SiteParseException {
        for (Step step : steps.steps()) {
            Resource resource = step.resource();
            if (resource != null) {
                checkOne(step, resource);
            }
        }
    }

    private void checkOne(Step step, Resource here) throws SiteParseException {
        Resource before = known.putIfAbsent(here.name(), here);
        String sentence = before == null ? null : conflict(before, here, "in this line already");
        if (sentence != null) {
            throw new SiteParseException(sentence);
        }
        if (!step.inner().equals(StepSequence.EMPTY)) {
            checkInside(step, here);
        }
    }

    private void checkInside(Step step, Resource here) throws SiteParseException {
        if (!held.add(here.name())) {
            throw new SiteParseException(
                    here.type() == Resource.Type.LOCK
                            ? here.name()
                                    + " is held already; Python's Lock would wait for itself here."
                            : here.name()
                                    + " is held already; tasks that ask for a second place can all"
                                    + " wait for each other here.");
        }
        checkAll(step.inner());
        held.remove(here.name());
    }

    /**
     * Returns why two uses of a name contradict each other, or null if they agree.
     *
     * @param where where the earlier use is
     */
    static @Nullable String conflict(Resource before, Resource here, String where) {
        if (before.type() != here.type()) {
            return "%s is a %s %s. A name has one kind, so give this %s another."
                    .formatted(here.name(), before.type().word(), where, here.type().word());
        }
        boolean agree = before.places() == here.places() || here.type() == Resource.Type.QUEUE;
        return agree
                ? null
                : "%s has %s %s. A permit has one number of places, so write permit:%s/%d here too."
                        .formatted(
                                here.name(),
                                before.places() == 1 ? "1 place" : before.places() + " places",
                                where,
                                here.name(),
                                before.places());
    }
}
