package dev.overlap.plan.repair;

import dev.overlap.plan.SiteLine;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is wrong with a line, or doubtful, and what it could be instead.
 *
 * @param sentence why it is not understood, or doubtful
 * @param mended the lines that it could be; empty if nothing can be said
 * @param repair what would be put right; null if nothing can be said
 */
public record LineAdvice(String sentence, List<SiteLine> mended, @Nullable Repair repair) {

    public LineAdvice {
        mended = List.copyOf(mended);
    }

    static LineAdvice without(String sentence) {
        return new LineAdvice(sentence, List.of(), null);
    }
}
