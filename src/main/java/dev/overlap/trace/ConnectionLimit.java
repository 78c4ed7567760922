package dev.overlap.trace;

/**
 * The limit on a run's concurrent connections to one host, and where it comes from.
 *
 * @param host with its port number
 * @param most the limit to this host; meaningless if {@code origin} is {@link Origin#NONE}
 * @param origin where the limit comes from
 * @param total the limit to all hosts together, or 0 if there is none
 */
public record ConnectionLimit(String host, int most, Origin origin, int total) {

    /** Where the limit for a host comes from. */
    public enum Origin {
        /** There is no limit. */
        NONE,
        /** Set in the plan. */
        PLAN,
        /** Overlap's default for hosts of other people, as the plan sets none. */
        OVERLAP,
        /** Overlap's cap for hosts of other people, as the plan asks for more than is polite. */
        MANNERS
    }
}
