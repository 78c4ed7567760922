package dev.overlap.concurrency;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which models of Python can be run on this machine.
 *
 * @param models those that can
 * @param missing what helps with each of the others, by id: sentences for people
 */
public record PythonOffer(List<PythonModel> models, Map<String, String> missing) {

    /** Nothing is known yet: no model is offered, and none is missing. */
    public static final PythonOffer UNKNOWN = new PythonOffer(List.of(), Map.of());

    public PythonOffer {
        models = List.copyOf(models);
        missing = Map.copyOf(missing);
    }

    /** Returns whether a model of Python is offered. */
    public boolean hasModel(String id) {
        return models.stream().anyMatch(model -> model.id().equals(id));
    }

    /** Returns the id of a model, or of its counterpart of Overlap itself if it cannot be run. */
    public String runnable(String id) {
        return missing.containsKey(id) ? PythonModel.baseOf(id) : id;
    }

    /** Returns what helps with the first of some models that cannot be run; empty if all can. */
    public Optional<String> wayOut(List<String> ids) {
        return ids.stream().filter(missing::containsKey).map(missing::get).findFirst();
    }
}
