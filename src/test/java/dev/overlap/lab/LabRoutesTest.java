package dev.overlap.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class LabRoutesTest {

    @Test
    void thereIsAnExampleForEachPathOfTheDescriptionAndNoOther() {
        List<String> described =
                Pattern.compile("(?m)^/([a-z]+)")
                        .matcher(UrlBehaviourParser.DESCRIPTION)
                        .results()
                        .map(MatchResult::group)
                        .toList();

        assertThat(LabRoutes.examples().stream().map(it -> it.replaceFirst("(?<=[a-z])[/?].*", "")))
                .containsExactlyElementsOf(described);
    }

    @Test
    void examplesAreServedAndOthersRefused() {
        assertThat(LabRoutes.examples())
                .allSatisfy(
                        target -> assertThat(LabRoutes.refusal(method(target), target)).isNull());
        assertThat(LabRoutes.refusal("GET", "/delai/300")).startsWith("The lab has no path");
    }

    private static String method(String target) {
        return target.startsWith("/jobs") ? "POST" : "GET";
    }
}
