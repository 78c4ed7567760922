package dev.overlap.lesson;

import static dev.overlap.lesson.LessonMetrics.capitalised;
import static dev.overlap.lesson.LessonMetrics.duration;
import static dev.overlap.lesson.LessonMetrics.seconds;
import static dev.overlap.lesson.LessonMetrics.word;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Locale.ROOT;
import static java.util.Map.entry;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Step;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that every number in a lesson's texts follows from its list and settings: each phrase with
 * a number is rebuilt here from these, or listed as known. So neither a delay nor the text can be
 * changed without the other.
 */
class LessonNumbersTest {

    /** Words that take a number in a sentence. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\d|\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred"
                            + "|thousand|half|quarter|seconds?|third|fourth|fifth|milliseconds)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern WHOLE_NUMBER =
            Pattern.compile(NUMBER.pattern().replace("\\d|", "\\d+|"), Pattern.CASE_INSENSITIVE);

    /** A figure that is put in when it has been measured. */
    private static final Pattern FIGURE = Pattern.compile("\\{[^}]*}");

    /** The phrases that follow from list and settings of each lesson. */
    private static final Map<String, Function<LessonMetrics, List<String>>> FOLLOWS =
            Map.ofEntries(
                    entry(
                            "one-after-another",
                            it ->
                                    List.of(
                                            capitalised(it.count()) + " pages",
                                            it.all() + " milliseconds",
                                            "for all " + it.count())),
                    entry(
                            "threads-overlap-waits",
                            it ->
                                    List.of(
                                            capitalised(it.count()) + " pages take " + it.all(),
                                            "milliseconds to answer",
                                            "all " + it.count() + " are started",
                                            "All " + it.count() + " bars",
                                            "There are " + it.count() + " threads",
                                            "a quarter of the sum, about "
                                                    + Math.round(it.sum() / 40.0) * 10
                                                    + " milliseconds",
                                            "\""
                                                    + it.count()
                                                    + " threads, "
                                                    + it.count()
                                                    + " times as fast\"",
                                            "nothing ends before " + it.longest())),
                    entry(
                            "threads-under-the-interpreter-lock",
                            it ->
                                    List.of(
                                            capitalised(it.count())
                                                    + " computations take "
                                                    + it.each()
                                                    + " milliseconds of processor time each: "
                                                    + duration(it.sum())
                                                    + " of work",
                                            capitalised(it.count()) + " threads",
                                            "So " + it.count() + " threads",
                                            "guess " + duration(it.each()))),
                    entry(
                            "processes-and-what-they-cost",
                            it ->
                                    List.of(
                                            capitalised(it.count())
                                                    + " computations of "
                                                    + it.each()
                                                    + " milliseconds",
                                            word(it.workers()) + " processes",
                                            word(it.workers()) + " computations",
                                            "never " + word(it.workers()) + " solid parts",
                                            capitalised(word(it.workers()))
                                                    + " processes compute on two cores",
                                            "about half as long",
                                            "half of " + seconds(it.sum()) + " seconds",
                                            "x" + it.tasks().size() + " to x20")),
                    entry(
                            "one-loop-many-waits",
                            it ->
                                    List.of(
                                            capitalised(it.count())
                                                    + " pages take "
                                                    + it.each()
                                                    + " milliseconds each",
                                            "not " + it.count(),
                                            "enough for " + it.count() + " waits",
                                            it.count() + " hundred",
                                            it.count() + " threads")),
                    entry(
                            "trap-a-blocking-call-in-the-loop",
                            it ->
                                    List.of(
                                            "The " + it.count() + " pages of " + it.all(),
                                            "milliseconds again",
                                            "for these " + it.count() + " pages",
                                            "guesses " + it.longest() + " milliseconds")),
                    entry(
                            "the-articles-listing-itself",
                            it ->
                                    List.of(
                                            "The " + it.count() + " pages of " + it.all(),
                                            "milliseconds for the last time",
                                            "all " + it.count() + " tasks")),
                    entry(
                            "other-trap-awaiting-one-by-one",
                            it ->
                                    List.of(
                                            capitalised(it.count())
                                                    + " pages of "
                                                    + it.all()
                                                    + " milliseconds",
                                            "carry all " + it.count(),
                                            "guess is " + it.longest() + " milliseconds")),
                    entry(
                            "cure-hand-it-to-a-pool",
                            it ->
                                    List.of(
                                            "The same " + it.count() + " pages",
                                            word(it.workers()) + " more lanes")),
                    entry(
                            "who-gives-up-the-thread",
                            it ->
                                    List.of(
                                            capitalised(word(it.computing(true)))
                                                    + " computations of "
                                                    + it.timeOf(true)
                                                    + " milliseconds and "
                                                    + word(it.computing(false))
                                                    + " pages of "
                                                    + it.timeOf(false)
                                                    + " milliseconds",
                                            "the " + word(it.computing(true)) + " computing bars",
                                            "the " + word(it.computing(false)) + " pages are done",
                                            "answer "
                                                    + it.timeOf(true)
                                                    + " milliseconds, \"two cores, "
                                                    + word(it.computing(true))
                                                    + " computations\"",
                                            "the first two have",
                                            "The last two pages")),
                    entry(
                            "polling-without-a-thread-each",
                            it ->
                                    List.of(
                                            capitalised(it.count()) + " jobs",
                                            "needs 100, 300, 500 or 700 milliseconds",
                                            "takes 200 milliseconds",
                                            "has " + it.count() + " threads",
                                            "for all " + it.count() + " jobs",
                                            "Between two of its thin lines",
                                            it.count() + " jobs overlap",
                                            "longer than "
                                                    + (it.longest() + 200)
                                                    + " milliseconds")),
                    entry(
                            "slow-site-and-timeout",
                            it ->
                                    List.of(
                                            capitalised(it.count()) + " pages",
                                            "the " + it.placeOf("/hang") + " never answers",
                                            "take " + duration(it.timeout()),
                                            "The " + it.placeOf("/hang") + " row",
                                            "the " + it.placeOf("/hang") + " row",
                                            "the "
                                                    + word(
                                                            it.tasks().size()
                                                                    - 1
                                                                    - it.indexOf("/hang"))
                                                    + " rows below it",
                                            "the " + word(it.millis().length) + " good pages",
                                            "say " + duration(it.timeout()),
                                            "all of that second",
                                            "\"after a second\"",
                                            "The second counts",
                                            "a second of its own")),
                    entry(
                            "connection-limit",
                            it ->
                                    List.of(
                                            it.count() + " pictures",
                                            "Eleven take 150 milliseconds each, the sixth takes"
                                                    + " 600",
                                            limit(it) + " connections",
                                            "with " + it.count() + " threads",
                                            "like " + limit(it) + " tills",
                                            "no more than " + limit(it) + " requests",
                                            "All "
                                                    + it.count()
                                                    + " tasks are under way, "
                                                    + it.count()
                                                    + " threads",
                                            "only " + limit(it) + " requests",
                                            capitalised(limit(it))
                                                    + " of them have "
                                                    + it.sum()
                                                    + " milliseconds",
                                            "a third of that",
                                            "guess is " + it.longest() + " milliseconds",
                                            "because " + it.count() + " waits",
                                            "to 6 and to " + it.tasks().size())),
                    entry(
                            "failure-in-the-middle",
                            it ->
                                    List.of(
                                            capitalised(it.count()) + " pages",
                                            "After "
                                                    + it.millis()[it.indexOf("/reset")]
                                                    + " milliseconds the "
                                                    + it.placeOf("/reset")
                                                    + " one fails",
                                            "the other " + word(it.tasks().size() - 1),
                                            "wait for " + word(it.tasks().size() - 1) + " of them",
                                            "The " + it.placeOf("/reset") + " row",
                                            "the " + it.placeOf("/reset") + " row",
                                            "the " + it.count() + " results",
                                            "all "
                                                    + it.count()
                                                    + " rows to end with the "
                                                    + it.placeOf("/reset"),
                                            "run again: " + duration(it.longest()))),
                    entry(
                            "a-thousand-tasks",
                            it ->
                                    List.of(
                                            capitalised(it.count())
                                                    + " requests of "
                                                    + it.each()
                                                    + " milliseconds, over "
                                                    + all(it)
                                                    + " connections",
                                            capitalised(it.count()) + " tasks",
                                            "the three pictures",
                                            word(it.tasks().size() / total(it))
                                                    + " waves of "
                                                    + all(it)
                                                    + " requests",
                                            "rises to " + all(it),
                                            it.count()
                                                    + " threads, one "
                                                    + it.count()
                                                    + " virtual threads",
                                            "With "
                                                    + all(it)
                                                    + " connections "
                                                    + it.count()
                                                    + " requests take "
                                                    + word(it.tasks().size() / total(it))
                                                    + " waves, "
                                                    + duration(it.sum() / total(it)),
                                            "limit of " + all(it),
                                            "expect " + it.count() + " threads")),
                    entry(
                            "event-loop-is-already-running",
                            it ->
                                    List.of(
                                            capitalised(it.count())
                                                    + " pages of "
                                                    + it.each()
                                                    + " milliseconds",
                                            "take " + duration(it.timeout()),
                                            "the " + it.count() + " tasks",
                                            seconds(it.timeout() * it.tasks().size())
                                                    + " seconds, "
                                                    + it.count()
                                                    + " timeouts",
                                            "awaits: " + it.each() + " milliseconds")));

    /** The phrases about general facts, or about another list. */
    private static final Map<String, List<String>> KNOWN =
            Map.ofEntries(
                    entry("one-after-another", List.of()),
                    entry(
                            "threads-overlap-waits",
                            List.of("a fifth page of 100 milliseconds", "lab:/delay/100")),
                    entry(
                            "threads-under-the-interpreter-lock",
                            List.of("after 5 milliseconds", "version 3.13", "the second core")),
                    entry("processes-and-what-they-cost", List.of()),
                    entry("one-loop-many-waits", List.of()),
                    entry(
                            "trap-a-blocking-call-in-the-loop",
                            List.of("lesson 1", "1.17 seconds", "longer than 100 milliseconds")),
                    entry(
                            "the-articles-listing-itself",
                            List.of("its two cures", "CPython of 3.11 or newer")),
                    entry(
                            "other-trap-awaiting-one-by-one",
                            List.of(
                                    "the second is begun",
                                    "Two staircases, two causes",
                                    "the two staircases")),
                    entry(
                            "cure-hand-it-to-a-pool",
                            List.of(
                                    "at most 32",
                                    "Workers to 2",
                                    "Two calls at a time",
                                    "a computation of four seconds")),
                    entry(
                            "who-gives-up-the-thread",
                            List.of(
                                    "many times a second",
                                    "Between two awaits",
                                    "between any two instructions",
                                    "the second number")),
                    entry(
                            "polling-without-a-thread-each",
                            List.of(
                                    "a thousand jobs are a thousand sleeping threads, or a"
                                            + " thousand entries",
                                    "once a second by ten thousand clients")),
                    entry("slow-site-and-timeout", List.of("three of ten pages", "x3")),
                    entry(
                            "connection-limit",
                            List.of(
                                    "two tills stand empty",
                                    "six connections to a host",
                                    "six to anybody else's")),
                    entry("failure-in-the-middle", List.of("Two runs", "404")),
                    entry(
                            "a-thousand-tasks",
                            List.of(
                                    "A thousand can",
                                    "a hundred thousand cannot",
                                    "1,024",
                                    "each connection takes two",
                                    "ten thousand")),
                    entry(
                            "how-many-workers",
                            List.of(
                                    "four pages each",
                                    "1 to 16",
                                    "two things at once",
                                    "takes two seconds")),
                    entry(
                            "warm-and-cold-connections",
                            List.of(
                                    "The seven after",
                                    "another one or two",
                                    "three times as long",
                                    "slow first second",
                                    "100 milliseconds or so")),
                    entry("a-semaphore-on-a-loop", List.of("sleep:50ms")),
                    entry(
                            "gather-in-order-first-wins",
                            List.of("are two things", "three shops", "three mirrors", "the four")),
                    entry(
                            "a-pool-too-small",
                            List.of(
                                    "four others",
                                    "two tasks",
                                    "two hundred",
                                    "four chairs, four who sit",
                                    "four who stand",
                                    "Workers to 5",
                                    "two pools")),
                    entry(
                            "a-step-that-never-yields",
                            List.of(
                                    "asyncio.sleep(0)",
                                    "/60 to /3",
                                    "a third of the computation",
                                    "10 milliseconds are a good habit")),
                    entry("fetch-then-compute", List.of("A fourth only", "The fourth page")),
                    entry(
                            "sleep-in-a-coroutine",
                            List.of("the two programs", "The two look alike")),
                    entry(
                            "the-race",
                            List.of(
                                    "three steps: read",
                                    "3.9",
                                    "a third of two million counts on two threads",
                                    "3.11 to 3.13",
                                    "in 18 runs",
                                    "3.10",
                                    "three steps, and between",
                                    "any two of them",
                                    "two pupils")),
                    entry("the-lock-that-costs", List.of()),
                    entry(
                            "the-race-on-a-loop",
                            List.of(
                                    "Two counters",
                                    "between two steps",
                                    "The two look almost",
                                    "The second counter",
                                    "the second line")),
                    entry("processes-do-not-share", List.of("four worker processes")),
                    entry(
                            "a-lock-turns-threads-into-a-line",
                            List.of(
                                    "a fifth of the work",
                                    "1600 milliseconds",
                                    "is 320",
                                    "1/s: here 5 times",
                                    "a fifth is inside",
                                    "1 / (s + (1 - s) / N)",
                                    "sixteen times as fast, ten times, five times",
                                    "from 1 to 16")),
                    entry("deadlock-and-the-same-order", List.of()),
                    entry(
                            "five-philosophers",
                            List.of(
                                    "in 1965",
                                    "a ring of two",
                                    "the same as for two",
                                    "puts down two",
                                    "any two",
                                    "four of them sit down",
                                    "four permits")),
                    entry(
                            "producer-and-consumer",
                            List.of("Two cooks", "two waiters", "Two queues", "1 to 3")),
                    entry(
                            "the-wrong-lock",
                            List.of(
                                    "Two dotted bars at a time",
                                    "With two locks for one number two threads",
                                    "two classes")),
                    entry(
                            "what-connect-tls-and-wait-are",
                            List.of("one or two more journeys", "takes two seconds")),
                    entry(
                            "reading-a-load-tool",
                            List.of(
                                    "there are three",
                                    "three times as long",
                                    "\"40 threads against async\" on an endpoint of five seconds",
                                    "the number 40",
                                    "two numbers",
                                    "p50 and p99",
                                    "the two equal")),
                    entry("event-loop-is-already-running", List.of("Two threads with two locks")));

    static List<String> ids() {
        return LessonCatalog.all().stream().map(Lesson::id).toList();
    }

    private static Lesson lesson(String id) {
        return LessonCatalog.all().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static int perHost(LessonMetrics metrics) {
        return metrics.lesson().settings().connections().perHost();
    }

    private static String limit(LessonMetrics metrics) {
        return word(perHost(metrics));
    }

    private static int total(LessonMetrics metrics) {
        return metrics.lesson().settings().connections().total();
    }

    private static String all(LessonMetrics metrics) {
        return word(total(metrics));
    }

    private static String texts(Lesson lesson) {
        return String.join(
                " | ",
                lesson.title(),
                lesson.question(),
                LessonFiles.lookAt(lesson),
                FIGURE.matcher(lesson.explanation()).replaceAll(""),
                lesson.takeHome(),
                lesson.notes());
    }

    @Test
    void everyLessonIsChecked() {
        assertThat(KNOWN.keySet()).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(ids()).containsAll(FOLLOWS.keySet()).containsAll(MODELS.keySet());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyNumberInItsTextsFollowsFromListAndSettingsOrIsKnown(String id) {
        Lesson lesson = lesson(id);
        String rest = texts(lesson);
        LessonMetrics metrics = LessonMetrics.of(lesson);
        boolean isRebuilt = FOLLOWS.containsKey(id);
        List<String> phrases =
                new ArrayList<>(isRebuilt ? FOLLOWS.get(id).apply(metrics) : List.of());
        phrases.addAll(KNOWN.get(id));
        assertThat(phrases).allSatisfy(phrase -> assertThat(texts(lesson)).contains(phrase));
        phrases.sort(Comparator.comparingInt(String::length).reversed());
        for (String phrase : phrases) {
            rest = rest.replace(phrase, "");
        }
        Set<String> stated = isRebuilt ? Set.of() : metrics.stated();
        assertThat(WHOLE_NUMBER.matcher(rest).results().map(it -> it.group().toLowerCase(ROOT)))
                .as("numbers in words that nothing holds, in: %s", rest)
                .filteredOn(number -> !stated.contains(number))
                .isEmpty();
    }

    /**
     * Except for questions about the pages of another lesson, or about something independent of
     * time.
     */
    static List<String> idsOfLessonsAskingForASum() {
        List<String> others =
                List.of(
                        "cure-hand-it-to-a-pool",
                        "slow-site-and-timeout",
                        "failure-in-the-middle",
                        "who-gives-up-the-thread",
                        "polling-without-a-thread-each",
                        "connection-limit");
        return FOLLOWS.keySet().stream().filter(id -> !others.contains(id)).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("idsOfLessonsAskingForASum")
    void questionNamesEveryTimeInListOrder(String id) {
        Lesson lesson = lesson(id);
        LessonMetrics metrics = LessonMetrics.of(lesson);
        boolean mixed = Arrays.stream(metrics.millis()).distinct().count() > 1;
        assertThat(lesson.question())
                .containsIgnoringCase(metrics.count())
                .contains(mixed ? metrics.all() : Long.toString(metrics.each()));
    }

    /** The share inside the lock is what the lesson on Amdahl's law says, and so are its limits. */
    @Test
    void shareInsideTheLockIsAFifth() {
        LessonMetrics metrics = LessonMetrics.of(lesson("a-lock-turns-threads-into-a-line"));
        List<Step> steps = metrics.tasks().getFirst().steps().flat().toList();
        long outside = LessonMetrics.declared(steps.getFirst()).orElseThrow();
        long inside = ((Step.Sleep) steps.getLast()).time().toMillis();
        int tasks = metrics.tasks().size();

        assertThat(outside + inside).isEqualTo(5 * inside);
        assertThat(tasks * (outside + inside)).isEqualTo(1_600);
        assertThat(tasks * inside).isEqualTo(320);
    }

    /** Five lessons use the same four pages, and say so. */
    @Test
    void sameFourPagesAreTheSame() {
        List<Lesson> same =
                LessonCatalog.all().stream()
                        .filter(
                                it ->
                                        Stream.of("overlap-waits", "trap", "cure", "listing")
                                                .anyMatch(part -> it.id().contains(part)))
                        .toList();
        assertThat(same).hasSize(5);
        assertThat(same)
                .extracting(it -> it.sites().text())
                .containsOnly(same.getFirst().sites().text());
        assertThat(LessonCatalog.all().getFirst().models())
                .as("of lesson 1")
                .containsExactly("sequential");
    }

    @Test
    void pagesOfTheComputeLessonAreBeforeAndAfterTheComputations() {
        Lesson lesson = lesson("who-gives-up-the-thread");
        assertThat(LessonMetrics.of(lesson).tasks())
                .extracting(task -> task.steps().first())
                .extracting(step -> step.target() != null)
                .containsExactly(true, true, false, false, true, true);
    }

    /**
     * The tasks are cancelled in the middle of their waits, so the failure must come long before
     * their end.
     */
    @Test
    void failureComesBeforeAnyOtherEnd() {
        Lesson lesson = lesson("failure-in-the-middle");
        LessonMetrics metrics = LessonMetrics.of(lesson);
        long fails = metrics.millis()[metrics.indexOf("/reset")];
        assertThat(Arrays.stream(metrics.millis()).boxed())
                .filteredOn(millis -> millis != fails)
                .hasSize(4)
                .allMatch(millis -> millis >= 2 * fails);
        assertThat(lesson.settings().rules().firstFailureCancels()).isTrue();
    }

    /**
     * Only intended timeouts occur, even on a slow machine: the timeout is four times the needed
     * time.
     */
    @ParameterizedTest
    @MethodSource("ids")
    void timeoutIsLongEnough(String id) {
        Lesson lesson = lesson(id);
        LessonMetrics metrics = LessonMetrics.of(lesson);
        boolean hangs =
                lesson.sites().text().contains("lab:/hang")
                        || (STUCK.contains(id) && lesson.settings().timeout().toMillis() == 1_000);
        boolean waits =
                lesson.models().stream().anyMatch(model -> ConcurrencyModel.of(model).hangs());
        if (hangs || waits) {
            assertThat(metrics.timeout()).isBetween(2 * metrics.longest(), 2_000L);
        } else {
            assertThat(metrics.timeout()).isGreaterThanOrEqualTo(4 * metrics.needed());
            assertThat(lesson.settings().timeout())
                    .as("a lesson that does not speak of timeouts has the default one")
                    .isEqualTo(Settings.DEFAULT.timeout());
        }
    }

    /** Lessons whose tasks wait for one another until the timeout. */
    private static final Set<String> STUCK =
            Set.of("a-pool-too-small", "deadlock-and-the-same-order");

    /** How texts refer to a model. */
    private static final Map<String, Pattern> WORDS =
            Map.of(
                    "sequential", Pattern.compile("[Oo]ne after another|[Ss]equential"),
                    "threads", Pattern.compile("[Tt]hread"),
                    "thread-pool", Pattern.compile("pool"),
                    "process-pool", Pattern.compile("process"),
                    "event-loop", Pattern.compile("loop"),
                    "blocked-loop", Pattern.compile("time\\.sleep"),
                    "loop-offload", Pattern.compile("[Hh]elper"));

    /** The words that refer to each model of a lesson in its texts. */
    private static final Map<String, List<Map.Entry<String, String>>> MODELS =
            Map.ofEntries(
                    entry(
                            "one-after-another",
                            List.of(entry("sequential", "by one thread, one page after another"))),
                    entry(
                            "threads-overlap-waits",
                            List.of(
                                    entry("threads", "each page has a thread of its own"),
                                    entry("sequential", "the staircase next to it"))),
                    entry(
                            "threads-under-the-interpreter-lock",
                            List.of(
                                    entry("threads", "Four threads share them"),
                                    entry(
                                            "sequential",
                                            "Compare the wall times with those of a single"
                                                    + " thread. They are the same"))),
                    entry(
                            "processes-and-what-they-cost",
                            List.of(
                                    entry("process-pool", "two processes share the work"),
                                    entry("threads", "Then look at the threads"))),
                    entry(
                            "one-loop-many-waits",
                            List.of(
                                    entry("event-loop", "an event loop"),
                                    entry("threads", "beside eight threads"),
                                    entry("sequential", "one thread, so one after another"))),
                    entry(
                            "trap-a-blocking-call-in-the-loop",
                            List.of(
                                    entry("blocked-loop", "the coroutine makes an ordinary call"),
                                    entry("event-loop", "the healthy loop next to it"))),
                    entry(
                            "the-articles-listing-itself",
                            List.of(
                                    entry("python:blocked-loop", "requests.get inside a coroutine"),
                                    entry("python:loop-offload", "asyncio.to_thread"),
                                    entry("python:event-loop", "aiohttp, which awaits"))),
                    entry(
                            "other-trap-awaiting-one-by-one",
                            List.of(
                                    entry("loop-one-by-one", "awaits inside its for loop"),
                                    entry("event-loop", "start all tasks first and await them"))),
                    entry(
                            "cure-hand-it-to-a-pool",
                            List.of(
                                    entry(
                                            "loop-offload",
                                            "hands each call to a small pool of threads"),
                                    entry("blocked-loop", "the cure next to the disease"))),
                    entry(
                            "who-gives-up-the-thread",
                            List.of(
                                    entry("event-loop", "once in an event loop"),
                                    entry("threads", "once with a thread each"))),
                    entry(
                            "polling-without-a-thread-each",
                            List.of(
                                    entry("event-loop", "one lane for all eight jobs"),
                                    entry("threads", "the other model has eight threads"))),
                    entry(
                            "slow-site-and-timeout",
                            List.of(
                                    entry("sequential", "one page after another"),
                                    entry("event-loop", "how long on a loop"))),
                    entry(
                            "connection-limit",
                            List.of(
                                    entry("event-loop", "take on a loop"),
                                    entry("threads", "with twelve threads"))),
                    entry(
                            "failure-in-the-middle",
                            List.of(
                                    entry("event-loop", "under way at once"),
                                    entry("threads", "under way at once"))),
                    entry(
                            "a-thousand-tasks",
                            List.of(
                                    entry("threads", "a thread for each"),
                                    entry("virtual-threads", "a virtual thread for each"),
                                    entry("event-loop", "on a single loop"))),
                    entry(
                            "event-loop-is-already-running",
                            List.of(
                                    entry(
                                            "loop-waits-for-itself",
                                            "blocks until the page has arrived"),
                                    entry("event-loop", "Compare adds the loop that awaits"))));

    @ParameterizedTest
    @MethodSource("ids")
    void textsMentionEveryModel(String id) {
        Lesson lesson = lesson(id);
        String begin = lesson.question() + LessonFiles.lookAt(lesson);
        if (!MODELS.containsKey(id)) {
            assertThat(lesson.models())
                    .allSatisfy(
                            model -> assertThat(texts(lesson)).containsPattern(WORDS.get(model)));
            assertThat(begin).containsPattern(WORDS.get(lesson.model()));
            return;
        }
        List<Map.Entry<String, String>> spoken = MODELS.get(id);
        assertThat(lesson.models())
                .containsExactlyElementsOf(spoken.stream().map(Map.Entry::getKey).toList());
        assertThat(texts(lesson)).contains(spoken.stream().map(Map.Entry::getValue).toList());
        assertThat(begin)
                .as("the model that is run is asked about")
                .contains(spoken.getFirst().getValue());
    }
}
