package dev.overlap.snippet;

import dev.overlap.plan.Settings;
import dev.overlap.plan.StepSequence;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All inputs of the text of a program. */
record ProgramSpec(
        String model, TaskKind kind, Language language, SiteArguments sites, Settings settings) {

    ProgramSpec with(
            List<StepSequence> others,
            Map<String, Integer> queueSizes,
            URI lab,
            Settings settings) {
        SiteArguments arguments = SiteArguments.of(others, queueSizes, kind, language, lab);
        return new ProgramSpec(model, kind, language, arguments, settings);
    }

    String fileName() {
        String[] words = (model + "-" + kind.words()).split("-");
        String name =
                switch (language) {
                    case PYTHON -> String.join("_", words);
                    case JAVA ->
                            Arrays.stream(words)
                                    .map(ProgramSpec::capital)
                                    .collect(Collectors.joining());
                };
        return name + "." + language.extension();
    }

    private static String capital(String word) {
        return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
