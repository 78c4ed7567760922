package dev.overlap.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

/**
 * The expected behaviour of programs in which the first failure cancels the other tasks. The first
 * task fails soon, while the second is running, if the model has started it.
 */
final class FirstFailureTestCases {

    /** These cannot cancel a call in another thread or process. */
    private static final Set<String> NOT_CANCELLABLE_IN_PYTHON =
            Set.of(
                    "threads",
                    "virtual-threads",
                    "thread-pool",
                    "process-pool",
                    "blocked-loop",
                    "loop-offload");

    private static final Set<String> NOT_CANCELLABLE_IN_JAVA = Set.of("process-pool");

    private FirstFailureTestCases() {}

    static String[] sites(TaskKind kind) {
        return switch (kind) {
            case FETCH -> new String[] {"lab:/reset?after=100", "lab:/delay/900"};
            case POLL -> new String[] {"poll:lab:/reset?after=100", "poll:lab:/jobs?takes=900"};
            case STEPS ->
                    new String[] {
                        "lab:/reset?after=100 -> sleep:10ms", "lab:/delay/900 -> sleep:10ms"
                    };
            case COMPUTE -> throw new IllegalArgumentException("Arithmetic does not fail.");
        };
    }

    /**
     * Fails unless the first task failed, and the second continued only where it cannot be
     * cancelled.
     */
    static void assertTells(String model, Language language, String output) {
        boolean notCancellable =
                switch (language) {
                    case PYTHON -> NOT_CANCELLABLE_IN_PYTHON.contains(model);
                    case JAVA -> NOT_CANCELLABLE_IN_JAVA.contains(model);
                };
        assertThat(output).containsPattern("(/reset\\?after=100|task1) failed: ");
        assertThat(output.lines().anyMatch(line -> line.matches(".*900 200")))
                .as(output)
                .isEqualTo(notCancellable);
    }
}
