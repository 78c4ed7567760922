package dev.overlap.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

/**
 * What the programs do where the first failure is to cancel the others. The first task fails soon,
 * the second is on its way then, if the model let it begin.
 */
final class FirstFailureTestCases {

    /** Nothing in them can end a call that a thread or process is in. */
    private static final Set<String> GO_ON_IN_PYTHON =
            Set.of(
                    "threads",
                    "virtual-threads",
                    "thread-pool",
                    "process-pool",
                    "blocked-loop",
                    "loop-offload");

    private static final Set<String> GO_ON_IN_JAVA = Set.of("process-pool");

    private FirstFailureTestCases() {}

    static String[] sites(TaskKind kind) {
        return switch (kind) {
            case FETCH -> new String[] {"lab:/reset?after=100", "lab:/delay/900"};
            case POLL -> new String[] {"poll:lab:/reset?after=100", "poll:lab:/jobs?takes=900"};
            case COMPUTE -> throw new IllegalArgumentException("Arithmetic does not fail.");
        };
    }

    /** Fails unless the first task failed, and the second went on only where it has to. */
    static void assertTells(String model, Language language, String output) {
        boolean goesOn =
                switch (language) {
                    case PYTHON -> GO_ON_IN_PYTHON.contains(model);
                    case JAVA -> GO_ON_IN_JAVA.contains(model);
                };
        assertThat(output).containsPattern("/reset\\?after=100 failed: ");
        assertThat(output.lines().anyMatch(line -> line.matches(".*900 200")))
                .as(output)
                .isEqualTo(goesOn);
    }
}
