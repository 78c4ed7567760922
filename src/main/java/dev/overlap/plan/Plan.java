package dev.overlap.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that a run depends on. Immutable.
 *
 * @param sites the list, lines that are not run included
 * @param model the id of the concurrency model
 * @param settings the rest
 */
public record Plan(SiteList sites, String model, Settings settings) {

    /** More tasks than this are not begun: a list of sites is not a load test. */
    public static final int MAX_TASKS = LineMeaning.MAX_TIMES;

    /**
     * The tasks of this plan, in the order of the list, as often as lines and settings say.
     *
     * @throws IllegalArgumentException if there are more than {@value #MAX_TASKS}
     */
    public List<Task> tasks() {
        List<Task> round = oneRound();
        if ((long) round.size() * settings.repeat() > MAX_TASKS) {
            throw tooMany();
        }
        return IntStream.range(0, round.size() * settings.repeat())
                .mapToObj(index -> round.get(index % round.size()).at(index))
                .toList();
    }

    private List<Task> oneRound() {
        List<Task> round = new ArrayList<>();
        for (int line = 0; line < sites.lines().size(); line++) {
            LineMeaning.Entry entry = sites.lines().get(line).entry();
            if (entry != null && entry.on()) {
                add(entry, line, round);
            }
        }
        return round;
    }

    private static void add(LineMeaning.Entry entry, int line, List<Task> round) {
        if (round.size() + entry.times() > MAX_TASKS) {
            throw tooMany();
        }
        for (int time = 0; time < entry.times(); time++) {
            round.add(new Task(round.size(), entry.site(), line));
        }
    }

    private static IllegalArgumentException tooMany() {
        return new IllegalArgumentException(
                "This list makes more than "
                        + MAX_TASKS
                        + " tasks. Repeat it, or its lines, less often.");
    }
}
