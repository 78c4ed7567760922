package dev.overlap.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Step;
import dev.overlap.plan.address.Address;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** Checks requirements on all built-in lessons. */
class LessonCatalogTest {

    static List<Lesson> lessons() {
        return LessonCatalog.all();
    }

    @Test
    void lessonsAreInTeachingOrder() {
        assertThat(LessonCatalog.all())
                .extracting(Lesson::title)
                .containsExactly(
                        "One after another",
                        "Threads overlap waits",
                        "How many workers",
                        "Threads do not speed up computing under the GIL",
                        "Processes do help, at a price",
                        "One loop, many waits",
                        "The trap: a blocking call in the loop",
                        "The other trap: awaiting one by one",
                        "The cure: hand it to a pool",
                        "Event loop is already running",
                        "Sleep in a coroutine",
                        "Who gives up the thread: await against the operating system",
                        "A step that never yields",
                        "Fetch, then compute",
                        "Polling an API without a thread each",
                        "Gather, in order, as completed, first wins",
                        "A slow site and a timeout",
                        "The connection limit is the real limit",
                        "A semaphore on a loop",
                        "A pool too small for who waits for whom",
                        "A failure in the middle: leave the rest or cancel it",
                        "A thousand tasks: threads, virtual threads, loop",
                        "What connect, TLS and wait are",
                        "Warm and cold connections",
                        "Reading a load tool",
                        "The race",
                        "The lock that costs",
                        "The wrong lock",
                        "The race on a loop",
                        "Processes do not share",
                        "A lock turns threads into a line",
                        "Deadlock, and the same order cures it",
                        "Five philosophers",
                        "Producer, consumer and back-pressure",
                        "The article's listing, itself");
    }

    @Test
    void groupsHoldEveryLessonOnceInTheSameOrder() {
        assertThat(LessonCatalog.groups())
                .extracting(LessonGroup::title)
                .doesNotHaveDuplicates()
                .allMatch(title -> title.matches("[A-Z][a-z ]+"));
        assertThat(LessonCatalog.groups().stream().flatMap(it -> it.lessons().stream()))
                .containsExactlyElementsOf(LessonCatalog.all())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyFileIsListed() {
        List<String> files =
                LessonFiles.all().stream()
                        .map(file -> file.getFileName().toString().replace(".yaml", ""))
                        .toList();
        assertThat(LessonCatalog.all())
                .extracting(Lesson::id)
                .containsExactlyInAnyOrderElementsOf(files)
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void lessonNeedsNoNetwork(Lesson lesson) {
        assertThat(new Plan(lesson.sites(), lesson.model(), lesson.settings()).tasks())
                .extracting(task -> task.steps().first())
                .allMatch(LessonCatalogTest::isLocal);
    }

    private static boolean isLocal(Step step) {
        return step.target() == null || step.target() instanceof Address.Lab;
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void lessonHasAllTexts(Lesson lesson) {
        assertThat(lesson.models())
                .allSatisfy(id -> assertThat(ConcurrencyModel.of(id)).isNotNull());
        boolean isAboutPhases = lesson.id().equals("what-connect-tls-and-wait-are");
        assertThat(lesson.asksForGuess()).isEqualTo(!isAboutPhases);
        assertThat(lesson.question()).endsWith("?").hasSizeBetween(80, 400);
        assertThat(lesson.notes()).contains("Ask next");
        assertThat(lesson.minutes()).isBetween(2, 8);
        assertThat(lesson.takeHome()).hasSizeBetween(30, 110).doesNotContain("{");
        assertThat(lesson.claims()).isNotEmpty();
        assertThat(lesson.explanation()).contains("{");
        assertThat(lesson.lookAt()).anyMatch(Observation::hasPlace);
        assertThat(texts(lesson))
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .isNotBlank()
                                        .doesNotContain("!", "  ", "\t")
                                        .doesNotContainPattern("(?<!\n)\n(?!\n)"));
    }

    private static Stream<String> texts(Lesson lesson) {
        return Stream.of(
                lesson.title(),
                lesson.question(),
                LessonFiles.lookAt(lesson),
                lesson.explanation(),
                lesson.takeHome(),
                lesson.notes());
    }

    /** Each connection to the lab takes two file descriptors, in addition to others. */
    @ParameterizedTest
    @MethodSource("lessons")
    void lessonRunsWith1024FileDescriptors(Lesson lesson) {
        int tasks = new Plan(lesson.sites(), lesson.model(), lesson.settings()).tasks().size();
        int connections = Math.min(tasks, lesson.settings().connections().limit());
        assertThat(2 * connections).isLessThanOrEqualTo(600);
    }

    /** If a model hangs, repeating it adds nothing. */
    @ParameterizedTest
    @MethodSource("lessons")
    void hangingLessonIsRunOnce(Lesson lesson) {
        boolean hangs = lesson.models().stream().anyMatch(id -> ConcurrencyModel.of(id).hangs());
        assertThat(lesson.runs()).isLessThanOrEqualTo(hangs ? 1 : 3);
    }
}
