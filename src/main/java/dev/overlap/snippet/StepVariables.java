package dev.overlap.snippet;

import dev.overlap.plan.Resource;
import dev.overlap.plan.Step;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The {@code $} variables of programs whose tasks have steps. */
final class StepVariables {

    private static final String NUMBER = "$number";
    private static final Pattern SHARED = Pattern.compile("\\$(lock|permit|counter|queue)");

    private final StepTasks tasks;
    private final Language language;
    private final ResourceVariables names;

    StepVariables(ProgramSpec spec) {
        tasks = spec.sites().tasks();
        language = spec.language();
        names = new ResourceVariables(tasks, language);
    }

    /** The rows of the list of tasks, each as an expression. */
    List<String> each() {
        return tasks.rows().stream().map(this::row).toList();
    }

    private String row(StepTasks.Row row) {
        String task = task(row.function());
        boolean once = row.times() == 1;
        return switch (language) {
            case PYTHON -> once ? task : "*[" + task + "] * " + row.times();
            case JAVA ->
                    once
                            ? "List.of(" + task + ")"
                            : "Collections.nCopies(" + row.times() + ", " + task + ")";
        };
    }

    /** All tasks, in one line; empty if they are too many for one. */
    String all() {
        return !tasks.areFew()
                ? ""
                : tasks.each().stream().map(this::task).collect(Collectors.joining(", "));
    }

    /** A task: its function in Python, the number of its function in Java. */
    private String task(int function) {
        return switch (language) {
            case PYTHON -> "task" + (function + 1);
            case JAVA -> Integer.toString(function + 1);
        };
    }

    /** Variables that have the same value in each line. */
    Map<String, String> common() {
        String functions =
                IntStream.rangeClosed(1, tasks.functions().size())
                        .mapToObj(n -> "this::task" + n)
                        .collect(Collectors.joining(", "));
        String shared = shared().map(names::of).collect(Collectors.joining(", "));
        String made = shared().map(this::made).collect(Collectors.joining(", "));
        String time = tasks.has(StepVariables::hasPieces) ? "double" : "int";
        return Map.of("functions", functions, "shared", shared, "made", made, "time", time);
    }

    /** All locks, permits and queues. */
    private Stream<Resource> shared() {
        return Stream.of(Resource.Type.LOCK, Resource.Type.PERMIT, Resource.Type.QUEUE)
                .flatMap(type -> tasks.resources(type).stream());
    }

    /** The call in Python that makes one. */
    private String made(Resource resource) {
        return switch (resource.type()) {
            case LOCK -> "Lock()";
            case PERMIT -> "Semaphore(" + resource.places() + ")";
            case QUEUE -> "Queue(" + tasks.size(resource) + ")";
            case COUNTER -> "0";
        };
    }

    private static boolean hasPieces(Step step) {
        return step instanceof Step.Compute(_, int pieces) && pieces > 1;
    }

    /**
     * Expands a line about what tasks share once for each of its type, and one about the number of
     * a function once for each of them.
     */
    List<String> expand(String line) {
        Matcher shared = SHARED.matcher(line);
        if (shared.find()) {
            String type = shared.group(1).toUpperCase(Locale.ROOT);
            return tasks.resources(Resource.Type.valueOf(type)).stream()
                    .map(resource -> filled(line, shared.group(), resource))
                    .toList();
        }
        return line.contains(NUMBER)
                ? IntStream.rangeClosed(1, tasks.functions().size())
                        .mapToObj(n -> line.replace(NUMBER, Integer.toString(n)))
                        .toList()
                : List.of(line);
    }

    private String filled(String line, String variable, Resource resource) {
        return line.replace(variable, names.of(resource))
                .replace("$name", resource.name())
                .replace("$places", Integer.toString(resource.places()))
                .replace("$size", Integer.toString(tasks.size(resource)))
                .replace("$expected", Long.toString(tasks.expected(resource)));
    }
}
