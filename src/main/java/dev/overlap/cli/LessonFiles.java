package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.lesson.LessonProblem;
import dev.overlap.lesson.LessonReader;
import dev.overlap.lesson.LessonResult;
import dev.overlap.plan.Quoting;
import dev.overlap.storage.IoErrorText;
import dev.overlap.text.lesson.LessonRunText;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the lessons that a command line names. */
record LessonFiles(CliContext context) {

    private static final String ALL = "all";

    /** Lessons are typed by people. */
    private static final int MAX_BYTES = 16 << 20;

    /**
     * Prints what is wrong with a file.
     *
     * @return whether nothing is
     * @throws UsageException if it cannot be read
     */
    boolean check(String name) throws UsageException {
        return switch (read(name)) {
            case LessonResult.Valid(Lesson lesson) -> {
                context.print(LessonRunText.valid(name, lesson.title()));
                yield true;
            }
            case LessonResult.Invalid(List<LessonProblem> problems) -> {
                context.print(LessonRunText.invalid(name));
                problems.forEach(it -> context.print(LessonRunText.problem(name, it)));
                yield false;
            }
        };
    }

    /**
     * Returns the lessons with these names: ids of the course, files, or all for the course.
     *
     * @throws UsageException if one cannot be read, or has mistakes, which are printed
     */
    List<Lesson> named(List<String> names) throws UsageException {
        List<Lesson> lessons = new ArrayList<>();
        for (String name : names) {
            if (name.equals(ALL)) {
                lessons.addAll(LessonCatalog.all());
            } else {
                Optional<Lesson> known = ofCourse(name);
                lessons.add(known.isPresent() ? known.get() : ofFile(name));
            }
        }
        return lessons;
    }

    /** Returns whether a lesson was asked for only as one of all. */
    static boolean isOfAll(Lesson lesson, List<String> names) {
        return names.contains(ALL)
                && !names.contains(lesson.id())
                && LessonCatalog.all().contains(lesson);
    }

    private static Optional<Lesson> ofCourse(String id) {
        return LessonCatalog.all().stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    private Lesson ofFile(String name) throws UsageException {
        return switch (read(name)) {
            case LessonResult.Valid(Lesson lesson) -> lesson;
            case LessonResult.Invalid(List<LessonProblem> problems) -> {
                problems.forEach(it -> context.printError(LessonRunText.problem(name, it)));
                throw new UsageException(LessonRunText.invalid(name));
            }
        };
    }

    private LessonResult read(String name) throws UsageException {
        try {
            Path file = ArgumentCheck.resolve(context.folder(), name);
            if (!Files.exists(file)) {
                throw new UsageException(LessonRunText.missing(name));
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(MAX_BYTES);
                return LessonReader.read(name, new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (InvalidPathException e) {
            throw new UsageException(LessonRunText.missing(name));
        } catch (IOException e) {
            throw new UsageException(
                    Quoting.of(name) + " cannot be read: " + IoErrorText.of(e) + ".");
        }
    }
}
