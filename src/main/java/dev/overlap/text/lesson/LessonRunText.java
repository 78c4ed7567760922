package dev.overlap.text.lesson;

import dev.overlap.lesson.LessonProblem;
import dev.overlap.lesson.claim.Claim;
import dev.overlap.lesson.claim.ClaimResult;
import dev.overlap.plan.Quoting;
import dev.overlap.text.NumberFormats;

/** What the command line says of lessons. */
public final class LessonRunText {

    private LessonRunText() {}

    /** Returns that a file is a lesson. */
    public static String valid(String file, String title) {
        return file + ": a lesson, " + Quoting.of(title) + ".";
    }

    /** Returns that a file is none that can be opened. */
    public static String invalid(String file) {
        return file + ": a lesson, which cannot be opened.";
    }

    /** Returns one mistake of a file. */
    public static String problem(String file, LessonProblem problem) {
        return file + ", line " + problem.line() + ": " + problem.sentence();
    }

    /** Returns that there is neither a file nor a lesson with a name. */
    public static String missing(String name) {
        return "There is no file and no lesson " + Quoting.of(name) + ".";
    }

    /** Returns whether a claim holds. */
    public static String claim(Claim claim, ClaimResult result) {
        return switch (result) {
                    case HOLDS -> "Holds: ";
                    case FAILS -> "Does not hold: ";
                    case UNKNOWN -> "Was not measured: ";
                }
                + claim.text();
    }

    /** Returns that a lesson was not run, nor its claims checked. */
    public static String leftOut(String missing) {
        return "Not run, and no claim was checked: " + missing;
    }

    /** Returns the title of several lessons on paper. */
    public static String worksheets(int lessons) {
        return "Worksheets: " + NumberFormats.count(lessons, "lesson");
    }

    public static String notHtml(String file) {
        return Quoting.of(file) + " does not end in .html. Name the worksheet so.";
    }

    public static String noFolder(String file) {
        return "There is no folder to write " + Quoting.of(file) + " to. Create it first.";
    }
}
