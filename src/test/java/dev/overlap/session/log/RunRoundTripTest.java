package dev.overlap.session.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.export.ReportFormats;
import dev.overlap.export.session.SessionFormat;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Surface;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.report.slide.RunSlide;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.TraceSnapshot;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.MachineLoad;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Real runs of every model and of every kind of step, written and read again. */
class RunRoundTripTest {

    private static final String[] SITES = {
        "# every kind of step",
        "lab:/delay/15 x2",
        "lab:/redirect/2",
        "lab:/status/503",
        "lab:/reset",
        "poll:lab:/jobs?takes=20",
        "cpu:4ms/2",
        "sleep:5ms -> lab:/bytes/2000",
        "lock:a { add:hits gap 1ms -> lab:/delay/5 } x2",
        "permit:p/1 { cpu:2ms } x2",
        "put:q",
        "take:q",
        "off lab:/delay/9",
        "not understood"
    };

    /** Small: encoding pictures is what takes longest here. */
    private static final RunReport.Look LOOK = new RunReport.Look(1, false, RowGrouping.TASKS);

    private static final Settings SETTINGS =
            Settings.DEFAULT
                    .withTimeout(Duration.ofMillis(2_500))
                    .withRules(RunRules.DEFAULT.withInterpreterLock(true));

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    @Test
    void allFormatsOfAReopenedRunAndComparisonAreThoseOfTheLiveOnes() throws IOException {
        List<VariantResult> entries = new ArrayList<>();
        for (ConcurrencyModel model : ConcurrencyModel.all()) {
            if (!model.hangs()) {
                Plan plan = EngineExtension.plan(model.id(), SETTINGS, SITES);
                Trace trace = RIG.run(plan);
                checkRun(new RecordedRun(plan, model.name(), Reopened.BEGUN, trace, 7, 1.25));
                List<Measurement> samples =
                        List.of(new Measurement(trace, 5_000_000, 1_000, MachineLoad.of(trace)));
                entries.add(new VariantResult(new Variant(model.name(), plan), samples, null));
            }
        }
        ComparisonPlan plan =
                new ComparisonPlan(entries.stream().map(VariantResult::variant).toList(), 1);
        checkComparison(
                new RecordedComparison(
                        new Comparison(plan, entries, true),
                        SortOrder.NAME,
                        new Guesses(Map.of("threads", 400_000_000L)),
                        Reopened.BEGUN));
    }

    private static void checkRun(RecordedRun run) throws IOException {
        Session reopened = Reopened.read(Reopened.compressed(Session.of(run)));

        assertThat(reopened).isEqualTo(reopened(run, reopened));
        RecordedRun read = (RecordedRun) reopened.recording();
        assertThat(TraceSnapshot.differences(run.trace(), read.trace(), run.trace().wallNanos()))
                .isEmpty();
        for (ReportFormat format : formats(run)) {
            assertThat(written(format, SessionFormat.report(read, LOOK)))
                    .as(run.modelName() + " as " + format.extension())
                    .isEqualTo(written(format, SessionFormat.report(run, LOOK)));
        }
        for (RowGrouping rows : RowGrouping.values()) {
            assertThat(drawn(read, rows))
                    .as(run.modelName() + ", rows: " + rows)
                    .isEqualTo(drawn(run, rows));
        }
    }

    /** Returns all formats for one model; for the others those that hold each figure. */
    private static List<ReportFormat> formats(RecordedRun run) {
        return run.plan().model().equals("threads")
                ? ReportFormats.all()
                : List.of(ReportFormats.CSV, ReportFormats.JSON_LINES, SessionFormat.EVENT_LOG);
    }

    /** Returns all calls that draw a picture; encoding it takes a hundred times as long. */
    private static List<String> drawn(RecordedRun run, RowGrouping rows) {
        List<String> calls = new ArrayList<>();
        Surface surface =
                (Surface)
                        Proxy.newProxyInstance(
                                Surface.class.getClassLoader(),
                                new Class<?>[] {Surface.class},
                                (_, method, arguments) -> {
                                    calls.add(method.getName() + Arrays.deepToString(arguments));
                                    return null;
                                });
        RunReport.Look look = LOOK.withRows(rows);
        RunSlide.of(SessionFormat.report(run, look), RecordingSurface.METRICS).paint(surface, 1);
        assertThat(calls).hasSizeGreaterThan(20);
        return calls;
    }

    /** Returns what is read of a run: all but the trace, which is another object, is equal. */
    private static Session reopened(RecordedRun run, Session read) {
        Trace trace = ((RecordedRun) read.recording()).trace();
        return Session.of(
                new RecordedRun(
                        run.plan(),
                        run.modelName(),
                        run.begun(),
                        trace,
                        run.guessNanos(),
                        run.measuredSpeedUp()));
    }

    private static void checkComparison(RecordedComparison comparison) throws IOException {
        Session reopened = Reopened.read(Reopened.compressed(Session.of(comparison)));

        assertThat(reopened.notes()).isEmpty();
        RecordedComparison read = (RecordedComparison) reopened.recording();
        assertThat(read.comparison().plan()).isEqualTo(comparison.comparison().plan());
        for (ReportFormat format : ReportFormats.all()) {
            assertThat(written(format, read))
                    .as("a comparison as " + format.extension())
                    .isEqualTo(written(format, comparison));
        }
    }

    private static byte[] written(ReportFormat format, RunReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(report, out);
        return out.toByteArray();
    }

    private static byte[] written(ReportFormat format, RecordedComparison comparison)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(SessionFormat.report(comparison, LOOK), out);
        return out.toByteArray();
    }
}
