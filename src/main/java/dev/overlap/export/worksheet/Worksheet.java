package dev.overlap.export.worksheet;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.export.html.HtmlText;
import dev.overlap.export.svg.Svg;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.Observation;
import dev.overlap.lesson.claim.Claim;
import dev.overlap.lesson.claim.MeasuredText;
import dev.overlap.plan.SiteLine;
import dev.overlap.report.RunReport;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.lesson.WorksheetText;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes lessons as one HTML file to print: for each a page with the question, the list, room for
 * guesses and an empty time axis; then the solutions, each on a page of its own, with the measured
 * picture. The page loads nothing and has no script. Presenter's notes are not in it.
 */
public final class Worksheet {

    private static final String STYLE = "/dev/overlap/assets/html/worksheet.css";
    private static final int MAX_LINES = 40;

    private Worksheet() {}

    /**
     * Writes lessons.
     *
     * @param title of the file
     * @param lessons at least one; those with a picture have a solution
     * @throws IOException with a message, if a picture cannot be laid out on this machine, or as
     *     thrown by the stream
     */
    public static void write(String title, List<WorksheetLesson> lessons, OutputStream out)
            throws IOException {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n");
        page.append("<meta charset=\"utf-8\">\n");
        page.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'unsafe-inline'\">\n");
        page.append("<title>").append(HtmlText.escaped(title)).append("</title>\n");
        page.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n");
        for (WorksheetLesson it : lessons) {
            page.append(question(it.lesson()));
        }
        for (WorksheetLesson it : lessons) {
            RunReport picture = it.picture();
            if (picture != null) {
                page.append(solution(it, picture));
            }
        }
        page.append("</body>\n</html>\n");
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String question(Lesson lesson) {
        EmptyAxis axis = EmptyAxis.of(lesson);
        String model = name(lesson.model());
        StringBuilder page = new StringBuilder("<section>\n");
        page.append(element("h1", lesson.title()));
        page.append(element("h2", WorksheetText.QUESTION_TITLE));
        page.append(paragraphs(Arrays.asList(lesson.question().split("\\n\\s*\\n"))));
        page.append(element("h2", WorksheetText.LIST_TITLE)).append(list(lesson));
        page.append(element("h2", WorksheetText.GUESS_TITLE)).append(guesses(lesson));
        page.append(element("h2", WorksheetText.DRAW_TITLE));
        page.append(element("p", WorksheetText.draw(model, axis.hasTimes())));
        page.append(axis.svg()).append('\n');
        page.append(element("h2", WorksheetText.TAKE_HOME_TITLE));
        page.append("<div class=\"line\"></div><div class=\"line\"></div>\n");
        return page.append("</section>\n").toString();
    }

    private static String list(Lesson lesson) {
        List<SiteLine> lines = lesson.sites().lines();
        String shown =
                lines.stream()
                        .limit(MAX_LINES)
                        .map(line -> HtmlText.escaped(line.text()))
                        .collect(Collectors.joining("\n"));
        int more = lines.size() - MAX_LINES;
        return "<pre>"
                + shown
                + (more > 0 ? "\n\u2026 " + NumberFormats.count(more, "more line") : "")
                + "</pre>\n";
    }

    private static String guesses(Lesson lesson) {
        return table(
                List.of(WorksheetText.MODEL, WorksheetText.MY_GUESS, WorksheetText.MEASURED),
                lesson.models().stream().map(id -> List.of(name(id), "", "")).toList());
    }

    private static String solution(WorksheetLesson it, RunReport picture) throws IOException {
        Lesson lesson = it.lesson();
        StringBuilder page = new StringBuilder("<section class=\"solution\">\n");
        page.append(element("h1", WorksheetText.SOLUTION + ": " + lesson.title()));
        page.append(walls(it));
        page.append("<figure>").append(svg(picture)).append("</figure>\n");
        List<Claim> failed = it.failed();
        if (!failed.isEmpty()) {
            page.append(
                    "<p class=\"warning\">%s</p>\n"
                            .formatted(HtmlText.escaped(WorksheetText.notShown(failed))));
            return page.append("</section>\n").toString();
        }
        page.append(element("h2", WorksheetText.LOOK_AT_TITLE)).append("<ul>\n");
        lesson.lookAt().stream()
                .map(Observation::say)
                .forEach(say -> page.append(element("li", say)));
        page.append("</ul>\n").append(element("h2", WorksheetText.WHY_TITLE));
        page.append(paragraphs(MeasuredText.paragraphs(lesson.explanation(), it.runs())));
        MeasuredText.paragraphs(lesson.takeHome(), it.runs())
                .forEach(
                        say ->
                                page.append(
                                        "<p class=\"take-home\">%s</p>\n".formatted(escaped(say))));
        return page.append("</section>\n").toString();
    }

    private static String walls(WorksheetLesson it) {
        return table(
                List.of(WorksheetText.MODEL, WorksheetText.MEASURED, WorksheetText.RUNS),
                it.lesson().models().stream().map(id -> wall(it, id)).toList());
    }

    private static List<String> wall(WorksheetLesson it, String model) {
        long wall = it.runs().wallNanos(model);
        return List.of(
                name(model),
                wall < 0 ? WorksheetText.NOT_RUN : DurationFormat.text(wall),
                NumberFormats.count(it.runs().of(model).size()));
    }

    private static String table(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<table>\n<thead>").append(row(head, "th"));
        table.append("</thead>\n<tbody>");
        rows.forEach(row -> table.append(row(row, "td")));
        return table.append("</tbody></table>\n").toString();
    }

    private static String row(List<String> cells, String tag) {
        return cells.stream()
                .map(cell -> "<%s>%s</%s>".formatted(tag, escaped(cell), tag))
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String paragraphs(List<String> texts) {
        return texts.stream().map(text -> element("p", text)).collect(Collectors.joining());
    }

    private static String element(String tag, String text) {
        return "<%s>%s</%s>\n".formatted(tag, escaped(text), tag);
    }

    private static String escaped(String text) {
        return HtmlText.escaped(text);
    }

    private static String name(String model) {
        return ConcurrencyModel.of(model).name();
    }

    /** Returns a picture to stand inside a page: without what begins a file. */
    private static String svg(RunReport picture) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new Svg().write(picture, file);
        String text = file.toString(StandardCharsets.UTF_8);
        return text.substring(text.indexOf("<svg"));
    }

    private static String style() throws IOException {
        try (InputStream in = Worksheet.class.getResourceAsStream(STYLE)) {
            return new String(
                    Objects.requireNonNull(in, STYLE).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
