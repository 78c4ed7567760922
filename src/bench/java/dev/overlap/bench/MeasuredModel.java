package dev.overlap.bench;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.PythonModel;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is measured: a model, and whether it plays CPython's rule.
 *
 * @param locked whether threads need one interpreter lock to compute
 */
record MeasuredModel(ConcurrencyModel model, boolean locked) {

    /** Those for which the lock decides something, as threads of one process compute in them. */
    private static final Set<String> LOCKABLE = Set.of("threads", "thread-pool", "loop-offload");

    /** The whole computing list, one after another on a busy machine, and more. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Every model that ends by itself; some of them a second time with the lock. */
    static List<MeasuredModel> all() {
        List<MeasuredModel> all = new ArrayList<>();
        for (ConcurrencyModel model :
                ConcurrencyModel.all().stream().filter(it -> !it.hangs()).toList()) {
            all.add(new MeasuredModel(model, false));
            if (LOCKABLE.contains(model.id())) {
                all.add(new MeasuredModel(model, true));
            }
        }
        return List.copyOf(all);
    }

    /**
     * Returns what CPython can run here of the same; null if there is no such program, or no fit
     * interpreter. Threads of CPython have the lock, so they stand beside those that play it.
     */
    @Nullable MeasuredModel inPython(List<PythonModel> available) {
        if (LOCKABLE.contains(model.id()) && !locked) {
            return null;
        }
        return available.stream()
                .filter(it -> PythonModel.baseOf(it.id()).equals(model.id()))
                .findFirst()
                .map(it -> new MeasuredModel(it, false))
                .orElse(null);
    }

    Settings settings() {
        return Settings.DEFAULT
                .withTimeout(PATIENCE)
                .withRules(RunRules.DEFAULT.withInterpreterLock(locked));
    }

    /** As the table names it. */
    String name() {
        return model.id() + (locked ? " --interpreter-lock" : "");
    }
}
