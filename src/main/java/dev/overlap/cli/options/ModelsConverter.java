package dev.overlap.cli.options;

import dev.overlap.concurrency.ConcurrencyModel;

import java.util.LinkedHashSet;
import java.util.List;

/** Which models are compared, as people type it: ids with commas between, or {@code all}. */
public final class ModelsConverter {

    static final String ALL = "all";

    private ModelsConverter() {}

    /**
     * The models of these ids, each once.
     *
     * @throws UsageException if there is none of an id
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

    /** Every model under which a list comes to its end by itself. */
    public static List<ConcurrencyModel> all() {
        return ConcurrencyModel.all().stream().filter(model -> !model.hangs()).toList();
    }
}
