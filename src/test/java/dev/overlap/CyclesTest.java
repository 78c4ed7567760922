package dev.overlap;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static dev.overlap.ProductionClasses.CLASSES;
import static dev.overlap.ProductionClasses.ROOT;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** No packages, and no classes but a few listed ones, depend on each other in a cycle. */
class CyclesTest {

    @Test
    void noPackagesUseEachOtherInACycle() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("two packages in a cycle are one package with two names")
                .check(CLASSES);
    }

    /**
     * The cycles that are allowed: a control, its skin and its behavior with the gestures that it
     * is made of, by JavaFX's design; a sealed type and its cases; a type that is recursive, as
     * steps between the braces of a step.
     */
    private static final List<Set<String>> ALLOWED =
            List.of(
                    Set.of("ComparisonChart", "ComparisonChartSkin", "ComparisonChartBehavior"),
                    Set.of(
                            "Timeline",
                            "TimelineSkin",
                            "TimelineBehavior",
                            "GuessDrag",
                            "RangeDrag",
                            "ScrubDrag",
                            "ZoomDrag",
                            "RowGestures"),
                    Set.of("OverviewStrip", "OverviewStripSkin", "OverviewStripBehavior"),
                    Set.of("WorkerSweepChart", "WorkerSweepChartSkin"),
                    Set.of("ScheduleChart", "ScheduleChartSkin"),
                    Set.of("Step", "StepSequence"),
                    Set.of("RequestPolicy", "RedirectPolicy", "PollPolicy"));

    @Test
    void noClassesUseEachOtherInACycle() {
        Map<String, Set<String>> uses = new HashMap<>();
        for (JavaClass type : CLASSES) {
            Set<String> targets =
                    uses.computeIfAbsent(outermost(type.getName()), _ -> new HashSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(arrow -> arrow.getTargetClass().getBaseComponentType().getName())
                    .filter(name -> name.startsWith(ROOT))
                    .map(CyclesTest::outermost)
                    .filter(name -> !name.equals(outermost(type.getName())))
                    .forEach(targets::add);
        }

        Map<String, Set<String>> reach =
                uses.keySet().stream()
                        .collect(Collectors.toMap(name -> name, name -> reached(name, uses)));

        assertThat(reach.keySet())
                .filteredOn(name -> reach.get(name).contains(name))
                .allSatisfy(
                        name ->
                                assertThat(ALLOWED)
                                        .as("a cycle through %s", name)
                                        .anyMatch(known -> known.containsAll(cycle(name, reach))));
    }

    /** Returns the simple names of the classes that a class can reach and that can reach it. */
    private static Set<String> cycle(String name, Map<String, Set<String>> reach) {
        return reach.get(name).stream()
                .filter(other -> reach.getOrDefault(other, Set.of()).contains(name))
                .map(other -> other.substring(other.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> reached(String from, Map<String, Set<String>> uses) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(uses.getOrDefault(from, Set.of()));
        while (!next.isEmpty()) {
            String name = next.pop();
            if (reached.add(name)) {
                next.addAll(uses.getOrDefault(name, Set.of()));
            }
        }
        return reached;
    }

    private static String outermost(String name) {
        return name.replaceAll("\\$.*", "");
    }
}
