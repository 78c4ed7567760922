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
 * Reads the file of a lesson, which is YAML:
 *
 * <pre>
 * title: Threads overlap waits          # one line
 * question: How long do these take ...  # paragraphs
 * sites: |                              # a site list, a line per site
 *   lab:/delay/300 x3
 * models: [threads, sequential]         # Run runs the first, Compare all
 * settings:                             # optional; named as on the command line
 *   workers: 4
 * runs: 3                               # optional
 * asks-for-guess: true                  # optional
 * look-at: Where the eye should go.     # paragraphs
 * explanation: Why it is so.            # paragraphs
 * notes: For who presents it.           # paragraphs; optional
 * </pre>
 *
 * <p>{@code assets/lessons/lesson.schema.json} says the same to editors. Whatever is wrong is told
 * all at once, each with its line.
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

    private final ErrorCollector errorCollector;

    private LessonReader(ErrorCollector errorCollector) {
        this.errorCollector = errorCollector;
    }

    /**
     * Reads a lesson. Never throws, whatever the text is.
     *
     * @param id what it is to be called: the name of its file, without the extension
     */
    public static LessonResult read(String id, String text) {
        ErrorCollector errorCollector = new ErrorCollector();
        Node root = YamlParser.root(text, errorCollector);
        Lesson lesson = root == null ? null : new LessonReader(errorCollector).lesson(id, root);
        return lesson == null
                ? new LessonResult.Invalid(errorCollector.all())
                : new LessonResult.Valid(lesson);
    }

    private @Nullable Lesson lesson(String id, Node root) {
        if (!(root instanceof MappingNode mapping)) {
            errorCollector.add(
                    YamlParser.line(root),
                    "A lesson begins with keys and values, not "
                            + NodeDescription.of(root)
                            + ". "
                            + YamlParser.SKETCH);
            return null;
        }
        return lesson(id, new YamlMapping(mapping, KEYS, errorCollector));
    }

    private @Nullable Lesson lesson(String id, YamlMapping yamlMapping) {
        String title =
                required(yamlMapping, "title", value -> value.lineOfText(MAX_TITLE_LENGTH), "");
        String question = required(yamlMapping, "question", YamlValue::paragraphs, "");
        SiteList sites = required(yamlMapping, "sites", this::sites, SiteList.EMPTY);
        List<String> models = required(yamlMapping, "models", this::models, List.of());
        Settings settings = optional(yamlMapping, "settings", this::settings, Settings.DEFAULT);
        int runs = optional(yamlMapping, "runs", LessonReader::runs, Lesson.DEFAULT_RUNS);
        boolean guess = optional(yamlMapping, "asks-for-guess", YamlValue::flag, false);
        String lookAt = required(yamlMapping, "look-at", YamlValue::paragraphs, "");
        String explanation = required(yamlMapping, "explanation", YamlValue::paragraphs, "");
        String notes = optional(yamlMapping, "notes", YamlValue::paragraphs, "");
        checkTasks(yamlMapping, sites, settings);
        return errorCollector.isEmpty()
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
            YamlMapping yamlMapping, String key, Function<YamlValue, T> reading, T otherwise) {
        return read(yamlMapping.get(key), reading, otherwise);
    }

    private <T> T optional(
            YamlMapping yamlMapping, String key, Function<YamlValue, T> reading, T otherwise) {
        return read(yamlMapping.find(key), reading, otherwise);
    }

    private <T> T read(@Nullable YamlValue value, Function<YamlValue, T> reading, T otherwise) {
        return value == null
                ? otherwise
                : errorCollector.read(value.line(), () -> reading.apply(value), otherwise);
    }

    /** A list like any other. Behind {@code sites: |} its lines stand below that of the key. */
    private SiteList sites(YamlValue value) {
        SiteList sites = SiteList.parse(value.text());
        if (value.style() == ScalarStyle.FOLDED) {
            throw new IllegalArgumentException(
                    "A > puts all sites on one line. Write sites: | instead.");
        }
        boolean below = value.style() == ScalarStyle.LITERAL;
        for (int i = 0; i < sites.lines().size(); i++) {
            String sentence = sites.lines().get(i).problem();
            if (sentence != null) {
                errorCollector.add(value.line() + (below ? i + 1 : 0), sentence);
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
            String id = errorCollector.read(item.line(), () -> model(item.text(), ids), "");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The id itself, if there is such a model and it was not named before. */
    private static String model(String id, List<String> before) {
        List<String> all = ConcurrencyModel.all().stream().map(ConcurrencyModel::id).toList();
        String near = all.contains(id) ? null : ClosestMatch.to(id, all);
        if (near != null) {
            throw new IllegalArgumentException(
                    "There is no model %s. Did you mean %s?"
                            .formatted(Quoting.of(id), Quoting.of(near)));
        }
        if (before.contains(id)) {
            throw new IllegalArgumentException(
                    "The model %s is named twice. Name it once.".formatted(Quoting.of(id)));
        }
        return ConcurrencyModel.of(id).id();
    }

    private Settings settings(YamlValue value) {
        return new LessonSettings(errorCollector).read(value.mapping());
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
     * Tells of a list that makes no task, or too many; not where lines of it are reported already,
     * which says enough.
     */
    private void checkTasks(YamlMapping yamlMapping, SiteList sites, Settings settings) {
        YamlValue value = yamlMapping.find("sites");
        if (value == null || sites.equals(SiteList.EMPTY) || sites.problems() > 0) {
            return;
        }
        errorCollector.read(value.line(), () -> tasks(sites, settings), 0);
    }

    /** How many tasks a list makes: one at least, and no more than a plan takes. */
    private static int tasks(SiteList sites, Settings settings) {
        int tasks = new Plan(sites, "", settings).tasks().size(); // under any model
        if (tasks == 0) {
            throw new IllegalArgumentException(
                    "The list has no site to run. Write one, as in lab:/delay/300.");
        }
        return tasks;
    }
}
