package dev.overlap.lesson;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Step;
import dev.overlap.plan.Task;
import dev.overlap.plan.address.Address;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a lesson's list and settings, formatted as in its texts. */
record LessonMetrics(Lesson lesson, List<Task> tasks) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final List<String> WORDS =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten", "eleven", "twelve");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    static LessonMetrics of(Lesson lesson) {
        Plan plan = new Plan(lesson.sites(), lesson.model(), lesson.settings());
        return new LessonMetrics(lesson, plan.tasks());
    }

    /** The number of tasks, in words. */
    String count() {
        return word(tasks.size());
    }

    static String word(long number) {
        if (number % 1_000 == 0) {
            return number == 1_000 ? "a thousand" : word(number / 1_000) + " thousand";
        }
        if (number % 100 == 0) {
            return word(number / 100) + " hundred";
        }
        return WORDS.get(Math.toIntExact(number));
    }

    /** Capitalises a word for the start of a sentence. */
    static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The declared times of tasks that end on their own, in milliseconds. */
    long[] millis() {
        return tasks.stream()
                .map(task -> declared(task.steps().first()))
                .flatMapToLong(OptionalLong::stream)
                .toArray();
    }

    /** What a step takes by its declaration, in milliseconds. */
    static OptionalLong declared(Step step) {
        if (step instanceof Step.Compute(var time, _)) {
            return OptionalLong.of(time.toMillis());
        }
        String path = step.target() instanceof Address.Lab(String it) ? it : "";
        Matcher number = NUMBER.matcher(path.replaceFirst("^/bytes/\\d+", ""));
        return number.find()
                ? OptionalLong.of(Long.parseLong(number.group()))
                : OptionalLong.empty();
    }

    /** All times, enumerated: {@code 300, 200 and 400}. */
    String all() {
        String listed =
                String.join(", ", Arrays.stream(millis()).mapToObj(Long::toString).toList());
        int last = listed.lastIndexOf(", ");
        return listed.substring(0, last) + " and " + listed.substring(last + 2);
    }

    /** The time common to all tasks. */
    long each() {
        long[] different = Arrays.stream(millis()).distinct().toArray();
        if (different.length != 1) {
            throw new AssertionError("The tasks of " + lesson.id() + " take different times.");
        }
        return different[0];
    }

    long sum() {
        return Arrays.stream(millis()).sum();
    }

    long longest() {
        return Arrays.stream(millis()).max().orElse(0);
    }

    /** Milliseconds as seconds with one decimal: {@code 1.6}. */
    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1e3);
    }

    /** A duration in words: {@code half a second}. */
    static String duration(long millis) {
        if (millis == 500) {
            return "half a second";
        }
        if (millis == 250) {
            return "a quarter of a second";
        }
        return word(millis / 1_000) + (millis == 1_000 ? " second" : " seconds");
    }

    /**
     * The maximum time the last task needs from its first step: it computes after all others, or
     * waits for a connection until all others had theirs.
     */
    long needed() {
        var connections = lesson.settings().connections();
        int limit = connections.perHost() > 0 ? connections.perHost() : connections.total();
        long waves = limit > 0 ? Math.ceilDiv(tasks.size(), limit) : 1;
        return tasks.stream().anyMatch(LessonMetrics::isCompute) ? sum() : longest() * waves;
    }

    /** Every number of the list and of the settings, in digits and in words, and the units. */
    Set<String> stated() {
        Set<String> stated = new HashSet<>(Set.of("milliseconds", "second", "seconds"));
        String workers = lesson.settings().workers().isPresent() ? "" + workers() : "4";
        String all = lesson.sites().text() + " " + tasks.size() + " " + sum() + " " + workers;
        for (MatchResult number : NUMBER.matcher(all).results().toList()) {
            stated.add(number.group());
            long value = Long.parseLong(number.group());
            if (value < WORDS.size()) {
                stated.add(WORDS.get((int) value));
            }
        }
        return stated;
    }

    long timeout() {
        return lesson.settings().timeout().toMillis();
    }

    int workers() {
        return lesson.settings().workers().orElseThrow();
    }

    /** The number of tasks that compute, or do not. */
    int computing(boolean compute) {
        return (int) tasks.stream().filter(it -> isCompute(it) == compute).count();
    }

    /** The time common to the tasks that compute, or do not. */
    long timeOf(boolean compute) {
        long[] different =
                tasks.stream()
                        .filter(it -> isCompute(it) == compute)
                        .mapToLong(it -> declared(it.steps().first()).orElseThrow())
                        .distinct()
                        .toArray();
        if (different.length != 1) {
            throw new AssertionError("They take different times.");
        }
        return different[0];
    }

    private static boolean isCompute(Task task) {
        return task.steps().first() instanceof Step.Compute;
    }

    /** The position of a lab site in the list: {@code third}. */
    String placeOf(String path) {
        return ORDINALS.get(indexOf(path));
    }

    int indexOf(String path) {
        List<Task> found =
                tasks.stream()
                        .filter(
                                task ->
                                        task.steps().first().target()
                                                        instanceof Address.Lab(String it)
                                                && it.startsWith(path))
                        .toList();
        return found.getFirst().index();
    }
}
