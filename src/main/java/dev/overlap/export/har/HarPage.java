package dev.overlap.export.har;

import dev.overlap.comparison.VariantResult;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.trace.Trace;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run as a page of an archive. The runs of a comparison all begin when the comparison did: laid
 * over one another they compare, and when each began is not recorded.
 */
record HarPage(String id, String title, Plan plan, Instant begun, Trace trace) {

    static HarPage of(RunReport report) {
        return new HarPage(
                "run_1", report.modelName(), report.plan(), report.begun(), report.trace());
    }

    /** Returns the drawn run of each variant that has one. */
    static List<HarPage> of(ComparisonReport report) {
        List<HarPage> pages = new ArrayList<>();
        for (VariantResult entry : report.comparison().entries()) {
            Trace drawn = entry.drawn();
            if (drawn != null) {
                String id = "run_" + (pages.size() + 1);
                String name = entry.variant().name();
                pages.add(new HarPage(id, name, entry.variant().plan(), report.begun(), drawn));
            }
        }
        return pages;
    }

    /** Returns all requests of the run, those whose address is not known too, by their begins. */
    List<TaskRequest> requests() {
        List<Task> tasks = plan.tasks();
        List<TaskRequest> all = new ArrayList<>();
        for (int i = 0; i < trace.tasks().size(); i++) {
            all.addAll(TaskRequests.of(trace.task(i), i < tasks.size() ? tasks.get(i) : null));
        }
        all.sort(Comparator.comparingLong(TaskRequest::beginNanos));
        return all;
    }

    Map<String, Object> fields() {
        BigDecimal wall = HarTimings.millis(Math.max(0, trace.wallNanos()));
        Map<String, Object> timings = new LinkedHashMap<>();
        timings.put("onContentLoad", -1);
        timings.put("onLoad", trace.isFinished() ? wall : -1);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("startedDateTime", begun.toString());
        fields.put("id", id);
        fields.put("title", title);
        fields.put("pageTimings", timings);
        fields.put("_model", plan.model());
        return fields;
    }
}
