package dev.overlap.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program to run, and its expected output.
 *
 * @param workers the requested number of workers, if any
 * @param rules whether the first failure cancels the other tasks; if so, its sites are those of
 *     {@link FirstFailureTestCases}
 * @param steps its tasks if they have steps
 */
record ProgramRun(
        String model, TaskKind kind, OptionalInt workers, RunRules rules, StepLists steps) {

    static final String WAITS_FOR_ITSELF = "loop-waits-for-itself";

    private static final Set<String> ONE_AFTER_ANOTHER =
            Set.of("sequential", "loop-one-by-one", "blocked-loop");

    private static final Set<String> LIMITED_BY_WORKERS =
            Set.of("virtual-threads", "event-loop", "loop-offload");

    private static final Set<String> ONE_PER_STYLE =
            Set.of("threads", "event-loop", "blocked-loop");

    private static final Pattern DONE = Pattern.compile("all done after (\\d+\\.\\d+) s");

    /** Where a line begins that does not follow a line end. */
    private static final Pattern GLUED =
            Pattern.compile("(?<=[^\\n ])(?=task\\d+ (?:done|failed)|http://|cpu:\\d+ms|got )");

    private static final double MIN_SUM_SECONDS = 0.55;

    static List<String> models() {
        Stream<String> known = ConcurrencyModel.all().stream().map(ConcurrencyModel::id);
        return Stream.concat(known, Stream.of(WAITS_FOR_ITSELF)).distinct().toList();
    }

    /** Each model with each kind of task. */
    static List<ProgramRun> all() {
        return models().stream()
                .flatMap(
                        model ->
                                Arrays.stream(TaskKind.values())
                                        .map(
                                                kind ->
                                                        new ProgramRun(
                                                                model,
                                                                kind,
                                                                defaultRun(model),
                                                                RunRules.DEFAULT,
                                                                StepLists.ALL)))
                .toList();
    }

    private static OptionalInt defaultRun(String model) {
        return model.equals("process-pool") ? OptionalInt.of(2) : OptionalInt.empty();
    }

    /** Those whose program depends on the number of workers. */
    static List<ProgramRun> limited() {
        return all().stream()
                .filter(programRun -> LIMITED_BY_WORKERS.contains(programRun.model))
                .map(ProgramRun::withTwoWorkers)
                .toList();
    }

    /** One for each way to write steps but that of processes, which are expensive. */
    static List<ProgramRun> holding() {
        return all().stream()
                .filter(programRun -> programRun.kind == TaskKind.STEPS)
                .filter(programRun -> ONE_PER_STYLE.contains(programRun.model))
                .map(it -> it.with(StepLists.HOLDING))
                .toList();
    }

    /**
     * Those that can fail, with the first failure cancelling the other tasks; processes only once,
     * steps once for each way to write them.
     */
    static List<ProgramRun> cancelling() {
        RunRules cancelling = RunRules.DEFAULT.withFirstFailureCancels(true);
        return all().stream()
                .filter(programRun -> programRun.kind != TaskKind.COMPUTE)
                .filter(programRun -> !programRun.model.equals(WAITS_FOR_ITSELF))
                .filter(it -> it.kind == TaskKind.FETCH || !it.model.equals("process-pool"))
                .filter(it -> it.kind != TaskKind.STEPS || ONE_PER_STYLE.contains(it.model))
                .map(it -> new ProgramRun(it.model, it.kind, it.workers, cancelling, it.steps))
                .toList();
    }

    /**
     * Those of models whose results can be collected in several ways: once for each way to write
     * them; where failing is written differently, fetches of all.
     */
    static List<ProgramRun> collecting(CollectMode mode) {
        return all().stream()
                .filter(it -> ConcurrencyModel.of(it.model).fixedCollect().isEmpty())
                .filter(it -> it.isCollected(mode))
                .map(it -> it.with(RunRules.DEFAULT.withCollect(mode)))
                .toList();
    }

    private boolean isCollected(CollectMode mode) {
        return switch (kind) {
            case FETCH -> ONE_PER_STYLE.contains(model) || mode == CollectMode.FIRST;
            case COMPUTE, POLL, STEPS -> ONE_PER_STYLE.contains(model) && mode == CollectMode.FIRST;
        };
    }

    /** Those for any way to collect that need no library in Python, or that fetch. */
    static List<ProgramRun> collectingInPython() {
        return Arrays.stream(CollectMode.values())
                .filter(mode -> mode != CollectMode.ALL)
                .flatMap(mode -> collecting(mode).stream())
                .filter(it -> it.kind == TaskKind.FETCH || it.kind == TaskKind.COMPUTE)
                .toList();
    }

    private ProgramRun with(RunRules other) {
        return new ProgramRun(model, kind, workers, other, steps);
    }

    private ProgramRun withTwoWorkers() {
        return new ProgramRun(model, kind, OptionalInt.of(2), rules, StepLists.PLAIN);
    }

    private ProgramRun with(StepLists list) {
        return new ProgramRun(model, kind, workers, rules, list);
    }

    Program program(Language language, URI lab) {
        Duration timeout = Duration.ofMillis(model.equals(WAITS_FOR_ITSELF) ? 300 : 20_000);
        Settings settings =
                Settings.DEFAULT.withWorkers(workers).withTimeout(timeout).withRules(rules);
        return Program.of(model, kind, language).with(sites(), lab, settings);
    }

    /** The first takes far longer than the second. */
    List<StepSequence> sites() {
        if (rules.firstFailureCancels()) {
            return read(FirstFailureTestCases.sites(kind));
        }
        return switch (kind) {
            case FETCH ->
                    read(
                            "lab:/delay/500",
                            "lab:/status/404?delay=60",
                            "lab:/redirect/2",
                            "http://127.0.0.1:1/");
            case POLL -> read("poll:lab:/jobs?takes=500", "poll:lab:/jobs", "poll:lab:/status/503");
            case COMPUTE -> read("cpu:30ms", "cpu:20ms");
            case STEPS -> read(steps.lines());
        };
    }

    static List<StepSequence> read(String... lines) {
        return SiteList.parse(String.join("\n", lines)).lines().stream()
                .map(SiteLine::entry)
                .flatMap(entry -> Stream.generate(entry::steps).limit(entry.times()))
                .toList();
    }

    /** The expected lines per site, as patterns. */
    private List<String> expected(URI lab) {
        if (kind == TaskKind.STEPS) {
            return steps.expected(model, lab);
        }
        if (model.equals(WAITS_FOR_ITSELF)) {
            return sites().stream()
                    .map(step -> shown(step.first(), lab) + " failed: its loop waited for itself")
                    .toList();
        }
        return switch (kind) {
            case FETCH ->
                    List.of(
                            lab + "/delay/500 200",
                            lab + "/status/404\\?delay=60 404",
                            lab + "/redirect/2 200",
                            "http://127.0.0.1:1/ failed: .*Conn.*");
            case POLL ->
                    List.of(
                            lab + "/jobs\\?takes=500 200",
                            lab + "/jobs 200",
                            lab + "/status/503 503");
            case COMPUTE -> List.of("cpu:30ms computed [0-9a-f]+", "cpu:20ms computed [0-9a-f]+");
            case STEPS -> steps.expected(model, lab);
        };
    }

    private static String shown(Step step, URI lab) {
        return Pattern.quote(label(step, lab));
    }

    static String label(Step step, URI lab) {
        return step.label().replaceFirst("^(poll:)?lab:", lab.toString());
    }

    /** Checks the program text without running it. */
    void assertNamesItsSites(Program program, URI lab) {
        for (StepSequence steps : sites()) {
            for (Step step : steps.flat().toList()) {
                assertThat(program.text()).contains(named(step, lab));
            }
        }
        assertThat(program.text()).contains("all done after");
    }

    private static String named(Step step, URI lab) {
        return switch (step) {
            case Step.Fetch _, Step.Poll _ -> label(step, lab);
            case Step.Compute(Duration time, _) -> Long.toString(time.toMillis());
            case Step.Sleep _ -> "sleep(";
            case Step.Lock(String name, _) -> name + "_lock";
            case Step.Permit(String name, _, _) -> name + "_permits";
            case Step.Add(String name, _, _) -> name + "_count";
            case Step.Put(String name) -> name + "_queue.put(1";
            case Step.Take(String name) -> name + "_queue.get(";
        };
    }

    /** Fails unless the output contains exactly the expected lines. */
    void assertTells(Language language, String output, URI lab) {
        if (rules.firstFailureCancels()) {
            FirstFailureTestCases.assertTells(model, language, output);
            return;
        }
        if (rules.collect() != CollectMode.ALL) {
            new CollectedOutput(this, lines(output)).assertTells(lab);
            return;
        }
        List<String> allLines = lines(output);
        assertThat(allLines).as(output).isNotEmpty();
        assertThat(allLines.getLast()).as(output).matches(DONE);
        List<String> reported = allLines.subList(0, allLines.size() - 1);
        List<String> expected = expected(lab);
        assertThat(reported).as(output).hasSize(expected.size());
        expected.forEach(
                pattern -> assertThat(reported).anyMatch(line -> line.matches(pattern), pattern));
        assertClaim(reported, expected, allLines.getLast());
    }

    /**
     * The lines of an output. Python's {@code print} writes a text and then its line end, so two
     * threads may write both texts before both line ends.
     */
    private static List<String> lines(String output) {
        return GLUED.matcher(output).replaceAll("\n").lines().filter(it -> !it.isEmpty()).toList();
    }

    /**
     * Sequentially, the tasks end in list order, and not before the sum of the waits; overlapping
     * waits let the second end before the first, which takes far longer.
     */
    private void assertClaim(List<String> reported, List<String> expected, String done) {
        if (model.equals(WAITS_FOR_ITSELF) || model.equals("process-pool")) {
            return; // the one has no results, the order of the other's processes is arbitrary
        }
        if (ONE_AFTER_ANOTHER.contains(model)) {
            for (int n = 0; n < reported.size(); n++) {
                assertThat(reported.get(n)).matches(expected.get(n));
            }
        } else if (kind != TaskKind.COMPUTE && (kind != TaskKind.STEPS || steps == StepLists.ALL)) {
            assertThat(reported.getFirst()).doesNotMatch(expected.getFirst());
        }
        if (ONE_AFTER_ANOTHER.contains(model)) {
            var seconds = DONE.matcher(done);
            assertThat(seconds.matches()).isTrue();
            assertThat(Double.parseDouble(seconds.group(1)))
                    .as("seconds, one after another")
                    .isGreaterThanOrEqualTo(shortestSumSeconds());
        }
    }

    /** Computations in Java count iterations rather than time: a fast machine takes less. */
    private double shortestSumSeconds() {
        return switch (kind) {
            case FETCH -> MIN_SUM_SECONDS;
            case POLL -> 0.5;
            case COMPUTE -> 0.01;
            case STEPS -> steps == StepLists.ALL ? 0.3 : 0.005;
        };
    }

    @Override
    public String toString() {
        String limit = workers.isPresent() ? ", " + workers.getAsInt() + " workers" : "";
        String rule = rules.firstFailureCancels() ? ", first failure cancels" : "";
        String list = kind == TaskKind.STEPS ? " " + steps : "";
        String collects = rules.collect() == CollectMode.ALL ? "" : ", " + rules.collect();
        return model + " " + kind.words() + list + limit + rule + collects;
    }
}
