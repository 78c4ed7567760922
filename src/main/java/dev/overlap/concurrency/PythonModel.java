package dev.overlap.concurrency;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A model whose program in Python is run as it is, by CPython in a process of its own, and watched.
 * Nothing of it is simulated here: where there is no interpreter, there is no such model.
 *
 * <p>These models are not among {@link ConcurrencyModel#all()}, since only a search for
 * interpreters tells whether they can be run.
 */
public final class PythonModel implements ConcurrencyModel {

    private static final List<PythonModel> ALL =
            Stream.of(
                            new PythonModel(Sequential.ID, Sequential.ID, "requests"),
                            new PythonModel(Threads.ID, Threads.ID, "requests"),
                            new PythonModel(ThreadPool.ID, ThreadPool.ID, "requests"),
                            new PythonModel("processes", ProcessPool.ID, "requests"),
                            new PythonModel(EventLoop.ID, EventLoop.ID, "aiohttp"),
                            new PythonModel(BlockedLoop.ID, BlockedLoop.ID, "requests"),
                            new PythonModel(LoopOffload.ID, LoopOffload.ID, "requests"),
                            new PythonModel("threads-no-gil", Threads.ID, "requests"))
                    .toList();

    /** Makes them known. */
    public static final class Family implements ConcurrencyModel.Family {
        @Override
        public List<PythonModel> members() {
            return ALL;
        }
    }

    private static final String NO_GIL = "-no-gil";

    private final String name;
    private final String base;
    private final String library;

    private PythonModel(String name, String base, String library) {
        this.name = name;
        this.base = base;
        this.library = library;
    }

    /** Returns all of them, in the order of the models that they correspond to. */
    public static List<PythonModel> everyOne() {
        return ALL;
    }

    /** Returns the one with an id, such as {@code python:threads}. */
    public static Optional<PythonModel> find(String id) {
        return ALL.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /**
     * Returns the first one that corresponds to a model of the engine, which any CPython can run.
     */
    public static Optional<PythonModel> of(String base) {
        return ALL.stream().filter(model -> model.base.equals(base)).findFirst();
    }

    /** Returns the id of the model that one corresponds to; of any other model, its own. */
    public static String baseOf(String id) {
        return find(id).map(model -> model.base).orElse(id);
    }

    private ConcurrencyModel base() {
        return ConcurrencyModel.of(base);
    }

    /** Returns the library that makes the requests of its program. */
    public String library() {
        return library;
    }

    /** Returns whether it is run by a CPython without the global interpreter lock, and no other. */
    public boolean isWithoutLock() {
        return name.endsWith(NO_GIL);
    }

    /** Returns whether its program has an event loop. */
    public boolean isLoop() {
        return base.equals(EventLoop.ID)
                || base.equals(BlockedLoop.ID)
                || base.equals(LoopOffload.ID);
    }

    @Override
    public String id() {
        return Plan.PYTHON + name;
    }

    @Override
    public String name() {
        return base().name() + (isWithoutLock() ? " (CPython, no GIL)" : " (CPython)");
    }

    @Override
    public String explanation() {
        return isWithoutLock()
                ? "Run by a free-threaded CPython: threads that compute at the same time."
                : "Run by CPython: its own program for this model.";
    }

    @Override
    public boolean hasWorkers() {
        return base().hasWorkers();
    }

    @Override
    public boolean workersAreLimit() {
        return base().workersAreLimit();
    }

    @Override
    public String defaultWorkersText() {
        return base().defaultWorkersText();
    }

    @Override
    public int atOnce(OptionalInt workers) {
        return base().atOnce(workers);
    }

    @Override
    public Optional<FixedCollect> fixedCollect() {
        return base().fixedCollect();
    }

    @Override
    public int order() {
        return 1_000 + base().order();
    }

    /**
     * Refuses: the engine runs nothing under this name.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public void run(List<Task> tasks, WorkerFactory factory) {
        throw new UnsupportedOperationException(id() + " is run by CPython, not by the engine");
    }
}
