package dev.overlap.plan.repair;

import dev.overlap.plan.SiteLine;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Repairs one line that is not understood, where there is no doubt what was meant.
 *
 * <p>Rules are tried in turn, each of which removes one thing that does not belong, until the rest
 * is understood; if it never is, the line stays as it was. A line that is understood is never
 * touched, a comment stays, and the words of steps are only moved with the whole line. Lines longer
 * than {@value #MAX_LENGTH} characters are left alone; for others the cost is linear in the length,
 * except that each bracket that begins a link and does not end it costs a look at the rest.
 */
public final class LineRepair {

    private static final int MAX_LENGTH = 4_000;
    private static final int MAX_RULES = 8;

    private static final List<Function<String, @Nullable RepairDraft>> RULES =
            List.of(
                    CurlCommand::draft,
                    Links::html,
                    Links::markdown,
                    LineDecorations::quotation,
                    LineDecorations::bullet,
                    LineDecorations::number,
                    LineDecorations::count,
                    AddressSplitter::split,
                    LineDecorations::wrapper);

    private final List<Repair> repairs = new ArrayList<>();
    private RepairDraft repairDraft;

    private LineRepair(String body) {
        repairDraft = RepairDraft.of(body, Repair.Form.WORDS);
    }

    /** Returns what a text becomes as lines of a list. */
    static RepairedLine repair(String text) {
        SiteLine line = SiteLine.parse(text);
        RepairedLine repaired = line.problem() == null ? null : repaired(text);
        return repaired == null ? RepairedLine.unchanged(line) : repaired;
    }

    private static @Nullable RepairedLine repaired(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        int comment = comment(text);
        LineRepair repair = new LineRepair(text.substring(0, comment).strip());
        return repair.succeeds()
                ? new RepairedLine(
                        text,
                        repair.repairDraft.with(text.substring(comment)).lines(),
                        repair.repairs)
                : null;
    }

    /** Returns where the comment begins; a command and a link may contain its sign, too. */
    private static int comment(String text) {
        int at = CurlCommand.comment(text);
        int end = at < text.length() ? Links.endOfLinkAround(text, at) : at;
        return end == at ? at : SiteLine.comment(text, end);
    }

    private boolean succeeds() {
        for (int round = 0; round < MAX_RULES && repairDraft.bodies().size() == 1; round++) {
            RepairDraft next = next(repairDraft.bodies().getFirst());
            if (next == null) {
                return false;
            }
            repairDraft = next;
            repairs.add(next.repair());
            if (repairDraft.bodies().stream().allMatch(RepairDraft::isCertain)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable RepairDraft next(String body) {
        for (Function<String, @Nullable RepairDraft> rule : RULES) {
            RepairDraft repairDraft = rule.apply(body);
            if (repairDraft != null) {
                return repairDraft;
            }
        }
        return null;
    }
}
