package dev.overlap.lesson;

import dev.overlap.lesson.claim.Claim;
import dev.overlap.lesson.claim.LessonScope;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Quoting;
import dev.overlap.plan.Resource;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Task;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
 * minutes: 3                            # optional
 * asks-for-guess: false                 # optional; true unless look-at is a text
 * look-at:                              # a list, or paragraphs
 *   - say: The bars begin together.
 *     select: 2                         # a task: its number or label; optional, like those below
 *     rows: workers                     # tasks, workers, connections or resources
 *     zoom: 100ms-400ms                 # or all
 *     at: 250ms                         # of the replay
 * explanation: Why it is so.            # paragraphs, with {wall.threads} and the like
 * take-home: One sentence.              # optional
 * expect:                               # claims that are checked on the traces; optional
 *   - wall(threads) < wall(sequential)
 * break-it: visitors                    # the class schedules a race for this counter; optional
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
                    "minutes",
                    "asks-for-guess",
                    "look-at",
                    "explanation",
                    "take-home",
                    "expect",
                    "break-it",
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
        int minutes = optional(mapping, "minutes", LessonReader::minutes, 0);
        boolean guess = optional(mapping, "asks-for-guess", YamlValue::flag, isOfNewForm(mapping));
        int before = errors.size();
        siteList.checkTasks(mapping.find("sites"), sites, settings);
        List<Task> tasks = errors.size() == before ? tasks(sites, settings) : List.of();
        List<Observation> lookAt = lookAt(mapping, tasks);
        LessonClaims statements = new LessonClaims(errors, scope(sites, models, tasks));
        String explanation = required(mapping, "explanation", statements::text, "");
        String takeHome = optional(mapping, "take-home", YamlValue::paragraph, "");
        List<Claim> claims = optional(mapping, "expect", statements::read, List.of());
        String breakIt = optional(mapping, "break-it", it -> counter(it, sites), "");
        String notes = optional(mapping, "notes", YamlValue::paragraphs, "");
        return errors.isEmpty()
                ? new Lesson(
                        id,
                        title,
                        question,
                        sites,
                        models,
                        settings,
                        runs,
                        minutes,
                        guess,
                        lookAt,
                        explanation,
                        takeHome,
                        claims,
                        breakIt,
                        notes)
                : null;
    }

    private static boolean isOfNewForm(YamlMapping mapping) {
        YamlValue lookAt = mapping.find("look-at");
        return lookAt != null && !LessonObservations.isText(lookAt.node());
    }

    /** The tasks of a list, or none if there are too many, which is reported elsewhere. */
    private static List<Task> tasks(SiteList sites, Settings settings) {
        return sites.problems() > 0 ? List.of() : new Plan(sites, "", settings).tasks();
    }

    private List<Observation> lookAt(YamlMapping mapping, List<Task> tasks) {
        List<String> labels = tasks.stream().map(Task::label).toList();
        return required(
                mapping, "look-at", new LessonObservations(errors, labels)::read, List.of());
    }

    /** What statements may name; null if the models or the list are not valid. */
    private static @Nullable LessonScope scope(
            SiteList sites, List<String> models, List<Task> tasks) {
        if (models.isEmpty() || tasks.isEmpty()) {
            return null;
        }
        return new LessonScope(models, counters(sites), tasks.size());
    }

    private static Set<String> counters(SiteList sites) {
        return new Plan(sites, "", Settings.DEFAULT)
                .resources().stream()
                        .filter(it -> it.type() == Resource.Type.COUNTER)
                        .map(Resource::name)
                        .collect(Collectors.toSet());
    }

    private static String counter(YamlValue value, SiteList sites) {
        String name = value.text().strip();
        boolean unread = sites.lines().isEmpty() || sites.problems() > 0; // reported elsewhere
        if (!unread && !counters(sites).contains(name)) {
            throw new IllegalArgumentException(
                    "%s is no counter of the list. Write the name of one that a line adds to."
                            .formatted(Quoting.of(name)));
        }
        return name;
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

    private static int minutes(YamlValue value) {
        int minutes = value.number();
        if (minutes < 1 || minutes > Lesson.MAX_MINUTES) {
            throw new IllegalArgumentException(
                    "A lesson takes 1 to " + Lesson.MAX_MINUTES + " minutes.");
        }
        return minutes;
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
