package dev.overlap.cli.options;

import dev.overlap.concurrency.ConcurrencyModel;

import java.util.LinkedHashSet;
import java.util.List;

/** Reads the models of a comparison: ids separated by commas, or {@code all}. */
public final class ModelsConverter {

    static final String ALL = "all";

    private ModelsConverter() {}

    /**
     * Returns the models with these ids, each once.
     *
     * @throws UsageException if an id is unknown
     */
    public static List<ConcurrencyModel> of(List<String> ids) throws UsageException {
        if (ids.equals(List.of(ALL))) {
            return all();
        }
        try {
            return new LinkedHashSet<>(ids).stream().map(ConcurrencyModel::of).toList();
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }

    /** Returns every model under which a run ends by itself. */
    public static List<ConcurrencyModel> all() {
        return ConcurrencyModel.all().stream().filter(model -> !model.hangs()).toList();
    }
}
