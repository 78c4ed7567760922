package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.export.worksheet.Worksheet;
import dev.overlap.export.worksheet.WorksheetLesson;
import dev.overlap.lesson.Lesson;
import dev.overlap.storage.AtomicFile;
import dev.overlap.text.lesson.LessonRunText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Writes lessons as an HTML file to print: questions, and on request their solutions. */
@Command(
        name = "print",
        mixinStandardHelpOptions = true,
        description =
                "Writes lessons as an HTML file to print: for each the question, the list, room for"
                        + " guesses and an empty time axis to draw on.",
        footer = {
            "",
            "With --solutions the lessons are run, and for each a page follows with what was"
                + " measured, the picture, what to look at and why. A lesson whose Python is not"
                + " found has no such page, which is said."
        })
final class LessonPrintCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "LESSON",
            arity = "1..*",
            description = "Files, ids of lessons of the course, or all.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write, which ends in .html.")
    private String out = "";

    @Option(names = "--solutions", description = "Run the lessons and print their solutions too.")
    private boolean solutions;

    private final CliContext context;

    LessonPrintCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        Path file = file();
        List<Lesson> lessons = new LessonFiles(context).named(names);
        if (!solutions) {
            write(file, lessons.stream().map(WorksheetLesson::new).toList());
            return ExitCode.DONE.code();
        }
        return CommandSession.execute(context, session -> writeSolved(file, lessons, session));
    }

    private boolean writeSolved(Path file, List<Lesson> lessons, CommandSession session)
            throws UsageException, IOException, InterruptedException {
        List<WorksheetLesson> solved = new ArrayList<>();
        boolean all = true;
        for (Lesson lesson : lessons) {
            Optional<String> missing = MeasuredLesson.missing(lesson, session);
            if (missing.isPresent()) {
                context.print(lesson.title());
                context.print(LessonRunText.leftOut(missing.get()));
                solved.add(new WorksheetLesson(lesson));
                all &= LessonFiles.isOfAll(lesson, names);
                continue;
            }
            MeasuredLesson measured = MeasuredLesson.run(lesson, session, context);
            solved.add(new WorksheetLesson(lesson, measured.runs(), measured.picture()));
            all &= measured.result().sound();
        }
        write(file, solved);
        return all;
    }

    private static void write(Path file, List<WorksheetLesson> lessons) throws IOException {
        String title =
                lessons.size() == 1
                        ? lessons.getFirst().lesson().title()
                        : LessonRunText.worksheets(lessons.size());
        AtomicFile.write(file, stream -> Worksheet.write(title, lessons, stream));
    }

    private Path file() throws UsageException {
        if (!out.toLowerCase(Locale.ROOT).endsWith(".html")) {
            throw new UsageException(LessonRunText.notHtml(out));
        }
        try {
            Path file = ArgumentCheck.resolve(context.folder(), out);
            Path parent = file.toAbsolutePath().getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new UsageException(LessonRunText.noFolder(out));
            }
            return file;
        } catch (InvalidPathException e) {
            throw new UsageException(LessonRunText.notHtml(out));
        }
    }
}
