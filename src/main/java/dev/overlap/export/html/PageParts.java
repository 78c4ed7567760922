package dev.overlap.export.html;

import dev.overlap.comparison.Variant;
import dev.overlap.plan.Plan;
import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SiteLine;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportHeader;
import dev.overlap.report.RunReport;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.PageText;
import dev.overlap.text.SettingsText;
import dev.overlap.text.comparison.ComparisonTable;
import dev.overlap.text.comparison.GuessText;
import dev.overlap.text.run.MachineLoadText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.MachineLoad;
import dev.overlap.trace.metrics.Statistics;

import java.lang.module.ModuleDescriptor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of a page that are markup: what was run, when, and with which result. */
final class PageParts {

    /** A list of 100,000 lines would make the page large. */
    private static final int MAX_LINES = 1_000;

    private PageParts() {}

    /** Returns the header of a run. */
    static String header(RunReport report) {
        Trace trace = report.trace();
        String warning = trace.isFinished() ? MachineLoadText.of(MachineLoad.of(trace)) : "";
        return title(report.modelName())
                + paragraph("quiet", ReportHeader.settings(report))
                + paragraph("warning", warning)
                + figures(report);
    }

    /** Returns the header of a comparison. */
    static String header(ComparisonReport report) {
        List<String> guesses = GuessText.of(report.comparison(), report.guesses());
        return title(report.title())
                + paragraph("quiet", ReportHeader.settings(report))
                + paragraph("conclusion", report.sentence())
                + paragraph("quiet", String.join(" ", guesses));
    }

    private static String title(String title) {
        return "<h1>" + HtmlText.escaped(title) + "</h1>\n";
    }

    private static String paragraph(String className, String text) {
        return text.isEmpty()
                ? ""
                : "<p class=\"%s\">%s</p>\n".formatted(className, HtmlText.escaped(text));
    }

    private static String figures(RunReport report) {
        Trace trace = report.trace();
        Statistics numbers = Statistics.of(trace, trace.horizonNanos());
        return ReportHeader.figures(report, numbers).stream()
                .map(it -> "<div>%s</div>\n".formatted(term(it.name()) + description(it.number())))
                .collect(Collectors.joining("", "<dl class=\"figures\">\n", "</dl>\n"));
    }

    private static String term(String text) {
        return "<dt>" + HtmlText.escaped(text) + "</dt>";
    }

    private static String description(String text) {
        return "<dd>" + HtmlText.escaped(text) + "</dd>";
    }

    /** Returns the settings and the list of a plan, without user names and passwords. */
    static String about(Plan plan, String model) {
        StringBuilder about = new StringBuilder("<dl class=\"pairs\">\n");
        about.append(term("Model")).append(description(model)).append('\n');
        for (SettingKey key : SettingKey.values()) {
            about.append(term(key.label()))
                    .append(description(SettingsText.value(key, plan.settings())))
                    .append('\n');
        }
        return about.append("</dl>\n<pre>").append(list(plan)).append("</pre>").toString();
    }

    /**
     * Returns the models, settings and list of a comparison; of runs side by side, which may differ
     * in all of them, those of each.
     */
    static String about(ComparisonReport report) {
        List<Variant> variants = report.comparison().plan().variants();
        if (report.comparison().isSideBySide()) {
            return variants.stream()
                    .map(it -> about(it.plan(), it.name()))
                    .collect(Collectors.joining("\n"));
        }
        String names = variants.stream().map(Variant::name).collect(Collectors.joining(", "));
        return about(variants.getFirst().plan(), names);
    }

    private static String list(Plan plan) {
        List<SiteLine> lines = plan.sites().withoutSecrets().lines();
        String shown =
                lines.stream()
                        .limit(MAX_LINES)
                        .map(line -> HtmlText.escaped(line.text()) + "\n")
                        .collect(Collectors.joining());
        int more = lines.size() - MAX_LINES;
        return more <= 0
                ? shown
                : shown + PageText.LINES_LEFT_OUT.formatted(NumberFormats.count(more, "more line"));
    }

    /** Returns the table of a comparison. */
    static String table(ComparisonReport report) {
        List<List<String>> rows = ComparisonTable.of(report.comparison(), report.order());
        StringBuilder table = new StringBuilder("<details><summary>");
        table.append(HtmlText.escaped(PageText.COMPARISON_TABLE)).append("</summary>\n");
        table.append("<div class=\"scrolling\"><table>\n");
        table.append("<thead>").append(row(rows.getFirst(), "th")).append("</thead>\n<tbody>");
        rows.stream().skip(1).forEach(row -> table.append(row(row, "td")));
        return table.append("</tbody></table></div>\n</details>").toString();
    }

    private static String row(List<String> cells, String tag) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int column = 0; column < cells.size(); column++) {
            String name = column == 0 ? " class=\"name\"" : "";
            row.append(
                    "<%s%s>%s</%s>".formatted(tag, name, HtmlText.escaped(cells.get(column)), tag));
        }
        return row.append("</tr>\n").toString();
    }

    /** Returns the last line of a page: by whom it was written, and its licence. */
    static String footer() {
        return HtmlText.escaped(
                PageText.FOOTER.formatted(version(), ReportHeader.date(Instant.now())));
    }

    /** Returns the version of this program, as the build puts it into its module, or nothing. */
    static String version() {
        return Optional.ofNullable(PageParts.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("");
    }
}
