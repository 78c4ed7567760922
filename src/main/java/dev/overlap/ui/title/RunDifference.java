package dev.overlap.ui.title;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.Plan;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import java.util.List;

/**
 * In what a run differs from what the window would run now. Comments, lines that are off, and
 * workers that a model does not have, make no difference.
 *
 * @param list whether the tasks differ
 * @param settings whether anything else differs, apart from the model
 */
public record RunDifference(boolean list, boolean model, boolean settings) {

    static final RunDifference NONE = new RunDifference(false, false, false);

    /** Compares the plan of a run with another one. */
    static RunDifference between(Plan run, Plan now) {
        boolean model = !run.model().equals(now.model());
        boolean workers = !model && atOnce(run) != atOnce(now);
        return new RunDifference(
                !isSame(run.sites(), now.sites()),
                model,
                workers || !withoutWorkers(run).equals(withoutWorkers(now)));
    }

    private static int atOnce(Plan plan) {
        return ConcurrencyModel.of(plan.model()).atOnce(plan.settings().workers());
    }

    private static Object withoutWorkers(Plan plan) {
        return plan.neededSettings().withWorkers(1);
    }

    private static boolean isSame(SiteList one, SiteList other) {
        return one.equals(other)
                || (entries(one).equals(entries(other)) && one.queues().equals(other.queues()));
    }

    private static List<LineMeaning.Entry> entries(SiteList list) {
        return list.lines().stream()
                .map(SiteLine::entry)
                .filter(entry -> entry != null && entry.on())
                .toList();
    }

    /** Whether the same tasks would be done under the same rules, be it under another model. */
    boolean isSameWork() {
        return !list && !settings;
    }

    boolean any() {
        return list || model || settings;
    }
}
