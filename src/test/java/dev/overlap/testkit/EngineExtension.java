package dev.overlap.testkit;

import static dev.overlap.testkit.TraceAssertions.assertSound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.PythonModel;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.Engine;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.lab.Lab;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.program.model.PythonSession;
import dev.overlap.program.model.TestedPython;
import dev.overlap.runtime.EngineSession;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Provides a lab and engines, and checks after each test that every run has ended with a sound
 * trace, that no thread, process or connection of it is left, and that no fault was logged, except
 * what the test captures by {@link LogCapture}. Engine tests start their runs here, so none of them
 * can forget these checks.
 *
 * <p>To be registered in a static field: {@code @RegisterExtension static final EngineExtension
 * RIG}.
 */
public final class EngineExtension
        implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /**
     * The threads that belong to runs rather than to the program. A name lookup may outlive its
     * run.
     */
    private static final Pattern OF_A_RUN =
            Pattern.compile(
                    "(thread|offload)-\\d+|process-\\d+-.*|loop-1|overlap-driver|overlap-reactor-watch|httpclient.*");

    private static final long LIMIT_SECONDS = 60;

    /** Receives what no {@link LogCapture} takes. */
    private static final Logger ROOT = Logger.getLogger("");

    /**
     * Leaked threads that were reported already, so that later tests do not fail because of them.
     */
    private static final Set<Thread> LEAKED = ConcurrentHashMap.newKeySet();

    private final List<Engine> engines = new ArrayList<>();
    private final List<PythonSession> sessions = new ArrayList<>();
    private final Alarm alarm = new Alarm();
    private final List<Run> runs = new ArrayList<>();
    private Lab lab;

    /** Returns a plan of these lines with default settings. */
    public static Plan plan(String model, String... lines) {
        return plan(model, Settings.DEFAULT, lines);
    }

    public static Plan plan(String model, Settings settings, String... lines) {
        return new Plan(SiteList.parse(String.join("\n", lines)), model, settings);
    }

    public Lab lab() {
        return lab;
    }

    /** Returns an engine with this system's network. */
    public Engine engine() {
        return engine(NetworkAccess.system());
    }

    /** Returns an engine that is closed after the test. */
    public Engine engine(NetworkAccess network) {
        Engine engine = new Engine(lab.uri(), network);
        engines.add(engine);
        return engine;
    }

    /** Starts a run that is checked after the test. */
    public Run start(Engine engine, Plan plan) {
        Run run = engine.start(plan);
        runs.add(run);
        return run;
    }

    /**
     * Starts a run that is checked after the test, under CPython if its model is one of Python: the
     * test is aborted if there is no interpreter for it.
     */
    public Run start(Plan plan) {
        Optional<PythonModel> python = PythonModel.find(plan.model());
        if (python.isEmpty()) {
            return start(engine(), plan);
        }
        TestedPython.assume(python.get());
        Run run = python().start(plan);
        runs.add(run);
        return run;
    }

    private PythonSession python() {
        PythonSession session =
                new PythonSession(
                        new OwnEngine(engine()),
                        lab.uri(),
                        TestedPython.models(),
                        Optional.empty());
        sessions.add(session);
        return session;
    }

    /** An engine for all models that are not run under CPython. */
    private record OwnEngine(Engine engine) implements EngineSession {
        @Override
        public Run start(Plan plan) {
            return engine.start(plan);
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    /** Starts a run and waits for its end. */
    public Trace run(Engine engine, Plan plan) {
        return finished(start(engine, plan));
    }

    /** Starts a run as {@link #start(Plan)} does, and waits for its end. */
    public Trace run(Plan plan) {
        return finished(start(plan));
    }

    public Trace run(NetworkAccess network, Plan plan) {
        return run(engine(network), plan);
    }

    /** Waits for the end of a run; fails if the run failed. */
    public static Trace finished(Run run) {
        try {
            run.done().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the run did not end as it should", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        return run.trace();
    }

    /**
     * An option of worker processes but not of these tests, near the begin of the command line,
     * since systems show only that of a long one.
     */
    private static final String OPTION_OF_A_WORKER = "-Xmx128m";

    /**
     * Returns the live worker processes. A child between fork and exec appears as a copy of this
     * process and does not count.
     */
    public static List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").matches(".*java(\\.exe)?"))
                .filter(child -> child.info().commandLine().orElse("").contains(OPTION_OF_A_WORKER))
                .toList();
    }

    /** Waits for a live worker process and returns it. */
    public static ProcessHandle firstProcess() {
        AtomicReference<ProcessHandle> first = new AtomicReference<>();
        Eventually.holds(
                "a worker process lives",
                () -> {
                    processes().stream().findFirst().ifPresent(first::set);
                    return first.get() != null;
                });
        return first.get();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        lab = Lab.start();
        ROOT.addHandler(alarm);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            for (Run run : runs) {
                assertThat(run.done().toCompletableFuture())
                        .as("a test waits for its runs or stops them: %s", run.plan())
                        .succeedsWithin(Duration.ofSeconds(20));
                assertSound(run.trace());
            }
            assertNoThreadIsLeft();
            Eventually.holds("no worker process is left", () -> processes().isEmpty());
            Eventually.holds("the lab has no connection left", () -> lab.connections() == 0);
            assertThat(alarm.taken()).as("logged meanwhile").isEmpty();
        } finally {
            sessions.forEach(PythonSession::close);
            sessions.clear();
            engines.forEach(Engine::close);
            engines.clear();
            runs.clear();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ROOT.removeHandler(alarm);
        lab.close();
    }

    private static void assertNoThreadIsLeft() {
        try {
            Eventually.holds(
                    "no thread of a run is left: " + threadsOfRuns(),
                    () -> threadsOfRuns().isEmpty());
        } finally {
            LEAKED.addAll(threadsOfRuns());
        }
    }

    /** Collects what is logged as a warning or worse. */
    private static final class Alarm extends Handler {

        private final Queue<String> messages = new ConcurrentLinkedQueue<>();

        /** Returns and clears what was logged. */
        List<String> taken() {
            List<String> taken = new ArrayList<>();
            for (String one = messages.poll(); one != null; one = messages.poll()) {
                taken.add(one);
            }
            return taken;
        }

        @Override
        public void publish(LogRecord entry) {
            boolean ours = String.valueOf(entry.getLoggerName()).startsWith("dev.overlap");
            if (ours && entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                messages.add(entry.getLoggerName() + ": " + entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static List<Thread> threadsOfRuns() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> OF_A_RUN.matcher(thread.getName()).matches())
                .filter(thread -> !LEAKED.contains(thread))
                .toList();
    }
}
