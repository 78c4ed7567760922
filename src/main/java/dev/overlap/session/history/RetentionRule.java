package dev.overlap.session.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much a history holds. What is too much goes, the oldest first; what is pinned stays, and does
 * not count towards the number of runs, but towards the bytes.
 *
 * @param runs the most runs and comparisons that are not pinned
 * @param bytes the most bytes of all together
 */
record RetentionRule(int runs, long bytes) {

    static final RetentionRule DEFAULT = new RetentionRule(50, 200L << 20);

    private static final Comparator<HistoryEntry> FIRST_TO_GO =
            Comparator.comparing(run -> run.label().deleted() == null);

    /**
     * Returns which ones have to go, so that the others are not too many.
     *
     * @param latest the id of the one that goes last
     */
    List<HistoryEntry> surplus(List<HistoryEntry> kept, String latest) {
        List<HistoryEntry> loose = new ArrayList<>(kept);
        loose.removeIf(run -> run.label().pinned() && run.label().deleted() == null);
        loose.sort(
                FIRST_TO_GO
                        .thenComparing(run -> run.id().equals(latest))
                        .thenComparing(HistoryEntry::id));
        long total = kept.stream().mapToLong(HistoryEntry::bytes).sum();
        int going = 0;
        while (going < loose.size() && (loose.size() - going > runs || total > bytes)) {
            total -= loose.get(going++).bytes();
        }
        return List.copyOf(loose.subList(0, going));
    }
}
