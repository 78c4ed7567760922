package dev.overlap.engine.resource;

/** Told when a claim is granted that had to wait. */
@FunctionalInterface
public interface GrantListener {

    void granted();

    /** Returns whether the task runs in another process, which reports its phases itself. */
    default boolean isRemote() {
        return false;
    }
}
