package dev.overlap.snippet;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.plan.StepSequence;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All inputs of the text of a program. */
record ProgramSpec(
        String model, TaskKind kind, Language language, SiteArguments sites, Settings settings) {

    ProgramSpec with(
            List<StepSequence> others,
            Map<String, Integer> queueSizes,
            URI lab,
            Settings settings) {
        SiteArguments arguments = SiteArguments.of(others, queueSizes, kind, language, lab);
        return new ProgramSpec(model, kind, language, arguments, needed(settings));
    }

    /** A model that collects results in one way only has one program for all settings. */
    private Settings needed(Settings asked) {
        return models().allMatch(it -> it.fixedCollect().isEmpty())
                ? asked
                : asked.withRules(asked.rules().withCollect(RunRules.CollectMode.ALL));
    }

    private Stream<ConcurrencyModel> models() {
        return ConcurrencyModel.all().stream().filter(it -> it.id().equals(model));
    }

    /** Returns whether a number of workers only limits how many tasks run at once. */
    boolean workersAreLimit() {
        return models().anyMatch(ConcurrencyModel::workersAreLimit);
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
