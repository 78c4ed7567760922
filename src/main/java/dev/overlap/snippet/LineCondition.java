package dev.overlap.snippet;

import java.util.Locale;

/** The conditions under which a template line is part of a program. */
enum LineCondition {
    /** A number of workers was requested. */
    LIMITED,
    /** No number of workers was requested. */
    FREE,
    /** The first failure does not affect other tasks. */
    LEAVE,
    /** The first failure cancels other tasks. */
    CANCEL,
    /** The sites have URLs. */
    URLS,
    /** The sites are computations. */
    NUMBERS,
    /** A site belongs to the lab. */
    LAB,
    /** No site belongs to the lab. */
    WEB,
    /** User names or passwords were removed. */
    USERS,
    /** Not all sites are shown. */
    MORE,
    /** All sites are shown. */
    WHOLE;

    /** The word in a line directive. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(ProgramSpec spec) {
        return switch (this) {
            case LIMITED -> spec.settings().workers().isPresent();
            case FREE -> spec.settings().workers().isEmpty();
            case LEAVE -> !spec.settings().rules().firstFailureCancels();
            case CANCEL -> spec.settings().rules().firstFailureCancels();
            case URLS -> spec.kind() != TaskKind.COMPUTE;
            case NUMBERS -> spec.kind() == TaskKind.COMPUTE;
            case LAB -> spec.sites().lab();
            case WEB -> !spec.sites().lab();
            case USERS -> spec.sites().users();
            case MORE -> spec.sites().more() > 0;
            case WHOLE -> spec.sites().more() == 0;
        };
    }
}
