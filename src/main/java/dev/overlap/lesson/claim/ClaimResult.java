package dev.overlap.lesson.claim;

/** What measured runs say about a {@link Claim}. */
public enum ClaimResult {
    HOLDS,
    FAILS,
    /** A model that it names has not run, or a figure that it needs cannot be derived. */
    UNKNOWN
}
