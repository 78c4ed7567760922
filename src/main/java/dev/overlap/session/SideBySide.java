package dev.overlap.session;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.plan.Plan;
import dev.overlap.plan.SiteList;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recorded runs and comparisons as the variants of one comparison, on one time axis. Runs that are
 * not finished are left out, as they took no time that could be compared.
 */
public final class SideBySide {

    /** A session with a name that tells it from the others. */
    public record NamedSession(String name, Session session) {}

    private final Map<SiteList, SiteList> lists = new HashMap<>();
    private final List<VariantResult> results = new ArrayList<>();
    private final Map<String, Long> guesses = new HashMap<>();

    private SideBySide() {}

    /**
     * Joins sessions.
     *
     * @param sessions at least one
     * @throws IllegalArgumentException with a sentence, if they hold more than can be compared
     */
    public static RecordedComparison of(List<NamedSession> sessions) {
        SideBySide joined = new SideBySide();
        sessions.forEach(joined::add);
        int runs = joined.results.stream().mapToInt(it -> it.samples().size()).max().orElse(1);
        List<Variant> variants = joined.results.stream().map(VariantResult::variant).toList();
        return new RecordedComparison(
                new Comparison(
                        new ComparisonPlan(variants, Math.max(1, runs)), joined.results, true),
                SortOrder.LIST,
                new Guesses(joined.guesses),
                begun(sessions));
    }

    private static Instant begun(List<NamedSession> sessions) {
        return sessions.stream()
                .map(it -> it.session.recording().begun())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private void add(NamedSession named) {
        switch (named.session.recording()) {
            case RecordedRun run -> add(named.name, run);
            case RecordedComparison it -> add(named.name, it.comparison());
        }
    }

    private void add(String name, RecordedRun run) {
        Variant variant = new Variant(name, same(run.plan()));
        List<Measurement> samples =
                run.trace().isFinished() ? List.of(new Measurement(run.trace(), -1)) : List.of();
        results.add(new VariantResult(variant, samples, null));
    }

    private void add(String name, Comparison comparison) {
        for (VariantResult result : comparison.entries()) {
            String of = result.variant().name();
            Variant variant = new Variant(name + ": " + of, same(result.variant().plan()));
            results.add(new VariantResult(variant, result.samples(), null));
        }
    }

    /** Equal lists become one, so that they are compared quickly. */
    private Plan same(Plan plan) {
        SiteList list = lists.computeIfAbsent(plan.sites(), it -> it);
        return new Plan(list, plan.model(), plan.settings());
    }
}
