package dev.overlap.engine.task;

/** Makes the threads of a run: none of them keeps the program alive. */
public final class DaemonThread {

    private DaemonThread() {}

    /** A platform thread that is still to be started. */
    public static Thread of(Runnable task, String name) {
        return Thread.ofPlatform().daemon().name(name).unstarted(task);
    }
}
