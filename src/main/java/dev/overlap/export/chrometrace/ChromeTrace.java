package dev.overlap.export.chrometrace;

import dev.overlap.comparison.VariantResult;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.session.Origin;
import dev.overlap.text.interchange.OmissionText;
import dev.overlap.trace.Trace;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes runs as Chrome trace events in JSON, one per line, plain or compressed. A run has a
 * process with a track per worker and another one with a track per task; a comparison has them for
 * the drawn run of each variant.
 *
 * <p>Source: Google, "Trace Event Format".
 */
public final class ChromeTrace implements ReportFormat {

    private final boolean isCompressed;

    private ChromeTrace(boolean isCompressed) {
        this.isCompressed = isCompressed;
    }

    /** Returns the format of files that anyone can read. */
    public static ChromeTrace plain() {
        return new ChromeTrace(false);
    }

    /** Returns the same, compressed with gzip, which Perfetto and Chromium open as well. */
    public static ChromeTrace compressed() {
        return new ChromeTrace(true);
    }

    @Override
    public String extension() {
        return isCompressed ? "trace.json.gz" : "trace.json";
    }

    @Override
    public String label() {
        return isCompressed ? "Compressed Chrome trace" : "Chrome trace";
    }

    @Override
    public boolean isPicture() {
        return false;
    }

    @Override
    public void write(RunReport report, OutputStream out) throws IOException {
        write(List.of(new NamedTrace(report.modelName(), report.trace())), report.begun(), out);
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        write(drawn(report), report.begun(), out);
    }

    @Override
    public List<String> omissions(RunReport report) {
        return omissions(List.of(report.trace()));
    }

    @Override
    public List<String> omissions(ComparisonReport report) {
        return omissions(drawn(report).stream().map(NamedTrace::trace).toList());
    }

    private record NamedTrace(String name, Trace trace) {}

    private static List<NamedTrace> drawn(ComparisonReport report) {
        List<NamedTrace> runs = new ArrayList<>();
        for (VariantResult entry : report.comparison().entries()) {
            Trace drawn = entry.drawn();
            if (drawn != null) {
                runs.add(new NamedTrace(entry.variant().name(), drawn));
            }
        }
        return runs;
    }

    private void write(List<NamedTrace> runs, Instant begun, OutputStream out) throws IOException {
        if (isCompressed) {
            GZIPOutputStream packed = new GZIPOutputStream(out);
            writePlain(runs, begun, packed);
            packed.finish();
        } else {
            writePlain(runs, begun, out);
        }
        out.flush();
    }

    private static void writePlain(List<NamedTrace> runs, Instant begun, OutputStream out)
            throws IOException {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("producer", Origin.here().program());
        about.put("begun", begun.toString());
        TraceEvents events = new TraceEvents(about, out);
        for (int i = 0; i < runs.size(); i++) {
            RunEvents.write(runs.get(i).name, runs.get(i).trace, 2 * i + 1, events);
        }
        events.end();
    }

    private static List<String> omissions(List<Trace> traces) {
        List<String> sentences = new ArrayList<>();
        int shared = traces.isEmpty() ? 0 : traces.getFirst().resources().size();
        if (shared > 0) {
            sentences.add(OmissionText.notInTrace(shared, "shared resource"));
        }
        int steps =
                traces.stream()
                        .flatMap(trace -> trace.tasks().stream())
                        .mapToInt(task -> task.steps().size())
                        .sum();
        if (steps > 0) {
            sentences.add(OmissionText.stepsNotInTrace(steps));
        }
        return List.copyOf(sentences);
    }
}
