package dev.overlap.plan;

/**
 * Rules for how tasks affect each other, in addition to the model's own.
 *
 * @param interpreterLock whether threads that compute need one global lock, as in CPython
 * @param firstFailureCancels whether the first task that fails cancels all others
 */
public record RunRules(boolean interpreterLock, boolean firstFailureCancels) {

    /** Neither rule, as in Java. */
    public static final RunRules DEFAULT = new RunRules(false, false);

    public RunRules withInterpreterLock(boolean interpreterLock) {
        return new RunRules(interpreterLock, firstFailureCancels);
    }

    public RunRules withFirstFailureCancels(boolean firstFailureCancels) {
        return new RunRules(interpreterLock, firstFailureCancels);
    }
}
