package dev.overlap.cli;

import dev.overlap.model.Model;

import java.util.LinkedHashSet;
import java.util.List;

/** Which models are compared, as people type it: ids with commas between, or {@code all}. */
final class ModelsOption {

    static final String ALL = "all";

    private ModelsOption() {}

    /**
     * The models of these ids, each once.
     *
     * @throws Refused if there is none of an id
     */
    static List<Model> of(List<String> ids) throws Refused {
        if (ids.equals(List.of(ALL))) {
            return all();
        }
        try {
            return new LinkedHashSet<>(ids).stream().map(Model::of).toList();
        } catch (IllegalArgumentException e) {
            throw new Refused(e);
        }
    }

    /** Every model under which a list comes to its end by itself. */
    static List<Model> all() {
        return Model.all().stream().filter(model -> !model.hangs()).toList();
    }
}
