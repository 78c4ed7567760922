package dev.overlap.comparison;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import java.util.List;
import java.util.OptionalInt;

/**
 * One way of running a list.
 *
 * @param name the display name: its model, or in a sweep its number of workers
 * @param plan to run
 */
public record Variant(String name, Plan plan) {

    /** Returns one variant per model, in the order of the models. */
    public static List<Variant> ofModels(
            SiteList sites, Settings settings, List<ConcurrencyModel> models) {
        return models.stream()
                .map(it -> new Variant(it.name(), new Plan(sites, it.id(), settings)))
                .toList();
    }

    /** Returns one variant per number of workers, all under the model of a plan. */
    public static List<Variant> ofWorkers(Plan plan, List<Integer> workers) {
        return workers.stream().map(it -> withWorkers(plan, it)).toList();
    }

    /** Whether it is named after its number of workers, as in a sweep. */
    public boolean isOfWorkers() {
        OptionalInt workers = plan.settings().workers();
        return workers.isPresent() && name.equals(Integer.toString(workers.getAsInt()));
    }

    private static Variant withWorkers(Plan plan, int workers) {
        Settings settings = plan.settings().withWorkers(workers);
        return new Variant(
                Integer.toString(workers), new Plan(plan.sites(), plan.model(), settings));
    }
}
