package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.ResultCollector;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.process.WorkerProcessPool;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.LogCapture;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tests the output and environment of worker processes, and failures to connect, after which the
 * tasks fail with a sentence and the run ends.
 */
class ProcessChannelTest {

    private static final Settings ONE = Settings.DEFAULT.withWorkers(1);
    private static final Duration SOON = Duration.ofSeconds(8);

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    /** Captures the failures that are provoked here. */
    @RegisterExtension final LogCapture log = new LogCapture();

    @TempDir Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export JDK_JAVA_OPTIONS=--show-version; exec $JAVA \"$@\"",
                "export JAVA_TOOL_OPTIONS=-Dx=y; exec $JAVA \"$@\"",
                "export JDK_JAVA_OPTIONS=-verbose:class; exec $JAVA \"$@\"",
                "export JAVA_TOOL_OPTIONS=-Xms512m; exec $JAVA \"$@\"",
                "head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2; exec $JAVA \"$@\""
            })
    void whateverAProcessPrintsIsNoReport(String script) throws Exception {
        try (FakeJavaHome _ = new FakeJavaHome(home, script)) {
            assertAllAnswered(RIG.run(plan(2)));
        }
    }

    /** The connection to the run ignores configured proxies. */
    @Test
    void aProxyForEverythingIsNotAskedForTheWayToTheRun() throws Exception {
        String script =
                "export JAVA_TOOL_OPTIONS='-DsocksProxyHost=127.0.0.1 -DsocksProxyPort=1"
                        + " -DsocksNonProxyHosts=none'; exec $JAVA \"$@\"";
        try (FakeJavaHome _ = new FakeJavaHome(home, script)) {
            assertAllAnswered(RIG.run(plan(1)));
        }
    }

    @Test
    void aMachineThatRefusesToStartIsQuoted() throws Exception {
        String script = "export JDK_JAVA_OPTIONS=-XX:Nonsense; exec $JAVA \"$@\"";

        assertThat(sentence(script))
                .startsWith("lab:/delay/5 was not started: no worker process could be started (")
                .contains("exit code 1; it said: ")
                .contains("Unrecognized VM option 'Nonsense'")
                .contains("Error: Could not create the Java Virtual Machine.");
        assertThat(log.messagesOf(WorkerProcessPool.class.getPackageName())).isNotEmpty();
    }

    @Test
    void whatIsQuotedHoldsNothingThatATerminalWouldObey() throws Exception {
        assertThat(sentence("printf 'one\\r\\n\\033[31mred\\007\\n\\tat a frame\\n'; exit 3"))
                .contains("(exit code 3; it said: one / \ufffd[31mred\ufffd).");
    }

    @Test
    void ofAFloodOnlyTheLastWordsAreKept() throws Exception {
        String flood = "seq 500000; head -c 50000000 /dev/zero | tr '\\0' x; exit 4";

        assertThat(sentence(flood)).contains("499999 / 500000 / xxxx").hasSizeLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "SAYS_ANOTHER_TOKEN, exit code 5; it said: nobody knows me",
        "ENDS_IN_ITS_TOKEN, exit code 6; it said: nobody knows me",
        "CLAIMS_A_HUGE_RECORD, no record is 2147483647 bytes long",
        "SENDS_RUBBISH, a WorkerEvent that cannot be read"
    })
    void aProcessThatDoesNotGetReadySaysWhy(MisbehavingWorker.Habit habit, String why)
            throws Exception {
        assertThat(sentence(FakeJavaHome.worker(habit)))
                .startsWith("lab:/delay/5 was not started: no worker process could be started (")
                .contains("(" + why);
    }

    @ParameterizedTest
    @CsvSource({
        "REPORTS_OF_ANOTHER_TASK, Index 9999",
        "DIES_OF_A_TASK, exit code 7; it said: no thank you"
    })
    void aProcessThatFailsItsTaskFailsNoOther(MisbehavingWorker.Habit habit, String why)
            throws Exception {
        Trace trace;
        try (FakeJavaHome _ = new FakeJavaHome(home, FakeJavaHome.worker(habit))) {
            trace = RIG.run(plan(2));
        }

        for (int task = 0; task < 2; task++) {
            assertThat(failed(trace, task).kind()).isEqualTo(FailureKind.WORKER_DIED);
            assertThat(failed(trace, task).sentence())
                    .startsWith("lab:/delay/5 was not finished: its worker process died")
                    .contains("(" + why);
        }
        assertThat(trace.workers()).hasSize(2);
    }

    /** Returns the sentence of both tasks, which is the same. */
    private String sentence(String script) throws Exception {
        Trace trace;
        try (FakeJavaHome _ = new FakeJavaHome(home, script)) {
            trace = RIG.run(plan(2));
        }
        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.WORKER_DIED);
        assertThat(failed(trace, 1)).isEqualTo(failed(trace, 0));
        return failed(trace, 0).sentence();
    }

    @Test
    void aProcessThatNeverConnectsIsGoneAfterACancel() throws Exception {
        Run run;
        List<ProcessHandle> started;
        try (FakeJavaHome _ = new FakeJavaHome(home, "exec sleep 1000")) {
            run = RIG.start(plan(2));
            Eventually.holds("it hangs", () -> !sleeping().isEmpty());
            started = sleeping();
        }

        run.cancel();

        assertThat(run.done().toCompletableFuture()).succeedsWithin(SOON);
        assertThat(started).hasSize(1).noneMatch(ProcessHandle::isAlive);
        assertThat(run.trace().task(1).outcome()).isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void aProcessThatIsKilledBeforeItConnectsIsReplaced() throws Exception {
        Run run;
        Path first = home.resolve("first");
        String script = "mkdir " + first + " 2>/dev/null && exec sleep 1000; exec $JAVA \"$@\"";
        try (FakeJavaHome _ = new FakeJavaHome(home, script)) {
            run = RIG.start(plan(2));
            Eventually.holds("it hangs", () -> !sleeping().isEmpty());

            sleeping().forEach(ProcessHandle::destroyForcibly);

            assertAllAnswered(EngineExtension.finished(run));
        }
        assertThat(run.trace().workers()).hasSize(2);
    }

    /** Uses a timer on which a second takes ten milliseconds. */
    @Test
    void aProcessThatNeverConnectsIsGivenUpAfterHalfAMinute() throws Exception {
        Plan plan =
                EngineExtension.plan(
                        "process-pool", ONE.withTimeout(Duration.ofHours(1)), "lab:/delay/5");
        TraceRecorder recorder = new TraceRecorder(new Trace(List.of("lab:/delay/5")));
        try (HastyTimer timer = new HastyTimer();
                FakeJavaHome _ =
                        new FakeJavaHome(home, "echo 'Listening on 5005'; exec sleep 1000");
                HttpClients clients =
                        new HttpClients(
                                NetworkAccess.system(),
                                ConnectionSettings.DEFAULT,
                                RIG.lab().uri(),
                                timer)) {
            Warmup warmup = new Warmup(LabEndpoint.plain(RIG.lab().uri()), timer);
            RunBinding runBinding =
                    RunBinding.of(
                                    _ -> {},
                                    () -> warmup.prepareCommand(plan.tasks(), plan.settings()),
                                    SharedResources.none(recorder),
                                    recorder)
                            .withResults(
                                    new ResultCollector(CollectMode.ALL, plan.tasks(), recorder));
            RunWorkers workers = new RunWorkers(clients, recorder, plan.settings(), runBinding);
            recorder.begin();

            ConcurrencyModel.of(plan.model()).run(plan.tasks(), workers);
            workers.close();
        }

        assertThat(failed(recorder.trace(), 0).sentence())
                .contains("(it was not ready after 30 s; it said: Listening on 5005)");
        Eventually.holds("it is gone", () -> sleeping().isEmpty());
    }

    private static final class HastyTimer extends ScheduledThreadPoolExecutor {

        HastyTimer() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return super.schedule(command, unit.toMillis(delay) / 100, TimeUnit.MILLISECONDS);
        }
    }

    private static List<ProcessHandle> sleeping() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("sleep"))
                .toList();
    }

    @Test
    void aRunWithProcessesLeavesNoFileOpen() {
        RIG.run(plan(2)); // loads classes and threads that remain
        long before = FileDescriptorLimit.ofThisProcess().open();

        for (int i = 0; i < 3; i++) {
            RIG.run(plan(2));
        }

        Eventually.holds(
                "all are closed", () -> FileDescriptorLimit.ofThisProcess().open() <= before);
    }

    private static Plan plan(int tasks) {
        return EngineExtension.plan("process-pool", ONE, "lab:/delay/5 x" + tasks);
    }
}
