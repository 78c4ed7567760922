package dev.overlap.lesson;

import dev.overlap.model.Model;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Quote;
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
 * sites: |                              # a site list, a line a site
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

    private static final int LONGEST_TITLE = 80;

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

    private final Problems problems;

    private LessonReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a lesson. Never throws, whatever the text is.
     *
     * @param id what it is to be called: the name of its file, without the extension
     */
    public static LessonReading read(String id, String text) {
        Problems problems = new Problems();
        Node root = YamlText.root(text, problems);
        Lesson lesson = root == null ? null : new LessonReader(problems).lesson(id, root);
        return lesson == null
                ? new LessonReading.Refused(problems.all())
                : new LessonReading.Read(lesson);
    }

    private @Nullable Lesson lesson(String id, Node root) {
        if (!(root instanceof MappingNode mapping)) {
            problems.add(
                    YamlText.line(root),
                    "A lesson begins with keys and values, not "
                            + NodeWords.of(root)
                            + ". "
                            + YamlText.SKETCH);
            return null;
        }
        return lesson(id, new Entries(mapping, KEYS, problems));
    }

    private @Nullable Lesson lesson(String id, Entries entries) {
        String title = required(entries, "title", value -> value.lineOfText(LONGEST_TITLE), "");
        String question = required(entries, "question", Value::paragraphs, "");
        SiteList sites = required(entries, "sites", this::sites, SiteList.EMPTY);
        List<String> models = required(entries, "models", this::models, List.of());
        Settings settings = optional(entries, "settings", this::settings, Settings.DEFAULT);
        int runs = optional(entries, "runs", LessonReader::runs, Lesson.USUAL_RUNS);
        boolean guess = optional(entries, "asks-for-guess", Value::flag, false);
        String lookAt = required(entries, "look-at", Value::paragraphs, "");
        String explanation = required(entries, "explanation", Value::paragraphs, "");
        String notes = optional(entries, "notes", Value::paragraphs, "");
        checkTasks(entries, sites, settings);
        return problems.isEmpty()
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

    private <T> T required(Entries entries, String key, Function<Value, T> reading, T otherwise) {
        return read(entries.get(key), reading, otherwise);
    }

    private <T> T optional(Entries entries, String key, Function<Value, T> reading, T otherwise) {
        return read(entries.find(key), reading, otherwise);
    }

    private <T> T read(@Nullable Value value, Function<Value, T> reading, T otherwise) {
        return value == null
                ? otherwise
                : problems.read(value.line(), () -> reading.apply(value), otherwise);
    }

    /** A list like any other. Behind {@code sites: |} its lines stand below that of the key. */
    private SiteList sites(Value value) {
        SiteList sites = SiteList.parse(value.text());
        if (value.style() == ScalarStyle.FOLDED) {
            throw new IllegalArgumentException(
                    "A > puts all sites on one line. Write sites: | in its place.");
        }
        boolean below = value.style() == ScalarStyle.LITERAL;
        for (int i = 0; i < sites.lines().size(); i++) {
            String sentence = sites.lines().get(i).problem();
            if (sentence != null) {
                problems.add(value.line() + (below ? i + 1 : 0), sentence);
            }
        }
        return sites;
    }

    private List<String> models(Value value) {
        if (value.items().isEmpty()) {
            throw new IllegalArgumentException("No model is named. Write one as in [threads].");
        }
        List<String> ids = new ArrayList<>();
        for (Value item : value.items()) {
            String id = problems.read(item.line(), () -> model(item.text(), ids), "");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The id itself, if there is such a model and it was not named before. */
    private static String model(String id, List<String> before) {
        List<String> all = Model.all().stream().map(Model::id).toList();
        String near = all.contains(id) ? null : Nearest.to(id, all);
        if (near != null) {
            throw new IllegalArgumentException(
                    "There is no model %s. If %s is meant, write that."
                            .formatted(Quote.of(id), Quote.of(near)));
        }
        if (before.contains(id)) {
            throw new IllegalArgumentException(
                    "The model %s is named twice. Name it once.".formatted(Quote.of(id)));
        }
        return Model.of(id).id();
    }

    private Settings settings(Value value) {
        return new LessonSettings(problems).read(value.mapping());
    }

    private static int runs(Value value) {
        int runs = value.number();
        if (runs < 1 || runs > Lesson.MOST_RUNS) {
            throw new IllegalArgumentException(
                    "The number of runs must lie between 1 and " + Lesson.MOST_RUNS + ".");
        }
        return runs;
    }

    /**
     * Tells of a list that makes no task, or too many; not where lines of it are told of already,
     * which says enough.
     */
    private void checkTasks(Entries entries, SiteList sites, Settings settings) {
        Value value = entries.find("sites");
        if (value == null || sites.equals(SiteList.EMPTY) || sites.problems() > 0) {
            return;
        }
        problems.read(value.line(), () -> tasks(sites, settings), 0);
    }

    /** How many tasks a list makes: one at least, and no more than a plan takes. */
    private static int tasks(SiteList sites, Settings settings) {
        int tasks = new Plan(sites, "", settings).tasks().size(); // under any model
        if (tasks == 0) {
            throw new IllegalArgumentException(
                    "The list of sites has none that is run. Write one as in lab:/delay/300.");
        }
        return tasks;
    }
}
