package dev.overlap.ui.rows;

import dev.overlap.render.rows.RowStatus;
import dev.overlap.render.rows.TaskHosts;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What occurs in a run, and so what its rows can be filtered by. Visits every phase of every task.
 *
 * @param hosts the most frequent first
 * @param whole whether the run had ended, so that nothing else can occur
 */
record RowFacets(Set<RowStatus> statuses, List<String> hosts, Set<Phase> phases, boolean whole) {

    /** Those of no run, and of one that is still being looked at. */
    static final RowFacets NONE = new RowFacets(Set.of(), List.of(), Set.of(), false);

    static RowFacets of(Trace trace) {
        boolean whole = trace.isFinished(); // read before the tasks are
        Set<RowStatus> statuses = EnumSet.noneOf(RowStatus.class);
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        for (TaskTrack task : trace.tasks()) {
            statuses.add(RowStatus.of(task));
            for (int segment = 0, n = task.segments(); segment < n; segment++) {
                phases.add(task.phase(segment));
            }
        }
        return new RowFacets(
                Collections.unmodifiableSet(statuses),
                TaskHosts.of(trace).byFrequency(),
                Collections.unmodifiableSet(phases),
                whole);
    }
}
