package dev.overlap.snippet;

import dev.overlap.plan.Settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The values of the {@code $} variables. {@code assets/code/README.md} lists them. */
final class TemplateVariables {

    private static final Pattern WORD = Pattern.compile("\\$([a-z]+|[A-Z]+)");
    private static final String EACH = "$each";

    private final Map<String, String> values;
    private final List<String> each;
    private final StepVariables steps;

    TemplateVariables(ProgramSpec spec) {
        steps = new StepVariables(spec);
        boolean single = LineCondition.SINGLE.holds(spec);
        each = single ? spec.sites().each() : steps.each();
        values = Map.copyOf(values(spec));
    }

    private Map<String, String> values(ProgramSpec spec) {
        Map<String, String> values = new HashMap<>(ofKind(spec));
        values.putAll(steps.common());
        Settings settings = spec.settings();
        values.put("kind", kind(spec));
        values.put("task", task(spec));
        values.put("call", spec.workersAreLimit() ? task(spec) : kind(spec));
        values.put("all", spec.kind() == TaskKind.STEPS ? steps.all() : String.join(", ", each));
        values.put("file", spec.fileName());
        values.put("more", Integer.toString(spec.sites().more()));
        values.put(
                "workers", Integer.toString(settings.workers().orElse(Settings.DEFAULT_WORKERS)));
        values.put("helpers", Integer.toString(settings.workers().orElse(Settings.usualHelpers())));
        values.put("timeout", spec.language().time(settings.timeout()));
        values.put("pace", spec.language().time(spec.sites().pace()));
        return values;
    }

    /**
     * The function called per task by a model limited only by workers, which waits for a free slot.
     */
    private static String task(ProgramSpec spec) {
        if (spec.settings().workers().isEmpty()) {
            return kind(spec);
        }
        return switch (spec.language()) {
            case PYTHON -> "in_turn";
            case JAVA -> "inTurn";
        };
    }

    /** The function called per task. */
    private static String kind(ProgramSpec spec) {
        return spec.kind() == TaskKind.STEPS ? "run" : spec.kind().words();
    }

    private static Map<String, String> ofKind(ProgramSpec spec) {
        boolean python = spec.language() == Language.PYTHON;
        return switch (spec.kind()) {
            case FETCH, POLL ->
                    Map.of(
                            "item", "url",
                            "items", "urls",
                            "ITEMS", "URLS",
                            "type", "String",
                            "args", "session, url",
                            "step", "step",
                            "next", "next",
                            "shown", python ? "{url}" : "url + \"");
            case COMPUTE ->
                    Map.of(
                            "item", "millis",
                            "items", "numbers",
                            "ITEMS", "MILLIS",
                            "type", "Integer",
                            "args", "millis",
                            "step", "step",
                            "next", "nextInt",
                            "shown", python ? "cpu:{millis}ms" : "\"cpu:\" + millis + \"ms");
            case STEPS ->
                    Map.of(
                            "item", "task",
                            "items", "tasks",
                            "ITEMS", "TASKS",
                            "type", "Integer",
                            "args", LineCondition.HTTP.holds(spec) ? "session, task" : "task",
                            "step", "start",
                            "shown", python ? "{task.__name__}" : "\"task\" + task + \"");
        };
    }

    /**
     * Expands a line that contains {@code $each} once per site, the last without its comma; a line
     * about what tasks share once for each of its type; other lines once.
     */
    List<String> expand(String line) {
        if (!line.contains(EACH)) {
            return steps.expand(line).stream().map(this::substitute).toList();
        }
        String last = line.replaceFirst(",$", "");
        return IntStream.range(0, each.size())
                .mapToObj(n -> (n < each.size() - 1 ? line : last).replace(EACH, each.get(n)))
                .toList();
    }

    /**
     * Replaces the variables of a text.
     *
     * @throws TemplateException if one of them is unknown
     */
    String substitute(String text) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String word) {
        String value = values.get(word);
        if (value == null) {
            throw new TemplateException("\"$" + word + "\" means nothing.");
        }
        return value;
    }
}
