package dev.overlap.concurrency;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The models of this program, loaded once: a window asks for them at every frame. */
final class LoadedModels {

    /** Sorted by {@link ConcurrencyModel#order()}. */
    static final List<ConcurrencyModel> ALL =
            ServiceLoader.load(ConcurrencyModel.class, ConcurrencyModel.class.getClassLoader())
                    .stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparingInt(ConcurrencyModel::order))
                    .toList();

    private LoadedModels() {}
}
