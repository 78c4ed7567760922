package dev.overlap.program.model;

import dev.overlap.concurrency.PythonModel;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.address.Address;
import dev.overlap.text.program.ModelText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of a plan a program in Python can do. */
final class PlanCheck {

    /**
     * A program that starts more threads than this at once says more of the system than of them.
     */
    static final int MAX_TASKS = 1_000;

    private PlanCheck() {}

    /**
     * Refuses lists that are too long, and more requests to a remote server at once than a run of
     * Overlap ever sends: the programs have no limit of their own.
     *
     * @throws IllegalArgumentException with a sentence
     */
    static void requireRunnable(PythonModel model, Plan plan) {
        int tasks = plan.tasks().size();
        if (tasks > MAX_TASKS) {
            throw new IllegalArgumentException(ModelText.tooMany(tasks, MAX_TASKS));
        }
        int atOnce = model.atOnce(plan.settings().workers());
        requests(plan)
                .forEach(
                        (host, requests) -> {
                            int most = ConnectionSettings.MAX_TO_OTHERS;
                            int together = Math.min(atOnce, requests);
                            if (together > most && !ConnectionSettings.isLoopback(host)) {
                                throw new IllegalArgumentException(
                                        ModelText.tooManyAtOnce(host, together, most));
                            }
                        });
    }

    private static Map<String, Integer> requests(Plan plan) {
        Map<String, Integer> requests = new HashMap<>();
        plan.tasks().stream()
                .flatMap(
                        task ->
                                task.steps().targets().stream()
                                        .filter(Address.Web.class::isInstance)
                                        .map(it -> ((Address.Web) it).url().host())
                                        .distinct())
                .forEach(host -> requests.merge(host, 1, Integer::sum));
        return requests;
    }

    /** Returns the settings of a plan that have no effect, in words. */
    static List<String> withoutEffect(Plan plan) {
        Settings settings = plan.settings();
        ConnectionSettings connections = settings.connections();
        List<String> words = new ArrayList<>();
        if (connections.perHost() != ConnectionSettings.NOT_SET
                || connections.total() != ConnectionSettings.NOT_SET) {
            words.add("the limits of connections");
        }
        if (connections.warm()) {
            words.add("connections opened before the run");
        }
        if (settings.rules().interpreterLock()) {
            words.add("the simulated interpreter lock, as it has its own");
        }
        if (settings.rules().breakDeadlocks()) {
            words.add("breaking deadlocks");
        }
        return words;
    }
}
