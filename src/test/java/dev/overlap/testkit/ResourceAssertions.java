package dev.overlap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.ResourceTrack.Use;
import dev.overlap.trace.TaskTrack;

import java.util.Comparator;
import java.util.List;

/** Assertions on what the tasks of a finished run have shared. */
public final class ResourceAssertions {

    private ResourceAssertions() {}

    /**
     * Asserts that nothing is held or waited for any more, that there were never more holders than
     * places nor more items than room, and that claims were granted in the order in which they were
     * made.
     */
    public static void assertSound(ResourceTrack resource) {
        for (Use use : resource.uses()) {
            assertThat(use.endNanos())
                    .as("%s: every use ends", resource.label())
                    .isNotEqualTo(TaskTrack.OPEN);
        }
        assertThat(mostHolders(resource))
                .as("holders of %s", resource.label())
                .isLessThanOrEqualTo(resource.places());
        assertThat(resource.levels())
                .allSatisfy(level -> assertThat(level.items()).isBetween(0, resource.places()));
        for (Purpose purpose : Purpose.values()) {
            assertThat(granted(resource, purpose))
                    .as("%s: first come, first served", resource.label())
                    .isSortedAccordingTo(Comparator.comparingLong(Use::grantedNanos));
        }
    }

    /** Returns the uses that were granted, in the order in which they were asked for. */
    public static List<Use> granted(ResourceTrack resource, Purpose purpose) {
        return resource.uses().stream()
                .filter(use -> use.purpose() == purpose && use.isGranted())
                .toList();
    }

    /** Returns the most tasks that held a lock or permit at the same instant. */
    public static int mostHolders(ResourceTrack resource) {
        List<Use> holds = granted(resource, Purpose.HOLD);
        int most = 0;
        for (Use use : holds) {
            long at = use.grantedNanos();
            most =
                    Math.max(
                            most,
                            (int)
                                    holds.stream()
                                            .filter(
                                                    other ->
                                                            other.grantedNanos() <= at
                                                                    && at < other.endNanos())
                                            .count());
        }
        return most;
    }
}
