package dev.overlap.lesson;

import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

import java.util.List;
import java.util.function.Function;

/**
 * Reads a lesson file, which is YAML:
 *
 * <pre>
 * title: Threads overlap waits          # one line
 * question: How long do these take ...  # paragraphs
 * sites: |                              # a site list, one line per site
 *   lab:/delay/300 x3
 * models: [threads, sequential]         # Run uses the first, Compare all
 * settings:                             # optional; named as on the command line
 *   workers: 4
 * runs: 3                               # optional
 * asks-for-guess: true                  # optional
 * look-at: What to look at.             # paragraphs
 * explanation: Why it is so.            # paragraphs
 * notes: For the presenter.             # paragraphs; optional
 * </pre>
 *
 * <p>{@code assets/lessons/lesson.schema.json} is the equivalent schema for editors. All errors are
 * reported at once, each with its line.
 */
public final class LessonReader {

    private static final int MAX_TITLE_LENGTH = 80;

    private static final List<String> KEYS =
            List.of(
                    "title",
                    "question",
                    "sites",
                    "models",
                    "settings",
                    "runs",
                    "asks-for-guess",
                    "look-at",
                    "explanation",
                    "notes");

    private final ErrorCollector errors;

    private LessonReader(ErrorCollector errors) {
        this.errors = errors;
    }

    /**
     * Reads a lesson. Never throws, whatever the text is.
     *
     * @param id the name of its file, without the extension
     */
    public static LessonResult read(String id, String text) {
        ErrorCollector errors = new ErrorCollector();
        Node root = YamlParser.root(text, errors);
        Lesson lesson = root == null ? null : new LessonReader(errors).lesson(id, root);
        return lesson == null
                ? new LessonResult.Invalid(errors.all())
                : new LessonResult.Valid(lesson);
    }

    private @Nullable Lesson lesson(String id, Node root) {
        if (!(root instanceof MappingNode node)) {
            errors.add(
                    YamlParser.line(root),
                    "A lesson begins with keys and values, not "
                            + NodeDescription.of(root)
                            + ". "
                            + YamlErrorReporter.EXAMPLE);
            return null;
        }
        return lesson(id, new YamlMapping(node, KEYS, errors));
    }

    private @Nullable Lesson lesson(String id, YamlMapping mapping) {
        String title = required(mapping, "title", value -> value.lineOfText(MAX_TITLE_LENGTH), "");
        String question = required(mapping, "question", YamlValue::paragraphs, "");
        LessonSites siteList = new LessonSites(errors);
        SiteList sites = required(mapping, "sites", siteList::read, SiteList.EMPTY);
        List<String> models =
                required(mapping, "models", new LessonModels(errors)::read, List.of());
        Settings settings = optional(mapping, "settings", this::settings, Settings.DEFAULT);
        int runs = optional(mapping, "runs", LessonReader::runs, Lesson.DEFAULT_RUNS);
        boolean guess = optional(mapping, "asks-for-guess", YamlValue::flag, false);
        String lookAt = required(mapping, "look-at", YamlValue::paragraphs, "");
        String explanation = required(mapping, "explanation", YamlValue::paragraphs, "");
        String notes = optional(mapping, "notes", YamlValue::paragraphs, "");
        siteList.checkTasks(mapping.find("sites"), sites, settings);
        return errors.isEmpty()
                ? new Lesson(
                        id,
                        title,
                        question,
                        sites,
                        models,
                        settings,
                        runs,
                        guess,
                        lookAt,
                        explanation,
                        notes)
                : null;
    }

    private <T> T required(
            YamlMapping mapping, String key, Function<YamlValue, T> parser, T fallback) {
        return read(mapping.get(key), parser, fallback);
    }

    private <T> T optional(
            YamlMapping mapping, String key, Function<YamlValue, T> parser, T fallback) {
        return read(mapping.find(key), parser, fallback);
    }

    private <T> T read(@Nullable YamlValue value, Function<YamlValue, T> parser, T fallback) {
        return value == null
                ? fallback
                : errors.read(value.line(), () -> parser.apply(value), fallback);
    }

    private Settings settings(YamlValue value) {
        return new LessonSettings(errors).read(value.mapping());
    }

    private static int runs(YamlValue value) {
        int runs = value.number();
        if (runs < 1 || runs > Lesson.MAX_RUNS) {
            throw new IllegalArgumentException(
                    "The number of runs must be between 1 and " + Lesson.MAX_RUNS + ".");
        }
        return runs;
    }
}
