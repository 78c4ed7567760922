package dev.overlap.snippet;

import dev.overlap.plan.Resource;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tasks of a program whose tasks have steps.
 *
 * @param functions what they do, each once; only the first few of a list
 * @param rows in order: which of the functions, and how many times in a row
 * @param sizes of queues by name; those that are missing hold one item
 * @param lab the address of the lab
 */
record StepTasks(
        List<StepSequence> functions, List<Row> rows, Map<String, Integer> sizes, URI lab) {

    /** A function, by its index, that several tasks in a row call. */
    record Row(int function, int times) {}

    /** Returns no tasks. */
    static StepTasks none(URI lab) {
        return new StepTasks(List.of(), List.of(), Map.of(), lab);
    }

    private static final int MAX_FUNCTIONS = 4;
    private static final int MAX_ROWS = 6;
    private static final int MAX_ON_ONE_LINE = 8;

    StepTasks {
        functions = List.copyOf(functions);
        rows = List.copyOf(rows);
        sizes = Map.copyOf(sizes);
    }

    /** Returns as many tasks of a list as a program shows. */
    static StepTasks of(List<StepSequence> tasks, Map<String, Integer> sizes, URI lab) {
        List<StepSequence> functions = tasks.stream().distinct().limit(MAX_FUNCTIONS).toList();
        List<Row> rows = new ArrayList<>();
        for (StepSequence task : tasks) {
            int function = functions.indexOf(task);
            if (function >= 0 && !addTo(rows, function, MAX_ROWS)) {
                break;
            }
        }
        long called = rows.stream().mapToInt(Row::function).distinct().count();
        return new StepTasks(functions.stream().limit(called).toList(), rows, sizes, lab);
    }

    /** Returns all tasks of a list. */
    static StepTasks ofAll(List<StepSequence> tasks, Map<String, Integer> sizes, URI lab) {
        Map<StepSequence, Integer> functions = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (StepSequence task : tasks) {
            int function = functions.computeIfAbsent(task, _ -> functions.size());
            boolean _ = addTo(rows, function, Integer.MAX_VALUE);
        }
        return new StepTasks(List.copyOf(functions.keySet()), rows, sizes, lab);
    }

    /** Adds a task, unless there are too many rows for that. */
    private static boolean addTo(List<Row> rows, int function, int maxRows) {
        boolean inRow = !rows.isEmpty() && rows.getLast().function == function;
        if (!inRow && rows.size() == maxRows) {
            return false;
        }
        int before = inRow ? rows.removeLast().times : 0;
        rows.add(new Row(function, before + 1));
        return true;
    }

    /** The number of tasks. */
    int count() {
        return rows.stream().mapToInt(Row::times).sum();
    }

    boolean areFew() {
        return count() <= MAX_ON_ONE_LINE;
    }

    /** The function of each task, by its index. */
    List<Integer> each() {
        return rows.stream()
                .flatMap(row -> IntStream.range(0, row.times).mapToObj(_ -> row.function))
                .toList();
    }

    boolean has(Predicate<Step> property) {
        return steps().anyMatch(property);
    }

    /** The resources of a type, each once. */
    List<Resource> resources(Resource.Type type) {
        return functions.stream()
                .flatMap(steps -> steps.resources().stream())
                .filter(resource -> resource.type() == type)
                .distinct()
                .toList();
    }

    int size(Resource queue) {
        return sizes.getOrDefault(queue.name(), 1);
    }

    /** The value of a counter after all increments if none is lost. */
    long expected(Resource counter) {
        return rows.stream()
                .mapToLong(row -> row.times * increments(functions.get(row.function), counter))
                .sum();
    }

    private static long increments(StepSequence steps, Resource counter) {
        return steps.flat()
                .filter(step -> step instanceof Step.Add && counter.equals(step.resource()))
                .mapToLong(step -> ((Step.Add) step).times())
                .sum();
    }

    private Stream<Step> steps() {
        return functions.stream().flatMap(StepSequence::flat);
    }
}
