package dev.overlap.protocol.recording;

/** The most that is recorded of a program, so that no program can exhaust the memory. */
final class RecordingLimits {

    /** As many tasks as a list may have. */
    static final int MAX_TASKS = 100_000;

    static final int MAX_WORKERS = 100_000;

    /** Processes of one run. */
    static final int MAX_STREAMS = 10_000;

    /** Names of threads of libraries. */
    static final int MAX_HELPERS = 1_000;

    /** Ids of tasks, workers and requests that are known at the same time in all processes. */
    static final int MAX_REFERENCES = 1_000_000;

    /** Requests of one task: each is added to a list that is copied. */
    static final int MAX_EXCHANGES = 10_000;

    /** Changes of phases, and slices of workers, in all. */
    static final long MAX_EVENTS = 10_000_000;

    /** Events that wait for being put into order; in a file, within how many they are. */
    static final int MAX_WAITING = 1 << 17;

    /** Events of a live stream within a second; emitters leave out more than 20,000 themselves. */
    static final int MAX_EVENTS_PER_SECOND = 100_000;

    /** How long something can have happened before or after the first line of its stream. */
    static final long MAX_NANOS = 365L * 24 * 3_600 * 1_000_000_000;

    /** The longest name, and the longest other text. */
    static final int MAX_NAME = 200;

    static final int MAX_TEXT = 2_000;

    /** Tasks that one task awaits at once, as far as they are kept. */
    static final int MAX_AWAITED = 1_000;

    /** Notes of emitters. */
    static final int MAX_NOTES = 100;

    private RecordingLimits() {}

    /** Returns whether a duration was told, and can be one. */
    static boolean isDuration(long nanos) {
        return nanos >= 0 && nanos <= MAX_NANOS;
    }
}
