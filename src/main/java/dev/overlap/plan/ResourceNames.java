package dev.overlap.plan;

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
        if (before != null && !agree(before, here)) {
            throw new SiteParseException(conflict(before, here, "in this line already"));
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

    /** Returns whether two uses of a name mean the same. */
    static boolean agree(Resource before, Resource here) {
        return before.type() == here.type()
                && (here.type() == Resource.Type.QUEUE || before.places() == here.places());
    }

    /**
     * Returns why two uses of a name do not agree.
     *
     * @param where where the earlier use is
     */
    static String conflict(Resource before, Resource here, String where) {
        String name = here.name();
        if (before.type() != here.type()) {
            return "%s is a %s %s. A name has one kind, so give this %s another."
                    .formatted(name, before.type().word(), where, here.type().word());
        }
        String places = before.places() == 1 ? "1 place" : before.places() + " places";
        return "%s has %s %s. A permit has one number of places, so write permit:%s/%d here too."
                .formatted(name, places, where, name, before.places());
    }
}
