package dev.overlap.snippet;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists of tasks with steps, and what their programs print. */
enum StepLists {
    /**
     * All kinds of steps; in order, what is taken was put before. The first task takes far longer
     * than the second up to its first line.
     */
    ALL(
            "lab:/delay/300 -> poll:lab:/jobs -> cpu:20ms/4"
                    + " -> lock:account { add:hits/3 gap 5ms -> sleep:5ms } -> put:orders",
            "permit:db/2 { lab:/status/404 -> lock:account { add:hits } } -> take:orders",
            "add:free/1000 x8",
            "http://127.0.0.1:1/ -> sleep:5ms"),
    /** Steps with none inside, each the only one of its task. */
    PLAIN("sleep:5ms", "add:hits/2 gap 5ms", "put:orders", "take:orders"),
    /** More of them, each the only one of its task. */
    HOLDING(
            "cpu:20ms/4",
            "permit:db/2 { sleep:5ms }",
            "lock:account { add:hits }",
            "add:free/1000");

    /** Models that never run two tasks at once in one memory. */
    private static final Set<String> ALTERNATE =
            Set.of("sequential", "event-loop", "loop-one-by-one", "blocked-loop");

    @SuppressWarnings("ImmutableEnumChecker") // a copy by List.of
    private final List<String> lines;

    StepLists(String... lines) {
        this.lines = List.of(lines);
    }

    String[] lines() {
        return lines.toArray(String[]::new);
    }

    /** The expected lines, as patterns, in order if one task runs after another. */
    List<String> expected(String model, URI lab) {
        return Stream.of(tasks(model, lab), counters(model)).flatMap(List::stream).toList();
    }

    private List<String> tasks(String model, URI lab) {
        if (model.equals(ProgramRun.WAITS_FOR_ITSELF)) {
            return numbers().map(n -> "task" + n + " failed: its loop waited for itself").toList();
        }
        if (this != ALL) {
            return numbers().map(n -> "task" + n + " done").toList();
        }
        return Stream.of(
                        List.of(
                                lab + "/delay/300 200",
                                lab + "/jobs 200",
                                "task1 done",
                                lab + "/status/404 404",
                                "task2 done"),
                        Collections.nCopies(8, "task3 done"),
                        List.of("task4 failed: .*Conn.*"))
                .flatMap(List::stream)
                .toList();
    }

    /** The number of the function of each task. */
    private Stream<Integer> numbers() {
        return this == ALL
                ? Stream.of(1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4)
                : IntStream.rangeClosed(1, 4).boxed();
    }

    /** Increments under a lock are never lost, but processes share no counter. */
    private List<String> counters(String model) {
        boolean none = model.equals("process-pool") || model.equals(ProgramRun.WAITS_FOR_ITSELF);
        return switch (this) {
            case ALL ->
                    List.of(
                            "hits: " + (none ? 0 : 4) + " of 4",
                            "free: " + free(model, none) + " of 8000");
            case PLAIN -> List.of("hits: " + (none ? 0 : 2) + " of 2");
            case HOLDING ->
                    List.of(
                            "hits: " + (none ? 0 : 1) + " of 1",
                            "free: " + (none ? 0 : 1000) + " of 1000");
        };
    }

    private static String free(String model, boolean none) {
        return none ? "0" : ALTERNATE.contains(model) ? "8000" : "([1-7]?\\d{1,3}|8000)";
    }
}
