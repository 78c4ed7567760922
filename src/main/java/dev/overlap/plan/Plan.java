package dev.overlap.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a run depends on. Immutable.
 *
 * @param sites the list, lines that are not run included
 * @param model the id of the concurrency model
 * @param settings the rest
 */
public record Plan(SiteList sites, String model, Settings settings) {

    /** More tasks than this are not begun: a list of sites is not a load test. */
    public static final int MOST_TASKS = 100_000;

    /**
     * The tasks of this plan, in the order of the list, as often as lines and settings say.
     *
     * @throws IllegalArgumentException if there are more than {@value #MOST_TASKS}
     */
    public List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (int round = 0; round < settings.repeat(); round++) {
            for (int line = 0; line < sites.lines().size(); line++) {
                addTasks(tasks, line);
            }
        }
        return List.copyOf(tasks);
    }

    private void addTasks(List<Task> tasks, int line) {
        SiteLine.Entry entry = sites.lines().get(line).entry();
        if (entry == null || !entry.on()) {
            return;
        }
        if (tasks.size() + entry.times() > MOST_TASKS) {
            throw new IllegalArgumentException(
                    "This list makes more than "
                            + MOST_TASKS
                            + " tasks. Repeat it, or its lines, less often.");
        }
        for (int time = 0; time < entry.times(); time++) {
            tasks.add(new Task(tasks.size(), entry.site(), line));
        }
    }
}
