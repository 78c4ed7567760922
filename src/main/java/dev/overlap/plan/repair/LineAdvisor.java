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
    public @Nullable Advice advice(SiteLine line) {
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
    public @Nullable Advice whileTyping(String text) {
        SiteLine line = SiteLine.parse(text);
        LineMeaning.Entry entry = line.entry();
        return entry == null ? null : doubt(line, entry, true);
    }

    private static Advice problem(SiteLine line, String sentence) {
        RepairedLine repaired = LineRepair.repair(line.text());
        if (repaired.isRepaired()) {
            return new Advice(sentence, repaired.lines(), repaired.repairs().getFirst());
        }
        Draft draft = Suggestions.of(line.text());
        return draft == null
                ? Advice.without(sentence)
                : new Advice(sentence, draft.lines(), draft.repair());
    }

    private @Nullable Advice doubt(SiteLine line, LineMeaning.Entry entry, boolean typing) {
        for (Step step : entry.steps().flat().toList()) {
            Advice advice =
                    switch (step.target()) {
                        case Address.Lab(String path) ->
                                lab.advice(line.text(), path, step instanceof Step.Poll, typing);
                        case Address.Web(var url, String label) when url.host().indexOf(',') >= 0 ->
                                typing ? null : commas(line.text(), label);
                        case Address.Web _ -> null;
                        case null -> null;
                    };
            if (advice != null) {
                return advice;
            }
        }
        return null;
    }

    /** A host may contain commas, and none does: it is two addresses, or the row of a table. */
    private Advice commas(String text, String label) {
        Draft draft = Suggestions.withoutCommas(text);
        boolean isMended =
                draft != null && draft.lines().stream().allMatch(line -> advice(line) == null);
        return draft == null || !isMended
                ? Advice.without(label)
                : new Advice(label, draft.lines(), draft.repair());
    }
}
