package dev.overlap.plan;

/**
 * How tasks stand to each other beyond what the model says.
 *
 * @param interpreterLock whether threads that compute need one global lock, as in CPython
 * @param firstFailureCancels whether the first task that fails cancels all others; otherwise it
 *     leaves them alone
 */
public record RunRules(boolean interpreterLock, boolean firstFailureCancels) {

    /** Neither: as Java does by itself. */
    public static final RunRules DEFAULT = new RunRules(false, false);

    public RunRules withInterpreterLock(boolean interpreterLock) {
        return new RunRules(interpreterLock, firstFailureCancels);
    }

    public RunRules withFirstFailureCancels(boolean firstFailureCancels) {
        return new RunRules(interpreterLock, firstFailureCancels);
    }
}
