package dev.overlap.text.glossary;

/** What the marks in rows of resources mean. */
public final class MarkMeaning {

    public static final String HELD =
            "A task had the lock, the permit or the GIL for this long. Also called critical"
                    + " section.";
    public static final String ITEMS =
            "How many items are in the queue. Also called its depth or backlog.";
    public static final String READ =
            "A task read the counter here, to write it back plus one. If another task writes in"
                    + " between, what it read is stale.";
    public static final String WRITE =
            "A task wrote the counter here: what it had read, plus one. Read and write together are"
                    + " one increment, which is atomic only under a lock.";
    public static final String LOST =
            "A write from a stale read undid the increment of another task. Also called lost"
                    + " update, a race condition.";

    private MarkMeaning() {}
}
