package dev.overlap.testkit;

import static dev.overlap.testkit.TraceAssertions.assertSound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.Engine;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.lab.Lab;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * A lab, engines, and the inspection after each test: every run has ended, its trace is sound,
 * nothing of it is left, no thread, no process and no connection, and nothing was logged as a fault
 * of Overlap but what the test itself hears by {@link LogCapture}. Engine tests start runs here and
 * nowhere else, so none of them can forget it.
 *
 * <p>To be registered in a static field: {@code @RegisterExtension static final Rig RIG}.
 */
public final class EngineExtension
        implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** The threads that belong to runs, not to the program. A lookup may outlast its run. */
    private static final Pattern OF_A_RUN =
            Pattern.compile(
                    "(thread|offload)-\\d+|process-\\d+-.*|loop-1|overlap-driver|overlap-reactor-watch|httpclient.*");

    private static final long LIMIT_SECONDS = 60;

    /** What no {@link LogCapture} takes comes as far as here. */
    private static final Logger ROOT = Logger.getLogger("");

    /** Left behind and told of: not to be laid at the door of every later test. */
    private static final Set<Thread> LEAKED = ConcurrentHashMap.newKeySet();

    private final List<Engine> engines = new ArrayList<>();
    private final Alarm alarm = new Alarm();
    private final List<Run> runs = new ArrayList<>();
    private Lab lab;

    /** A plan of these lines, with the settings that a new user meets. */
    public static Plan plan(String model, String... lines) {
        return plan(model, Settings.DEFAULT, lines);
    }

    public static Plan plan(String model, Settings settings, String... lines) {
        return new Plan(SiteList.parse(String.join("\n", lines)), model, settings);
    }

    public Lab lab() {
        return lab;
    }

    /** An engine of this system's network. */
    public Engine engine() {
        return engine(NetworkAccess.system());
    }

    /** An engine that is closed after the test. */
    public Engine engine(NetworkAccess network) {
        Engine engine = new Engine(lab.uri(), network);
        engines.add(engine);
        return engine;
    }

    /** Starts a run that is looked at after the test. */
    public Run start(Engine engine, Plan plan) {
        Run run = engine.start(plan);
        runs.add(run);
        return run;
    }

    public Run start(Plan plan) {
        return start(engine(), plan);
    }

    /** Starts a run and waits for its end. */
    public Trace run(Engine engine, Plan plan) {
        return finished(start(engine, plan));
    }

    public Trace run(Plan plan) {
        return finished(start(plan));
    }

    public Trace run(NetworkAccess network, Plan plan) {
        return run(engine(network), plan);
    }

    /** Waits for the end of a run; fails if it is a fault of Overlap. */
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
     * An option that worker processes are started with, and these tests are not. A system shows no
     * more than the begin of a long command line.
     */
    private static final String OPTION_OF_A_WORKER = "-Xmx128m";

    /**
     * The worker processes that live now. A child that is only about to become another program, a
     * worker or anything else, is shown as a copy of this one until then: it is none.
     */
    public static List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").matches(".*java(\\.exe)?"))
                .filter(child -> child.info().commandLine().orElse("").contains(OPTION_OF_A_WORKER))
                .toList();
    }

    /** Waits until a worker process lives, and gives the first one. */
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

    /** Keeps what is logged as a warning or worse. */
    private static final class Alarm extends Handler {

        private final Queue<String> messages = new ConcurrentLinkedQueue<>();

        /** What was logged since the last look. */
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
