package dev.overlap.engine.task;

/** Creates the threads of runs as daemons, so that they do not keep the program alive. */
public final class DaemonThread {

    private DaemonThread() {}

    /** Returns an unstarted platform thread. */
    public static Thread of(Runnable task, String name) {
        return Thread.ofPlatform().daemon().name(name).unstarted(task);
    }
}
