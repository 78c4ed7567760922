package dev.overlap.plan.repair;

import dev.overlap.plan.SiteLine;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines of pasted text, repaired where there is no doubt what was meant.
 *
 * @param lines in order
 */
public record Paste(List<RepairedLine> lines) {

    /** Fewer lines are read before other threads have begun. */
    private static final int MIN_PARALLEL = 2_000;

    public Paste {
        lines = List.copyOf(lines);
    }

    /** Reads a text; blank lines around it are left out. */
    public static Paste of(String text) {
        List<String> written = joined(withoutBlankEnds(text.lines().toList()));
        List<RepairedLine> lines =
                new ArrayList<>(stream(written).map(LineRepair::repair).toList());
        AddressTable table =
                lines.stream().anyMatch(Paste::isProblem) ? AddressTable.of(written) : null;
        if (table != null) {
            lines.replaceAll(line -> isProblem(line) ? rowOf(table, line) : line);
        }
        return new Paste(lines);
    }

    private static Stream<String> stream(List<String> lines) {
        return lines.size() > MIN_PARALLEL ? lines.parallelStream() : lines.stream();
    }

    private static List<String> withoutBlankEnds(List<String> lines) {
        int begin = 0;
        int end = lines.size();
        while (begin < end && lines.get(begin).isBlank()) {
            begin++;
        }
        while (end > begin && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(begin, end);
    }

    private static boolean isProblem(RepairedLine line) {
        return !line.isRepaired() && line.lines().getFirst().problem() != null;
    }

    private static RepairedLine rowOf(AddressTable table, RepairedLine line) {
        RepairDraft repairDraft = table.draft(line.written());
        if (repairDraft == null) {
            return line;
        }
        return new RepairedLine(line.written(), repairDraft.lines(), List.of(repairDraft.repair()));
    }

    /** Joins the lines of a command that end with a backslash, as browsers copy them. */
    private static List<String> joined(List<String> lines) {
        List<String> joined = new ArrayList<>();
        StringBuilder command = null;
        for (String line : lines) {
            command = command == null ? begun(line) : command.append(' ').append(line.strip());
            if (command == null) {
                joined.add(line);
            } else if (command.charAt(command.length() - 1) == '\\') {
                command.setLength(command.length() - 1);
            } else {
                joined.add(command.toString());
                command = null;
            }
        }
        if (command != null) {
            joined.add(command.toString());
        }
        return joined;
    }

    private static @Nullable StringBuilder begun(String line) {
        return line.startsWith("curl ") && line.stripTrailing().endsWith("\\")
                ? new StringBuilder(line.stripTrailing())
                : null;
    }

    /** Returns the lines for the list. */
    public List<SiteLine> sites() {
        return lines.stream().flatMap(line -> line.lines().stream()).toList();
    }
}
