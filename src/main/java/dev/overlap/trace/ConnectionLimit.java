package dev.overlap.trace;

/**
 * How many connections a run may use at once to one host, and who says so.
 *
 * @param host with its port in figures, as connections go there
 * @param most to this host; without meaning where nobody limits them
 * @param origin who set it
 * @param total the most to all hosts together, or 0 where nobody limits them
 */
public record ConnectionLimit(String host, int most, Origin origin, int total) {

    /** Who set the limit of a host. */
    public enum Origin {
        /** Nobody: there is none. */
        NONE,
        /** The plan. */
        PLAN,
        /** Overlap, because the plan says nothing about somebody else's host. */
        OVERLAP,
        /** Overlap, because the plan wants more of somebody else's host than is good manners. */
        MANNERS
    }
}
