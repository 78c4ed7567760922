package dev.overlap.export.har;

import dev.overlap.plan.Step;
import dev.overlap.plan.Task;
import dev.overlap.text.interchange.OmissionText;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What runs have that an archive of requests cannot hold, a sentence per kind. */
final class HarOmissions {

    private HarOmissions() {}

    /** Counts the steps once, as all pages have the same list, and requests on every page. */
    static List<String> of(List<HarPage> pages) {
        List<String> sentences = new ArrayList<>();
        if (!pages.isEmpty()) {
            steps(pages.getFirst())
                    .forEach((kind, number) -> sentences.add(OmissionText.notInHar(number, kind)));
        }
        long never = pages.stream().mapToLong(HarOmissions::neverMade).sum();
        if (never > 0) {
            sentences.add(OmissionText.neverMade(never));
        }
        long unknown =
                pages.stream()
                        .flatMap(page -> page.requests().stream())
                        .filter(request -> request.url() == null)
                        .count();
        if (unknown > 0) {
            sentences.add(OmissionText.addressUnknown(unknown));
        }
        return List.copyOf(sentences);
    }

    private static Map<String, Integer> steps(HarPage page) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Task task : page.plan().tasks()) {
            task.steps().flat().forEach(step -> count(noun(step), counts));
        }
        return counts;
    }

    private static void count(@Nullable String noun, Map<String, Integer> counts) {
        if (noun != null) {
            counts.merge(noun, 1, Integer::sum);
        }
    }

    private static @Nullable String noun(Step step) {
        return switch (step) {
            case Step.Fetch _, Step.Poll _ -> null;
            case Step.Compute _ -> "computation";
            case Step.Sleep _ -> "sleep";
            case Step.Lock _ -> "lock";
            case Step.Permit _ -> "permit";
            case Step.Add _ -> "increment";
            case Step.Put _, Step.Take _ -> "queue step";
        };
    }

    /** Counts the steps with a request of which the trace has none. */
    private static long neverMade(HarPage page) {
        List<Task> tasks = page.plan().tasks();
        long never = 0;
        for (int i = 0; i < Math.min(tasks.size(), page.trace().tasks().size()); i++) {
            List<Step> steps = tasks.get(i).steps().flat().toList();
            TaskTrack track = page.trace().task(i);
            long planned = steps.stream().filter(step -> step.target() != null).count();
            long made =
                    RequestSegments.of(track).stream()
                            .mapToInt(it -> Math.max(0, track.stepAt(track.begin(it.lease()))))
                            .distinct()
                            .count();
            never += Math.max(0, planned - made);
        }
        return never;
    }
}
