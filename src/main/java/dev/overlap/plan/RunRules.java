package dev.overlap.plan;

import java.util.Arrays;

/**
 * Rules for how tasks affect each other, in addition to the model's own.
 *
 * @param interpreterLock whether threads that compute need one global lock, as in CPython
 * @param firstFailureCancels whether the first task that fails cancels all others
 * @param breakDeadlocks whether the task that closes a deadlock fails at once, so that the others
 *     go on
 * @param collect how the results of the tasks are collected
 */
public record RunRules(
        boolean interpreterLock,
        boolean firstFailureCancels,
        boolean breakDeadlocks,
        CollectMode collect) {

    /** How a program collects the results of its tasks: when it has each of them in hand. */
    public enum CollectMode {
        /** All of them, once the last task is done, as {@code asyncio.gather} does. */
        ALL("all", "All at the end"),

        /** Each as soon as its task is done, as {@code as_completed} does. */
        AS_COMPLETED("as-completed", "As completed"),

        /** In the order of the list: each once its task and all before it are done. */
        IN_ORDER("in-order", "In order"),

        /** Only the first of a task that succeeds; the other tasks are then cancelled. */
        FIRST("first", "First wins");

        private final String id;
        private final String label;

        CollectMode(String id, String label) {
            this.id = id;
            this.label = label;
        }

        /** Returns the value on the command line and in files. */
        String id() {
            return id;
        }

        /** Returns the words in the window. */
        String label() {
            return label;
        }

        /**
         * Returns the mode with an id.
         *
         * @throws IllegalArgumentException if there is none
         */
        static CollectMode of(String id) {
            return Arrays.stream(values())
                    .filter(mode -> mode.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such mode: " + id));
        }
    }

    /** No rule, as in Java; all results are collected at the end. */
    public static final RunRules DEFAULT = new RunRules(false, false, false);

    /** Creates rules with which all results are collected at the end. */
    public RunRules(boolean interpreterLock, boolean firstFailureCancels, boolean breakDeadlocks) {
        this(interpreterLock, firstFailureCancels, breakDeadlocks, CollectMode.ALL);
    }

    public RunRules withInterpreterLock(boolean interpreterLock) {
        return new RunRules(interpreterLock, firstFailureCancels, breakDeadlocks, collect);
    }

    public RunRules withFirstFailureCancels(boolean firstFailureCancels) {
        return new RunRules(interpreterLock, firstFailureCancels, breakDeadlocks, collect);
    }

    public RunRules withBreakDeadlocks(boolean breakDeadlocks) {
        return new RunRules(interpreterLock, firstFailureCancels, breakDeadlocks, collect);
    }

    public RunRules withCollect(CollectMode collect) {
        return new RunRules(interpreterLock, firstFailureCancels, breakDeadlocks, collect);
    }
}
