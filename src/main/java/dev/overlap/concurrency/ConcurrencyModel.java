package dev.overlap.concurrency;

import dev.overlap.plan.Quoting;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Task;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A concurrency model: starts the workers of a run and dispatches tasks to them, nothing else.
 *
 * <p>Threads: {@link #run} is called once per run, on the run's own driver thread, and may block
 * it. Models are stateless.
 *
 * <p>To add a model, write a class in this package and name it in {@code module-info}. The picker,
 * the command line and the contract test find it.
 */
public interface ConcurrencyModel {

    /** Returns the id on the command line and in files, such as {@code thread-pool}. */
    String id();

    /** Returns the name in the window. */
    String name();

    /** Returns one line for the picker: what runs, and what that means for the waits. */
    String explanation();

    /**
     * Returns whether the user can choose a number of workers, which is either how many are started
     * or how many tasks may run at once.
     */
    boolean hasWorkers();

    /**
     * Returns whether the number of workers only limits how many tasks run at once, as a semaphore
     * does, rather than being started.
     */
    default boolean workersAreLimit() {
        return false;
    }

    /** Returns one sentence on the default number of workers, or empty if there is no choice. */
    default String defaultWorkersText() {
        return "";
    }

    /**
     * Returns the maximum number of concurrent tasks.
     *
     * @param workers the requested number of workers; empty for the default
     */
    int atOnce(OptionalInt workers);

    /**
     * Returns the only way in which results are collected, or empty if the user can choose it. What
     * the settings say has no effect on a model that has only one.
     */
    default Optional<FixedCollect> fixedCollect() {
        return Optional.empty();
    }

    /** Returns how results are collected if the settings say so. */
    default CollectMode collects(CollectMode asked) {
        return fixedCollect().map(FixedCollect::mode).orElse(asked);
    }

    /** Returns the position in lists of models; smaller comes first. */
    int order();

    /**
     * Returns whether every task hangs until its timeout or a cancel. Such a model demonstrates a
     * mistake, and is left out where all models are run.
     */
    default boolean hangs() {
        return false;
    }

    /**
     * Executes the tasks and returns when every one has ended, or as soon as the collector has the
     * only result that is wanted; the run then cancels the others.
     *
     * @throws InterruptedException if the run is cancelled; the run then cancels the dispatched
     *     tasks
     */
    void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException;

    /** The models of this program, loaded once: a window asks for them at every frame. */
    final class Loaded {
        private static final List<ConcurrencyModel> ALL =
                ServiceLoader.load(ConcurrencyModel.class, ConcurrencyModel.class.getClassLoader())
                        .stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparingInt(ConcurrencyModel::order))
                        .toList();

        private static final List<? extends ConcurrencyModel> OTHERS =
                ServiceLoader.load(Family.class, ConcurrencyModel.class.getClassLoader()).stream()
                        .flatMap(provider -> provider.get().members().stream())
                        .toList();

        private Loaded() {}
    }

    /** Models that cannot be run anywhere. They are found by their ids, and listed nowhere. */
    interface Family {

        /** Returns all of them, in order. */
        List<? extends ConcurrencyModel> members();
    }

    /**
     * Returns all models of Overlap itself, sorted by {@link #order()}: those that can be run
     * anywhere.
     */
    static List<ConcurrencyModel> all() {
        return Loaded.ALL;
    }

    /** Returns whether there is a model with an id. */
    static boolean isKnown(String id) {
        return find(id).isPresent();
    }

    private static Optional<ConcurrencyModel> find(String id) {
        return Stream.<ConcurrencyModel>concat(all().stream(), Loaded.OTHERS.stream())
                .filter(model -> model.id().equals(id))
                .findFirst();
    }

    /**
     * Returns the model with an id, be it one of {@link #all()} or of a {@link Family}.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known ids
     */
    static ConcurrencyModel of(String id) {
        return find(id).orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no model "
                                                + Quoting.of(id)
                                                + ". The models are: "
                                                + String.join(
                                                        ", ",
                                                        all().stream()
                                                                .map(ConcurrencyModel::id)
                                                                .toList())
                                                + "."));
    }
}
