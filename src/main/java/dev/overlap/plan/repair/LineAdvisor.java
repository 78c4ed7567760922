package dev.overlap.plan.repair;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.Step;
import dev.overlap.plan.address.Address;

import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a line, or doubtful, and offers a repair: one that is certain, or else
 * one that people must decide on.
 */
public final class LineAdvisor {

    private final LabPathAdvisor lab;

    /**
     * @param paths those of the lab
     */
    public LineAdvisor(LabPaths paths) {
        lab = new LabPathAdvisor(paths);
    }

    /** Returns what to say of a line of a list, or null if there is nothing to say. */
    public @Nullable LineAdvice advice(SiteLine line) {
        return switch (line.meaning()) {
            case LineMeaning.Nothing _, LineMeaning.Queue _ -> null;
            case LineMeaning.Problem(String sentence, _) -> problem(line, sentence);
            case LineMeaning.Entry entry -> doubt(line, entry, false);
        };
    }

    /**
     * Returns what to say of a text while it is typed, or null: what may still become right is not
     * mentioned.
     */
    public @Nullable LineAdvice whileTyping(String text) {
        SiteLine line = SiteLine.parse(text);
        LineMeaning.Entry entry = line.entry();
        return entry == null ? null : doubt(line, entry, true);
    }

    private static LineAdvice problem(SiteLine line, String sentence) {
        RepairedLine repaired = LineRepair.repair(line.text());
        if (repaired.isRepaired()) {
            return new LineAdvice(sentence, repaired.lines(), repaired.repairs().getFirst());
        }
        RepairDraft repairDraft = Suggestions.of(line.text());
        return repairDraft == null
                ? LineAdvice.without(sentence)
                : new LineAdvice(sentence, repairDraft.lines(), repairDraft.repair());
    }

    private @Nullable LineAdvice doubt(SiteLine line, LineMeaning.Entry entry, boolean typing) {
        for (Step step : entry.steps().flat().toList()) {
            LineAdvice lineAdvice =
                    switch (step.target()) {
                        case Address.Lab(String path) ->
                                lab.advice(line.text(), path, step instanceof Step.Poll, typing);
                        case Address.Web(var url, String label) when url.host().indexOf(',') >= 0 ->
                                typing ? null : commas(line.text(), label);
                        case Address.Web _ -> null;
                        case null -> null;
                    };
            if (lineAdvice != null) {
                return lineAdvice;
            }
        }
        return null;
    }

    /** A host may contain commas, and none does: it is two addresses, or the row of a table. */
    private LineAdvice commas(String text, String label) {
        RepairDraft repairDraft = Suggestions.withoutCommas(text);
        boolean isMended =
                repairDraft != null
                        && repairDraft.lines().stream().allMatch(line -> advice(line) == null);
        return repairDraft == null || !isMended
                ? LineAdvice.without(label)
                : new LineAdvice(label, repairDraft.lines(), repairDraft.repair());
    }
}
