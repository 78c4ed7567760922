package dev.overlap.lesson;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Quoting;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

import java.util.ArrayList;
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
                            + YamlParser.EXAMPLE);
            return null;
        }
        return lesson(id, new YamlMapping(node, KEYS, errors));
    }

    private @Nullable Lesson lesson(String id, YamlMapping mapping) {
        String title = required(mapping, "title", value -> value.lineOfText(MAX_TITLE_LENGTH), "");
        String question = required(mapping, "question", YamlValue::paragraphs, "");
        SiteList sites = required(mapping, "sites", this::sites, SiteList.EMPTY);
        List<String> models = required(mapping, "models", this::models, List.of());
        Settings settings = optional(mapping, "settings", this::settings, Settings.DEFAULT);
        int runs = optional(mapping, "runs", LessonReader::runs, Lesson.DEFAULT_RUNS);
        boolean guess = optional(mapping, "asks-for-guess", YamlValue::flag, false);
        String lookAt = required(mapping, "look-at", YamlValue::paragraphs, "");
        String explanation = required(mapping, "explanation", YamlValue::paragraphs, "");
        String notes = optional(mapping, "notes", YamlValue::paragraphs, "");
        checkTasks(mapping, sites, settings);
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

    /** Parses the site list. After {@code sites: |} its lines begin one line below the key. */
    private SiteList sites(YamlValue value) {
        SiteList sites = SiteList.parse(value.text());
        if (value.style() == ScalarStyle.FOLDED) {
            throw new IllegalArgumentException(
                    "A > puts all sites on one line. Write sites: | instead.");
        }
        boolean isLiteral = value.style() == ScalarStyle.LITERAL;
        for (int i = 0; i < sites.lines().size(); i++) {
            String sentence = sites.lines().get(i).problem();
            if (sentence != null) {
                errors.add(value.line() + (isLiteral ? i + 1 : 0), sentence);
            }
        }
        return sites;
    }

    private List<String> models(YamlValue value) {
        if (value.items().isEmpty()) {
            throw new IllegalArgumentException("No model is named. Write one, as in [threads].");
        }
        List<String> ids = new ArrayList<>();
        for (YamlValue item : value.items()) {
            String id = errors.read(item.line(), () -> model(item.text(), ids), "");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** Returns the id if there is such a model and it was not listed before. */
    private static String model(String id, List<String> previous) {
        List<String> all = ConcurrencyModel.all().stream().map(ConcurrencyModel::id).toList();
        String near = all.contains(id) ? null : ClosestMatch.to(id, all);
        if (near != null) {
            throw new IllegalArgumentException(
                    "There is no model %s. Did you mean %s?"
                            .formatted(Quoting.of(id), Quoting.of(near)));
        }
        if (previous.contains(id)) {
            throw new IllegalArgumentException(
                    "The model %s is named twice. Name it once.".formatted(Quoting.of(id)));
        }
        return ConcurrencyModel.of(id).id();
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

    /**
     * Reports a list with no tasks or too many, unless errors of its lines were already reported.
     */
    private void checkTasks(YamlMapping mapping, SiteList sites, Settings settings) {
        YamlValue value = mapping.find("sites");
        if (value == null || sites.equals(SiteList.EMPTY) || sites.problems() > 0) {
            return;
        }
        errors.read(value.line(), () -> tasks(sites, settings), 0);
    }

    /** The number of tasks of a list, which must be at least one and no more than a plan allows. */
    private static int tasks(SiteList sites, Settings settings) {
        int tasks = new Plan(sites, "", settings).tasks().size(); // the same under any model
        if (tasks == 0) {
            throw new IllegalArgumentException(
                    "The list has no site to run. Write one, as in lab:/delay/300.");
        }
        return tasks;
    }
}
