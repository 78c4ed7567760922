package dev.overlap.snippet;

import dev.overlap.plan.Resource;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Step;

import java.util.Locale;
import java.util.function.Predicate;

/** The conditions under which a template line is part of a program. */
enum LineCondition {
    /** A number of workers was requested. */
    LIMITED(spec -> spec.settings().workers().isPresent()),
    /** No number of workers was requested. */
    FREE(spec -> spec.settings().workers().isEmpty()),
    /** The first failure does not affect other tasks. */
    LEAVE(spec -> !cancels(spec) || !gathers(spec)),
    /**
     * The first failure cancels other tasks; shown only where all results are collected at once.
     */
    CANCEL(spec -> cancels(spec) && gathers(spec)),
    /** The first failure would cancel other tasks, which the program leaves out. */
    APART(spec -> cancels(spec) && !gathers(spec)),
    /** All results are collected at the end. */
    GATHERS(LineCondition::gathers),
    /** Results are collected otherwise. */
    COLLECTS(spec -> !gathers(spec)),
    /** Each result is collected as its task ends. */
    EACH(spec -> spec.settings().rules().collect() == CollectMode.AS_COMPLETED),
    /** The results are collected in the order of the list. */
    ORDERED(spec -> spec.settings().rules().collect() == CollectMode.IN_ORDER),
    /** Only the first success is collected. */
    RACES(spec -> spec.settings().rules().collect() == CollectMode.FIRST),
    /** All results are collected, in whatever way. */
    UNRACED(spec -> !RACES.holds(spec)),
    /** Each task is one request or one poll. */
    URLS(spec -> spec.kind() == TaskKind.FETCH || spec.kind() == TaskKind.POLL),
    /** Each task is one computation. */
    NUMBERS(spec -> spec.kind() == TaskKind.COMPUTE),
    /** The tasks have steps. */
    STEPS(spec -> spec.kind() == TaskKind.STEPS),
    /** Each task is one request, poll or computation. */
    SINGLE(spec -> spec.kind() != TaskKind.STEPS),
    /** The program makes requests. */
    HTTP(spec -> URLS.holds(spec) || spec.sites().tasks().has(step -> step.target() != null)),
    /** The program makes no requests. */
    OFFLINE(spec -> !HTTP.holds(spec)),
    /** A call that blocks a thread has a timeout. */
    TIMED(spec -> HTTP.holds(spec) || has(spec, Resource.Type.QUEUE)),
    /** The tasks of the program fit on one line. */
    FEW(spec -> spec.sites().tasks().areFew()),
    /** The tasks of the program do not fit on one line. */
    MANY(spec -> !spec.sites().tasks().areFew()),
    /** A step fetches. */
    FETCHES(spec -> spec.sites().tasks().has(step -> step instanceof Step.Fetch)),
    /** A step polls. */
    POLLS(spec -> spec.sites().tasks().has(step -> step instanceof Step.Poll)),
    /** A step computes. */
    COMPUTES(spec -> spec.sites().tasks().has(step -> step instanceof Step.Compute)),
    /** A step sleeps, or increments a counter with a gap. */
    SLEEPS(spec -> spec.sites().tasks().has(LineCondition::sleeps)),
    /** A step increments a counter without a gap. */
    ADDS(spec -> spec.sites().tasks().has(LineCondition::addsAtOnce)),
    /** A step gives way to others between its parts. */
    REPEATS(spec -> spec.sites().tasks().has(LineCondition::repeats)),
    /** A step holds a lock. */
    LOCKS(spec -> has(spec, Resource.Type.LOCK)),
    /** A step holds a permit. */
    PERMITS(spec -> has(spec, Resource.Type.PERMIT)),
    /** A step increments a counter. */
    COUNTERS(spec -> has(spec, Resource.Type.COUNTER)),
    /** A step puts an item into a queue, or takes one. */
    QUEUES(spec -> has(spec, Resource.Type.QUEUE)),
    /** A step holds a lock or a permit. */
    HOLDS(spec -> LOCKS.holds(spec) || PERMITS.holds(spec)),
    /** A step waits for a lock, a permit or a queue. */
    SHARED(spec -> HOLDS.holds(spec) || QUEUES.holds(spec)),
    /** No step waits for a lock, a permit or a queue. */
    ALONE(spec -> !SHARED.holds(spec)),
    /** A site belongs to the lab. */
    LAB(spec -> spec.sites().lab()),
    /** No site belongs to the lab. */
    WEB(spec -> !spec.sites().lab()),
    /** It is the program that is run beside a run of Overlap's own. */
    WATCHED(ProgramSpec::watched),
    /** User names or passwords were removed. */
    USERS(spec -> spec.sites().users()),
    /** Not all sites are shown. */
    MORE(spec -> spec.sites().more() > 0),
    /** All sites are shown. */
    WHOLE(spec -> spec.sites().more() == 0);

    @SuppressWarnings("ImmutableEnumChecker") // predicates without state
    private final Predicate<ProgramSpec> condition;

    LineCondition(Predicate<ProgramSpec> condition) {
        this.condition = condition;
    }

    /** The word in a line directive. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(ProgramSpec spec) {
        return condition.test(spec);
    }

    private static boolean cancels(ProgramSpec spec) {
        return spec.settings().rules().firstFailureCancels();
    }

    private static boolean gathers(ProgramSpec spec) {
        return spec.settings().rules().collect() == CollectMode.ALL;
    }

    private static boolean has(ProgramSpec spec, Resource.Type type) {
        return !spec.sites().tasks().resources(type).isEmpty();
    }

    private static boolean sleeps(Step step) {
        return step instanceof Step.Sleep || (step instanceof Step.Add add && hasGap(add));
    }

    private static boolean addsAtOnce(Step step) {
        return step instanceof Step.Add add && !hasGap(add);
    }

    private static boolean repeats(Step step) {
        return (step instanceof Step.Compute(_, int pieces) && pieces > 1)
                || (step instanceof Step.Add add && hasGap(add) && add.times() > 1);
    }

    private static boolean hasGap(Step.Add add) {
        return !add.gap().isZero();
    }
}
