package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.repair.LineAdvice;
import dev.overlap.plan.repair.LineAdvisor;
import dev.overlap.plan.repair.Paste;
import dev.overlap.plan.repair.RepairedLine;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    private final IdentityHashMap<String, List<SiteLine>> doubtful = new IdentityHashMap<>();
    private final List<SiteLine> sites;
    private final int written;

    /**
     * Visits every line; may be called on any thread.
     *
     * @param advisor says which lines are doubtful
     */
    PastedLines(Paste paste, LineAdvisor advisor) {
        sites = paste.sites();
        sites.forEach(line -> advise(line, advisor));
        written = (int) paste.lines().stream().filter(line -> !line.written().isBlank()).count();
        for (RepairedLine line : paste.lines()) {
            line.lines().forEach(site -> lines.put(site.text(), line));
        }
    }

    private void advise(SiteLine line, LineAdvisor advisor) {
        LineAdvice advice = line.entry() == null ? null : advisor.advice(line);
        if (advice != null && advice.repair() != null) {
            doubtful.put(line.text(), advice.mended());
        }
    }

    /** Returns the lines for the list. */
    List<SiteLine> sites() {
        return sites;
    }

    /** Returns the rows of those that are understood, but doubtful, with what may be meant. */
    Map<Integer, List<SiteLine>> doubtful(SiteList list) {
        Map<Integer, List<SiteLine>> found = new HashMap<>();
        List<SiteLine> all = doubtful.isEmpty() ? List.of() : list.lines();
        for (int row = 0; row < all.size(); row++) {
            List<SiteLine> mended = doubtful.get(all.get(row).text());
            if (mended != null && all.get(row).entry() != null) {
                found.put(row, mended);
            }
        }
        return found;
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

    @Nullable RepairedLine repair(SiteList list, int row) {
        return lines.get(list.lines().get(row).text());
    }

    private static int[] rows(SiteList list, Predicate<SiteLine> test) {
        return IntStream.range(0, list.lines().size())
                .filter(row -> test.test(list.lines().get(row)))
                .toArray();
    }
}
