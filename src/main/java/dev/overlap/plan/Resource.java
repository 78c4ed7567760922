package dev.overlap.plan;

/**
 * Something that tasks share, known by its name throughout a list.
 *
 * @param places how many tasks can hold it at once, or how many items it can hold: 1 for all but
 *     permits, and queues in {@link Plan#resources()}
 */
public record Resource(String name, Type type, int places) {

    /** The kinds of resources. */
    public enum Type {
        LOCK("lock"),
        PERMIT("permit"),
        COUNTER("counter"),
        QUEUE("queue");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** Returns the noun for one of them, as in texts and files. */
        public String word() {
            return word;
        }
    }
}
