package dev.overlap.export.har;

import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.session.Origin;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the requests of runs as an HTTP archive, version 1.2: one entry per line, each redirect
 * and each poll an entry of its own, in ASCII. A comparison has a page per variant, of its drawn
 * run.
 *
 * <p>Source: the draft of the W3C's Web Performance Working Group, "HTTP Archive (HAR) format".
 */
public final class Har implements ReportFormat {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    public String extension() {
        return "har";
    }

    @Override
    public String label() {
        return "HAR archive";
    }

    @Override
    public boolean isPicture() {
        return false;
    }

    @Override
    public void write(RunReport report, OutputStream out) throws IOException {
        write(List.of(HarPage.of(report)), String.join(" ", omissions(report)), out);
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        write(HarPage.of(report), String.join(" ", omissions(report)), out);
    }

    @Override
    public List<String> omissions(RunReport report) {
        return HarOmissions.of(List.of(HarPage.of(report)));
    }

    @Override
    public List<String> omissions(ComparisonReport report) {
        return HarOmissions.of(HarPage.of(report));
    }

    private static void write(List<HarPage> pages, String comment, OutputStream out)
            throws IOException {
        print("{\"log\":{\"version\":\"1.2\",\"creator\":" + json(creator()), out);
        print(",\"comment\":" + json(comment) + ",\"pages\":", out);
        print(json(pages.stream().map(HarPage::fields).toList()) + ",\"entries\":[", out);
        String separator = "\n";
        for (HarPage page : pages) {
            HarEntries entries = new HarEntries(page);
            for (TaskRequest request : page.requests()) {
                String url = request.url();
                if (url != null) {
                    print(separator + json(entries.fields(request, url)), out);
                    separator = ",\n";
                }
            }
        }
        print("\n]}}\n", out);
        out.flush();
    }

    private static Map<String, String> creator() {
        String[] program = Origin.here().program().split(" ", 2);
        Map<String, String> creator = new LinkedHashMap<>();
        creator.put("name", program[0]);
        creator.put("version", program.length == 1 ? "" : program[1]);
        return creator;
    }

    private static String json(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static void print(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
