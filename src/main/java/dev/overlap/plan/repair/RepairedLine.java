package dev.overlap.plan.repair;

import dev.overlap.plan.SiteLine;

import java.util.List;

/**
 * A line of text and the lines of a list that it becomes.
 *
 * @param written the text as it was found
 * @param lines at least one
 * @param repairs what was put right, in order; empty if the text is the only line
 */
public record RepairedLine(String written, List<SiteLine> lines, List<Repair> repairs) {

    public RepairedLine {
        lines = List.copyOf(lines);
        repairs = List.copyOf(repairs);
    }

    static RepairedLine unchanged(SiteLine line) {
        return new RepairedLine(line.text(), List.of(line), List.of());
    }

    public boolean isRepaired() {
        return !repairs.isEmpty();
    }
}
