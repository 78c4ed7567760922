package dev.overlap.snippet;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.PythonModel;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All inputs of the text of a program.
 *
 * @param model the id of the model whose template it has
 * @param watched whether it has all sites, and tells which line of the list a task belongs to
 */
record ProgramSpec(
        String model,
        TaskKind kind,
        Language language,
        SiteArguments sites,
        Settings settings,
        boolean watched) {

    /** Returns the inputs of the program that is shown, for the sites of a sample. */
    static ProgramSpec ofSamples(String model, TaskKind kind, Language language) {
        return new ProgramSpec(
                PythonModel.baseOf(model),
                kind,
                language,
                SiteArguments.ofSamples(kind, language),
                Settings.DEFAULT,
                false);
    }

    /** Returns the inputs of the program in Python that runs all tasks of a plan. */
    static ProgramSpec ofAll(Plan plan, URI lab) {
        List<StepSequence> sites = plan.tasks().stream().map(Task::steps).toList();
        Set<TaskKind> kinds = sites.stream().map(TaskKind::of).collect(Collectors.toSet());
        TaskKind kind = kinds.size() == 1 ? kinds.iterator().next() : TaskKind.STEPS;
        Language language = Language.PYTHON;
        SiteArguments all = SiteArguments.ofAll(sites, plan.sites().queues(), kind, language, lab);
        String model = PythonModel.baseOf(plan.model());
        return new ProgramSpec(model, kind, language, all, plan.settings(), true).needed();
    }

    ProgramSpec with(
            List<StepSequence> others,
            Map<String, Integer> queueSizes,
            URI lab,
            Settings settings) {
        SiteArguments arguments = SiteArguments.of(others, queueSizes, kind, language, lab);
        return new ProgramSpec(model, kind, language, arguments, settings, watched).needed();
    }

    /** A model that collects results in one way only has one program for all settings. */
    private ProgramSpec needed() {
        return models().allMatch(it -> it.fixedCollect().isEmpty())
                ? this
                : new ProgramSpec(
                        model,
                        kind,
                        language,
                        sites,
                        settings.withRules(settings.rules().withCollect(RunRules.CollectMode.ALL)),
                        watched);
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
