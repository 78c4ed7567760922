package dev.overlap.concurrency;

import dev.overlap.plan.Quoting;
import dev.overlap.plan.Task;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.ServiceLoader;

/**
 * A concurrency model: starts workers of a run and hands them tasks, nothing else.
 *
 * <p>Threads: {@link #run} is called once per run, on the run's own driver thread, and may wait
 * there. Models hold no state.
 *
 * <p>To add one: a class here, a word in {@code module-info}. The picker, the command line and the
 * contract test find it.
 */
public interface ConcurrencyModel {

    /** What it is called on the command line and in files, such as {@code thread-pool}. */
    String id();

    /** What it is called in the window. */
    String name();

    /** One line for the picker: what runs, and what that means for the waits. */
    String explanation();

    /**
     * Whether the number of workers is a choice here, be it how many are started or how many tasks
     * may go on at once.
     */
    boolean hasWorkers();

    /**
     * What holds where nobody asked for a number of workers: one sentence, or empty where there is
     * no choice.
     */
    default String workersByItself() {
        return "";
    }

    /**
     * How many tasks can be under way at once, however many there are.
     *
     * @param workers how many were asked for; empty if nobody did
     */
    int atOnce(OptionalInt workers);

    /** Where it stands in a list of models; smaller comes first. */
    int order();

    /**
     * Whether nothing is ever done here: each task ends by its timeout only, or by a cancel. Such a
     * model shows a mistake, and is left out where all models are run one after another.
     */
    default boolean hangs() {
        return false;
    }

    /**
     * Carries out all tasks and returns when every one has ended.
     *
     * @throws InterruptedException if the run is cancelled; what was handed over is then cancelled
     *     by the run
     */
    void run(List<Task> tasks, WorkerFactory factory) throws InterruptedException;

    /** All models, in their order. */
    static List<ConcurrencyModel> all() {
        return ServiceLoader.load(ConcurrencyModel.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(ConcurrencyModel::order))
                .toList();
    }

    /**
     * The model of an id.
     *
     * @throws IllegalArgumentException if there is none, with a sentence that names those there are
     */
    static ConcurrencyModel of(String id) {
        List<ConcurrencyModel> all = all();
        return all.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no model "
                                                + Quoting.of(id)
                                                + ". The models are: "
                                                + String.join(
                                                        ", ",
                                                        all.stream()
                                                                .map(ConcurrencyModel::id)
                                                                .toList())
                                                + "."));
    }
}
