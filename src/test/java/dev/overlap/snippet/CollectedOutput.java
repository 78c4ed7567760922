package dev.overlap.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a program says of the results that it collects, a line each: {@code got} and the name of the
 * task, or that it is a failure.
 */
record CollectedOutput(ProgramRun run, List<String> lines) {

    private static final String FAILURE = "a failure";

    /**
     * Fails unless the results were collected in the order, or only the one, that was asked for.
     */
    void assertTells(URI lab) {
        List<String> got =
                lines.stream()
                        .filter(line -> line.startsWith("got "))
                        .map(line -> line.substring(4))
                        .toList();
        List<String> names = names(lab);
        assertThat(lines).as(lines.toString()).anyMatch(line -> line.startsWith("all done after "));
        switch (run.rules().collect()) {
            case ALL -> assertThat(got).isEmpty();
            case AS_COMPLETED -> {
                assertThat(got).hasSameSizeAs(names);
                if (firstIsSlow()) {
                    assertThat(got.getFirst()).isNotEqualTo(names.getFirst());
                }
            }
            case IN_ORDER -> assertInOrder(got, names);
            case FIRST -> {
                assertThat(got).as(lines.toString()).hasSize(1).isSubsetOf(names);
                if (firstIsSlow()) {
                    assertThat(got.getFirst()).isNotEqualTo(names.getFirst());
                }
            }
        }
    }

    private static void assertInOrder(List<String> got, List<String> names) {
        assertThat(got).hasSameSizeAs(names);
        IntStream.range(0, names.size())
                .forEach(n -> assertThat(got.get(n)).isIn(names.get(n), FAILURE));
        assertThat(got.getFirst()).isEqualTo(names.getFirst());
    }

    /** The first of several fetches takes far longer than the others. */
    private boolean firstIsSlow() {
        return run.kind() == TaskKind.FETCH
                && !run.model().equals("blocked-loop")
                && !run.model().equals("process-pool"); // whose processes start in any order
    }

    /** The names of the tasks, each as Java or as Python calls it. */
    private List<String> names(URI lab) {
        boolean python = lines.stream().anyMatch(line -> line.matches("got (task|cpu:).*"));
        List<StepSequence> sites = run.sites();
        return switch (run.kind()) {
            case STEPS ->
                    sites.stream() // equal ones share a function
                            .map(it -> sites.stream().distinct().toList().indexOf(it) + 1)
                            .map(n -> (python ? "task" : "") + n)
                            .toList();
            case COMPUTE, FETCH, POLL ->
                    sites.stream().map(it -> name(it.first(), python, lab)).toList();
        };
    }

    private static String name(Step step, boolean python, URI lab) {
        return step instanceof Step.Compute(var time, _) && !python
                ? Long.toString(time.toMillis())
                : ProgramRun.label(step, lab);
    }
}
