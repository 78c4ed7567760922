package dev.overlap.lesson;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Quoting;
import dev.overlap.plan.repair.ClosestMatch;

import java.util.ArrayList;
import java.util.List;

/** Reads the concurrency models of a lesson. */
final class LessonModels {

    private final ErrorCollector errors;

    LessonModels(ErrorCollector errors) {
        this.errors = errors;
    }

    /** Returns the ids, each once. */
    List<String> read(YamlValue value) {
        if (value.items().isEmpty()) {
            throw new IllegalArgumentException("No model is named. Write one, as in [threads].");
        }
        List<String> ids = new ArrayList<>();
        for (YamlValue item : value.items()) {
            String id = errors.read(item.line(), () -> model(item.text(), ids), "");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** Returns the id if there is such a model and it was not listed before. */
    private static String model(String id, List<String> previous) {
        List<String> all = ConcurrencyModel.all().stream().map(ConcurrencyModel::id).toList();
        String near = ConcurrencyModel.isKnown(id) ? null : ClosestMatch.to(id, all);
        if (near != null) {
            throw new IllegalArgumentException(
                    "There is no model %s. Did you mean %s?"
                            .formatted(Quoting.of(id), Quoting.of(near)));
        }
        if (previous.contains(id)) {
            throw new IllegalArgumentException(
                    "The model %s is named twice. Name it once.".formatted(Quoting.of(id)));
        }
        return ConcurrencyModel.of(id).id();
    }
}
