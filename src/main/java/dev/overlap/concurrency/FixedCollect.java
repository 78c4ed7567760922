package dev.overlap.concurrency;

import dev.overlap.plan.RunRules.CollectMode;

/**
 * The only way in which the results of a model can be collected.
 *
 * @param mode that way
 * @param reason why there is no choice, as a sentence
 */
public record FixedCollect(CollectMode mode, String reason) {}
