package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.cli.report.ComparisonSummary;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.claim.Claim;
import dev.overlap.lesson.claim.ClaimResult;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.text.lesson.LessonRunText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs lessons under all of their models and says whether their claims hold. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs lessons under all of their models and says whether their claims hold.",
        footer = {
            "",
            "Exit codes: 0 all claims hold, 1 one does not, was not measured or a run broke off, 2"
                    + " a lesson cannot be opened. Of all, lessons are left out whose Python is not"
                    + " found, which is said."
        })
final class LessonRunCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "LESSON",
            arity = "1..*",
            description = "Files, ids of lessons of the course, or all.")
    private List<String> names = new ArrayList<>();

    private final CliContext context;

    LessonRunCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        List<Lesson> lessons = new LessonFiles(context).named(names);
        return CommandSession.execute(context, session -> run(lessons, session));
    }

    private boolean run(List<Lesson> lessons, CommandSession session)
            throws UsageException, InterruptedException {
        boolean all = true;
        for (Lesson lesson : lessons) {
            context.print(lesson.title());
            Optional<String> missing = MeasuredLesson.missing(lesson, session);
            if (missing.isPresent()) {
                context.print(LessonRunText.leftOut(missing.get()));
                all &= LessonFiles.isOfAll(lesson, names);
                continue;
            }
            MeasuredLesson measured = MeasuredLesson.run(lesson, session, context);
            ComparisonSummary.of(measured.report()).forEach(context::print);
            all &= check(lesson, measured.runs()) && measured.result().sound();
        }
        return all;
    }

    private boolean check(Lesson lesson, MeasuredRuns runs) {
        boolean all = true;
        for (Claim claim : lesson.claims()) {
            ClaimResult result = claim.check(runs);
            context.print(LessonRunText.claim(claim, result));
            all &= result == ClaimResult.HOLDS;
        }
        return all;
    }
}
