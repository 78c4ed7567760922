package dev.overlap.snippet;

import dev.overlap.plan.Site;

import java.util.Locale;

/** The kinds of task: each has a program of its own under every model. */
public enum TaskKind {
    FETCH,
    POLL,
    COMPUTE;

    /** The kind of task that a site makes. */
    public static TaskKind of(Site site) {
        return switch (site) {
            case Site.Fetch _ -> FETCH;
            case Site.Poll _ -> POLL;
            case Site.Compute _ -> COMPUTE;
        };
    }

    /** What people call it, such as {@code fetch}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
