package dev.overlap.plan;

/**
 * How tasks stand to each other beyond what the model says.
 *
 * @param interpreterLock whether threads that compute need one global lock, as in CPython
 * @param firstFailureCancels whether the first task that fails cancels all others; otherwise it
 *     leaves them alone
 */
public record Rules(boolean interpreterLock, boolean firstFailureCancels) {

    /** Neither: as Java does by itself. */
    public static final Rules DEFAULT = new Rules(false, false);

    public Rules withInterpreterLock(boolean interpreterLock) {
        return new Rules(interpreterLock, firstFailureCancels);
    }

    public Rules withFirstFailureCancels(boolean firstFailureCancels) {
        return new Rules(interpreterLock, firstFailureCancels);
    }
}
