package dev.overlap.snippet;

import dev.overlap.plan.Site;

import java.util.Locale;

/** The kinds of tasks; each has its own program per model. */
public enum TaskKind {
    FETCH,
    POLL,
    COMPUTE;

    /** Returns the kind of task of a site. */
    public static TaskKind of(Site site) {
        return switch (site) {
            case Site.Fetch _ -> FETCH;
            case Site.Poll _ -> POLL;
            case Site.Compute _ -> COMPUTE;
        };
    }

    /** The display name, such as {@code fetch}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
