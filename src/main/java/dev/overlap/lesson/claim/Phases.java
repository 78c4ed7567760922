package dev.overlap.lesson.claim;

import dev.overlap.trace.Phase;

import java.util.Arrays;
import java.util.Optional;

/** Phases by their ids. */
final class Phases {

    private Phases() {}

    static boolean isId(String id) {
        return find(id).isPresent();
    }

    /** Returns the phase of an id that is known to be one. */
    static Phase of(String id) {
        return find(id).orElseThrow();
    }

    private static Optional<Phase> find(String id) {
        return Arrays.stream(Phase.values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
