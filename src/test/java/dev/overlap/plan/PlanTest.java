package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;

class PlanTest {

    @Test
    void makesTheTasksInTheOrderOfTheListRoundByRound() {
        Plan plan = plan("lab:/a x2\n# no\nhtp://x\noff lab:/b\nlab:/c\n", 2);
        assertThat(plan.tasks().stream().map(t -> t.index() + t.label() + t.line()))
                .containsExactly(
                        "0lab:/a0", "1lab:/a0", "2lab:/c4", "3lab:/a0", "4lab:/a0", "5lab:/c4");
    }

    @Test
    void aListWithoutSitesMakesNoTasks() {
        assertThat(plan("# nothing\noff lab:/a\n", Settings.MAX_REPEATS).tasks()).isEmpty();
    }

    @Test
    void makesAsManyTasksAsAreAllowed() {
        assertThat(plan("lab:/a x" + Plan.MAX_TASKS + "\n", 1).tasks()).hasSize(Plan.MAX_TASKS);
        assertThat(plan("lab:/a x10\n", 10_000).tasks()).hasSize(Plan.MAX_TASKS);
    }

    @Test
    void refusesMoreTasksWithASentence() {
        String herd = "lab:/a x" + Plan.MAX_TASKS + "\n";
        String sentence =
                "This list would make more than 100000 tasks. Repeat it, or its lines, less often.";
        assertThatThrownBy(plan(herd + "lab:/b\n", 1)::tasks).hasMessage(sentence);
        assertThatThrownBy(plan(herd, Settings.MAX_REPEATS)::tasks).hasMessage(sentence);
        assertThatThrownBy(plan("lab:/a x11\n", 10_000)::tasks).hasMessage(sentence);
        assertThatThrownBy(plan(herd.repeat(50), 1)::tasks).hasMessage(sentence);
    }

    @Test
    void taskNumbersCountFromZero() {
        assertThat(
                        plan("lab:/a x3\n", 3).tasks().stream()
                                .map(Task::index)
                                .map(String::valueOf)
                                .collect(Collectors.joining()))
                .isEqualTo("012345678");
    }

    private static Plan plan(String sites, int repeat) {
        return new Plan(SiteList.parse(sites), "any", Settings.DEFAULT.withRepeat(repeat));
    }
}
