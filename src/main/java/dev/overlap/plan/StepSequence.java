package dev.overlap.plan;

import dev.overlap.plan.address.Address;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Steps that one task does one after another. Immutable.
 *
 * @param steps in order; at least one, except between the braces of a step that has none
 */
public record StepSequence(List<Step> steps) {

    static final StepSequence EMPTY = new StepSequence(List.of());

    public StepSequence {
        steps = List.copyOf(steps);
    }

    public static StepSequence of(Step... steps) {
        return new StepSequence(List.of(steps));
    }

    /** Returns the steps as shown to users, free of secrets. */
    public String label() {
        return steps.size() == 1 // asked for each request
                ? first().label()
                : steps.stream().map(Step::label).collect(Collectors.joining(" -> "));
    }

    public Step first() {
        return steps.getFirst();
    }

    /** Returns whether there is only one step, and none inside it. */
    public boolean isSingle() {
        return steps.size() == 1 && first().inner().steps.isEmpty();
    }

    /** Returns all steps in the order of the text, each followed by those inside it. */
    public Stream<Step> flat() {
        return steps.stream().flatMap(Step::flat);
    }

    /** Returns the targets of all requests, in order; those of redirects are not known. */
    public List<Address> targets() {
        return flat().map(Step::target).filter(Objects::nonNull).toList();
    }

    /** Returns whether any step shares a resource; allocates nothing. */
    boolean namesResources() {
        for (Step step : steps) {
            boolean names =
                    switch (step) {
                        case Step.Fetch _, Step.Poll _, Step.Compute _, Step.Sleep _ -> false;
                        case Step.Lock _, Step.Permit _, Step.Add _, Step.Put _, Step.Take _ ->
                                true;
                    };
            if (names) {
                return true;
            }
        }
        return false;
    }

    /** Returns the resources that the steps share with other tasks, in order, each once. */
    public List<Resource> resources() {
        return flat().map(Step::resource).filter(Objects::nonNull).distinct().toList();
    }
}
