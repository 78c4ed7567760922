package dev.overlap.snippet;

import java.util.Locale;

/** What a line may depend on. */
enum LineCondition {
    /** Somebody asked for a number of workers. */
    LIMITED,
    /** Nobody did. */
    FREE,
    /** The first failure leaves the other tasks alone. */
    LEAVE,
    /** It cancels them. */
    CANCEL,
    /** The sites have URLs. */
    URLS,
    /** The sites are computations. */
    NUMBERS,
    /** A site is of the lab. */
    LAB,
    /** None is. */
    WEB,
    /** User names or passwords were left out. */
    USERS,
    /** Not all sites are shown. */
    MORE,
    /** All are. */
    WHOLE;

    /** The word for it in a mark. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(ProgramSpec order) {
        return switch (this) {
            case LIMITED -> order.settings().workers().isPresent();
            case FREE -> order.settings().workers().isEmpty();
            case LEAVE -> !order.settings().rules().firstFailureCancels();
            case CANCEL -> order.settings().rules().firstFailureCancels();
            case URLS -> order.kind() != TaskKind.COMPUTE;
            case NUMBERS -> order.kind() == TaskKind.COMPUTE;
            case LAB -> order.sites().lab();
            case WEB -> !order.sites().lab();
            case USERS -> order.sites().users();
            case MORE -> order.sites().more() > 0;
            case WHOLE -> order.sites().more() == 0;
        };
    }
}
