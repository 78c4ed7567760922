package dev.overlap.plan;

/**
 * Rules for how tasks affect each other, in addition to the model's own.
 *
 * @param interpreterLock whether threads that compute need one global lock, as in CPython
 * @param firstFailureCancels whether the first task that fails cancels all others
 * @param breakDeadlocks whether the task that closes a deadlock fails at once, so that the others
 *     go on
 */
public record RunRules(
        boolean interpreterLock, boolean firstFailureCancels, boolean breakDeadlocks) {

    /** No rule, as in Java. */
    public static final RunRules DEFAULT = new RunRules(false, false, false);

    public RunRules withInterpreterLock(boolean interpreterLock) {
        return new RunRules(interpreterLock, firstFailureCancels, breakDeadlocks);
    }

    public RunRules withFirstFailureCancels(boolean firstFailureCancels) {
        return new RunRules(interpreterLock, firstFailureCancels, breakDeadlocks);
    }

    public RunRules withBreakDeadlocks(boolean breakDeadlocks) {
        return new RunRules(interpreterLock, firstFailureCancels, breakDeadlocks);
    }
}
