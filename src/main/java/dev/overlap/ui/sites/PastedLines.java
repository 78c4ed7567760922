package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.repair.Paste;
import dev.overlap.plan.repair.RepairedLine;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The lines of one paste, found again wherever they are in the list. A line that was edited since
 * is no longer one of them: its text is another object, and nothing else tells two equal lines
 * apart.
 */
final class PastedLines {

    private final IdentityHashMap<String, RepairedLine> lines = new IdentityHashMap<>();
    private final int written;

    PastedLines(Paste paste) {
        written = (int) paste.lines().stream().filter(line -> !line.written().isBlank()).count();
        for (RepairedLine line : paste.lines()) {
            line.lines().forEach(site -> lines.put(site.text(), line));
        }
    }

    /** Returns whether they are more than one line that was typed and understood as it is. */
    boolean isWorthTelling() {
        return written > 1 || lines.values().stream().anyMatch(RepairedLine::isRepaired);
    }

    /** Returns how many of the lines are in the list as they were written, and understood. */
    int taken(SiteList list) {
        Set<RepairedLine> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (SiteLine line : list.lines()) {
            RepairedLine from = lines.get(line.text());
            if (from != null
                    && !from.isRepaired()
                    && !from.written().isBlank()
                    && line.problem() == null) {
                found.add(from);
            }
        }
        return found.size();
    }

    /** Returns the number of lines that were pasted, blank ones left out. */
    int written() {
        return written;
    }

    /** Returns the first row of each line that was repaired. */
    int[] repaired(SiteList list) {
        Set<RepairedLine> found = Collections.newSetFromMap(new IdentityHashMap<>());
        return rows(
                list,
                line -> {
                    RepairedLine from = lines.get(line.text());
                    return from != null && from.isRepaired() && found.add(from);
                });
    }

    /** Returns the rows of those that are not understood. */
    int[] problems(SiteList list) {
        return rows(list, line -> line.problem() != null && lines.containsKey(line.text()));
    }

    /** Returns the rows of those that are as they were pasted and that a test holds for. */
    int[] unchanged(SiteList list, Predicate<SiteLine> test) {
        return rows(list, line -> lines.containsKey(line.text()) && test.test(line));
    }

    @Nullable RepairedLine repair(SiteList list, int row) {
        return lines.get(list.lines().get(row).text());
    }

    private static int[] rows(SiteList list, Predicate<SiteLine> test) {
        return IntStream.range(0, list.lines().size())
                .filter(row -> test.test(list.lines().get(row)))
                .toArray();
    }
}
