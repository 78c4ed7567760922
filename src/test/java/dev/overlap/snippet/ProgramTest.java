package dev.overlap.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.RunRules;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.address.Address;
import dev.overlap.trace.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ProgramTest {

    private static final URI LAB = URI.create("http://127.0.0.1:41733");

    private static final int MAX_WIDTH = 78;

    /** Longer ones require scrolling; a fetch stays below 36. */
    private static final int MAX_LINES = 48;

    private static final int MAX_LINES_OF_A_FETCH = 35;

    /** Limiting workers or cancelling tasks takes extra lines. */
    private static final int MAX_LINES_WITH_SETTINGS = 57;

    /**
     * Java has no process pool, so the program contains one; and a step that waits for itself needs
     * a call, a step and a timeout.
     */
    private static final Map<String, Integer> EXTRA_LINES =
            Map.of("ProcessPool", 70, "LoopWaitsForItself", 56, "loop_waits_for_itself", 54);

    /** Java has neither coroutines, nor locks that a loop can wait for, nor those of processes. */
    private static final Map<String, Integer> EXTRA_LINES_OF_STEPS =
            Map.of(
                    "EventLoopSteps.java", 100,
                    "LoopOneByOneSteps.java", 101,
                    "ProcessPoolSteps.java", 101,
                    "LoopWaitsForItselfSteps.java", 65,
                    "loop_waits_for_itself_steps.py", 57);

    private static final RunRules CANCELS = RunRules.DEFAULT.withFirstFailureCancels(true);

    static Stream<Program> programs() {
        return Stream.concat(defaultPrograms(), programsWithSettings());
    }

    static Stream<Program> pythonPrograms() {
        return programs().filter(ProgramTest::isPython);
    }

    static Stream<Program> defaultPrograms() {
        return programs(Settings.DEFAULT);
    }

    static Stream<Program> programsWithSettings() {
        Settings limited = Settings.DEFAULT.withWorkers(7);
        return Stream.of(limited, Settings.DEFAULT.withRules(CANCELS), limited.withRules(CANCELS))
                .flatMap(ProgramTest::programs);
    }

    private static Stream<Program> programs(Settings settings) {
        return ProgramRun.models().stream()
                .flatMap(
                        model ->
                                Arrays.stream(TaskKind.values())
                                        .flatMap(kind -> programs(model, kind, settings)));
    }

    private static Stream<Program> programs(String model, TaskKind kind, Settings settings) {
        return Arrays.stream(Language.values())
                .map(language -> Program.of(model, kind, language))
                .map(program -> program.with(sitesOf(kind), LAB, settings));
    }

    /** Those of a sample, but for steps a list with all of them. */
    private static List<StepSequence> sitesOf(TaskKind kind) {
        return kind == TaskKind.STEPS ? sites(StepLists.ALL.lines()) : List.of();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isCompleteAndFitsAPane(Program program) {
        assertThat(program.text())
                .doesNotContain("There is no", "$", "#@", "//@", "  \n", "\n\n\n\n", "\t")
                .contains("all done after", program.fileName())
                .matches(text -> text.startsWith("# ") || text.startsWith("// "))
                .endsWith("\n");
        assertThat(program.lines()).allMatch(line -> line.text().length() <= MAX_WIDTH);
    }

    static Stream<Program> singleDefaultPrograms() {
        return defaultPrograms().filter(ProgramTest::isSingle);
    }

    static Stream<Program> singleProgramsWithSettings() {
        return programsWithSettings().filter(ProgramTest::isSingle);
    }

    private static boolean isSingle(Program program) {
        return !program.fileName().toLowerCase(Locale.ROOT).contains("steps");
    }

    @ParameterizedTest
    @MethodSource("singleDefaultPrograms")
    void needsNoScrolling(Program program) {
        boolean fetch = program.fileName().toLowerCase(Locale.ROOT).contains("fetch");
        int max = fetch ? MAX_LINES_OF_A_FETCH : MAX_LINES;
        assertThat(program.lines()).hasSizeLessThanOrEqualTo(maxLines(program, max));
    }

    @ParameterizedTest
    @MethodSource("singleProgramsWithSettings")
    void settingsAddFewLines(Program program) {
        int max = maxLines(program, MAX_LINES_WITH_SETTINGS);
        assertThat(program.lines()).hasSizeLessThanOrEqualTo(max);
    }

    /** As long as its steps, but what the program needs for them is not. */
    @ParameterizedTest
    @MethodSource("models")
    void programOfARaceIsShort(String model) {
        String[] race = {"add:plain gap 20ms x3", "lock:account { add:safe gap 20ms } x3"};

        for (Language language : Language.values()) {
            Program program = steps(model, language, race);
            int max = language == Language.PYTHON ? 46 : 52;
            int limit = EXTRA_LINES_OF_STEPS.getOrDefault(program.fileName(), max);
            assertThat(program.lines()).as(program.text()).hasSizeLessThanOrEqualTo(limit);
        }
    }

    private static int maxLines(Program program, int limit) {
        return EXTRA_LINES.entrySet().stream()
                .filter(entry -> program.fileName().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(limit);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void tokensAddUpToTheLine(Program program) {
        String text =
                program.lines().stream()
                        .map(line -> line.text() + "\n")
                        .collect(Collectors.joining());

        assertThat(text).isEqualTo(program.text());
        assertThat(program.lines().stream().flatMap(line -> line.tokens().stream()))
                .noneMatch(token -> token.text().isEmpty())
                .extracting(Token::type)
                .contains(TokenType.values());
    }

    /** Basic syntax checks, for machines without a compiler. */
    @ParameterizedTest
    @MethodSource("programs")
    void everyBracketIsClosedAndEveryBlockIsIndentedByFour(Program program) {
        Deque<Character> open = new ArrayDeque<>();
        int indent = 0;
        boolean opens = false;
        for (HighlightedLine line : program.lines()) {
            String code = codeOf(line).stripTrailing();
            if (code.isBlank()) {
                continue;
            }
            if (open.isEmpty() && isPython(program)) {
                int now = code.length() - code.stripLeading().length();
                assertThat(now % 4).as(line.text()).isZero();
                assertIndented(line, now, indent, opens);
                indent = now;
            }
            code.chars().forEach(it -> bracket((char) it, open, line));
            opens = code.endsWith(":");
        }
        assertThat(open).as("brackets that nothing closes").isEmpty();
    }

    private static void assertIndented(HighlightedLine line, int now, int before, boolean opens) {
        if (opens) {
            assertThat(now).as(line.text()).isEqualTo(before + 4);
        } else {
            assertThat(now).as(line.text()).isLessThanOrEqualTo(before);
        }
    }

    /** A line without its strings and comments. */
    private static String codeOf(HighlightedLine line) {
        return line.tokens().stream()
                .map(
                        token ->
                                switch (token.type()) {
                                    case STRING -> "s";
                                    case COMMENT -> "";
                                    case PLAIN, KEYWORD, NUMBER, NAME -> token.text();
                                })
                .collect(Collectors.joining());
    }

    private static boolean isPython(Program program) {
        return program.fileName().endsWith(".py");
    }

    private static void bracket(char character, Deque<Character> open, HighlightedLine line) {
        int closing = ")]}".indexOf(character);
        if ("([{".indexOf(character) >= 0) {
            open.push(character);
        } else if (closing >= 0) {
            assertThat(open).as(line.text()).isNotEmpty();
            assertThat(open.pop()).as(line.text()).isEqualTo("([{".charAt(closing));
        }
    }

    /** Own functions are defined in the program, and others are imported. */
    @ParameterizedTest
    @MethodSource("pythonPrograms")
    void everyModuleThatAPythonProgramUsesIsImported(Program program) {
        String code =
                program.lines().stream()
                        .map(line -> codeOf(line).stripTrailing() + "\n")
                        .collect(Collectors.joining());
        for (String module : List.of("asyncio", "time", "requests", "aiohttp")) {
            boolean used = Pattern.compile("(?<![\\w.])" + module + "\\.\\w").matcher(code).find();
            assertThat(code.contains("import " + module + "\n"))
                    .as("%s is imported where it is used, and only there", module)
                    .isEqualTo(used);
        }
        for (String name :
                List.of("Thread", "Lock", "Semaphore", "Queue", "ThreadPoolExecutor", "urljoin")) {
            boolean used = Pattern.compile("(?<![\\w.])" + name + "\\(").matcher(code).find();
            boolean imported =
                    code.lines()
                            .anyMatch(it -> it.matches("from .* import .*\\b" + name + "\\b.*"));
            assertThat(imported).as("%s is imported where it is used", name).isEqualTo(used);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyPhaseThatAProgramHasIsOneOfItsLinesOfCode(Program program) {
        List<Integer> places =
                Arrays.stream(Phase.values())
                        .map(phase -> program.lineOf(phase, false))
                        .filter(place -> place >= 0)
                        .toList();

        assertThat(program.lineOf(Phase.QUEUED, false)).isNotNegative();
        assertThat(places)
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        place ->
                                assertThat(program.lines().get(place).tokens())
                                        .anyMatch(
                                                token ->
                                                        token.type() == TokenType.NAME
                                                                || token.type() == TokenType.KEYWORD
                                                                || token.type()
                                                                        == TokenType.NUMBER));
    }

    static Stream<Program> programsThatCompute() {
        return programs().filter(it -> it.fileName().toLowerCase(Locale.ROOT).contains("compute"));
    }

    @ParameterizedTest
    @MethodSource("programsThatCompute")
    void computeProgramHasNoWaits(Program program) {
        assertThat(program.text()).doesNotContain("waits overlap", "waits add up", "it idles");
    }

    @Test
    void waitIsInTheCallThatWaits() {
        Program program = Program.of("threads", TaskKind.FETCH, Language.PYTHON);

        assertThat(line(program, Phase.WAIT)).contains("requests.get(");
        assertThat(line(program, Phase.CONNECT)).contains("requests.get(");
        assertThat(line(program, Phase.RECEIVE)).contains("requests.get(");
        assertThat(line(program, Phase.QUEUED)).contains("thread.start()");
        assertThat(program.lineOf(Phase.COMPUTE, false)).isEqualTo(-1);
    }

    @Test
    void readyTaskIsWhereItWasSuspended() {
        assertThat(line(Program.of("event-loop", TaskKind.FETCH, Language.PYTHON), Phase.READY))
                .contains("session.get(url) as reply");
        assertThat(line(Program.of("blocked-loop", TaskKind.FETCH, Language.PYTHON), Phase.READY))
                .startsWith("async def step(");
        assertThat(line(Program.of("threads", TaskKind.COMPUTE, Language.PYTHON), Phase.READY))
                .contains("2**64");
    }

    @ParameterizedTest
    @EnumSource
    void aPollPausesWhereItSleeps(Language language) {
        Program program = Program.of("thread-pool", TaskKind.POLL, language);

        assertThat(line(program, Phase.PAUSE)).contains("sleep(");
    }

    @ParameterizedTest
    @EnumSource
    void pollStartsItsJobInOneLineAndQueriesItInAnother(Language language) {
        Program program = Program.of("thread-pool", TaskKind.POLL, language);

        assertThat(line(program, Phase.WAIT)).containsIgnoringCase("post(");
        assertThat(program.lines().get(program.lineOf(Phase.WAIT, true)).text())
                .containsIgnoringCase("get(");
        assertThat(program.lineOf(Phase.PAUSE, true)).isEqualTo(program.lineOf(Phase.PAUSE, false));
    }

    @Test
    void firstFailureCancelsTheOthersOnlyByTheRule() {
        Settings cancels = Settings.DEFAULT.withRules(CANCELS);

        assertThat(with("event-loop", Language.PYTHON, cancels))
                .contains("asyncio.TaskGroup()", "raise")
                .doesNotContain("gather");
        assertThat(with("event-loop", Language.PYTHON, Settings.DEFAULT))
                .contains("asyncio.gather(")
                .doesNotContain("TaskGroup", "raise");
        assertThat(with("thread-pool", Language.PYTHON, cancels))
                .contains("FIRST_EXCEPTION", "cancel_futures=True");
        assertThat(with("thread-pool", Language.JAVA, cancels)).contains("http.shutdownNow();");
        assertThat(with("thread-pool", Language.JAVA, Settings.DEFAULT))
                .doesNotContain("shutdownNow");
    }

    @ParameterizedTest
    @EnumSource
    void resultsAreCollectedAsTheSettingsSay(CollectMode mode) {
        RunRules rules = RunRules.DEFAULT.withCollect(mode);
        Settings settings = Settings.DEFAULT.withRules(rules);
        String python = with("event-loop", Language.PYTHON, settings);
        String java = with("thread-pool", Language.JAVA, settings);

        boolean gathers = mode == CollectMode.ALL;
        assertThat(python.contains("asyncio.gather(")).isEqualTo(gathers);
        assertThat(java.contains("got")).isEqualTo(!gathers);
        switch (mode) {
            case ALL, IN_ORDER -> assertThat(python).doesNotContain("as_completed", "wait(");
            case AS_COMPLETED -> {
                assertThat(python).contains("asyncio.as_completed(");
                assertThat(java).contains("ExecutorCompletionService");
            }
            case FIRST -> {
                assertThat(python).contains("FIRST_COMPLETED takes a failure, too");
                assertThat(java).contains("pool.invokeAny(");
            }
        }
        assertThat(with("sequential", Language.PYTHON, settings))
                .as("there is no choice")
                .isEqualTo(with("sequential", Language.PYTHON, Settings.DEFAULT));
        assertThat(with("threads", Language.JAVA, CANCELS.withCollect(mode)).contains("not shown"))
                .isEqualTo(!gathers);
    }

    private static String with(String model, Language language, RunRules rules) {
        return with(model, language, Settings.DEFAULT.withRules(rules));
    }

    static Stream<Program> collectingPrograms() {
        return Stream.of(CollectMode.values())
                .map(mode -> RunRules.DEFAULT.withCollect(mode).withFirstFailureCancels(true))
                .flatMap(
                        rules ->
                                Stream.of(
                                        Settings.DEFAULT.withRules(rules),
                                        Settings.DEFAULT.withRules(rules).withWorkers(2)))
                .flatMap(ProgramTest::programs);
    }

    @ParameterizedTest
    @MethodSource("collectingPrograms")
    void aProgramThatCollectsFitsAPaneToo(Program program) {
        assertThat(program.text()).doesNotContain("There is no", "$", "#@", "//@", "\n\n\n\n");
        assertThat(program.lines()).allMatch(line -> line.text().length() <= MAX_WIDTH);
        everyBracketIsClosedAndEveryBlockIsIndentedByFour(program);
    }

    @ParameterizedTest
    @EnumSource
    void showsUpToFourSitesAndCountsTheOthers(Language language) {
        Program program = fetches(language, "http://localhost/a x3", "lab:/delay/7 x6", "cpu:5ms");

        assertThat(program.text())
                .containsOnlyOnce("and 5 more of this list")
                .contains("\"http://127.0.0.1:41733/delay/7\"\n", "\"http://localhost/a\",\n")
                .doesNotContain("5ms");
    }

    @ParameterizedTest
    @EnumSource
    void neverShowsUserNamesAndPasswords(Language language) {
        Program program = fetches(language, "https://anna:secret@example.org/~anna?q=a@b");

        assertThat(program.text())
                .contains("\"https://example.org/~anna?q=a@b\"", "passwords are left out")
                .doesNotContain("secret", "anna:");
    }

    @ParameterizedTest
    @EnumSource
    void showsTheSitesOfASampleIfTheListHasNoneOfTheKind(Language language) {
        Program program =
                Program.of("threads", TaskKind.POLL, language)
                        .with(List.of(), LAB, Settings.DEFAULT);

        assertThat(program.text()).contains("http://127.0.0.1:41733/jobs?takes=400");
    }

    static List<String> models() {
        return ProgramRun.models();
    }

    /** An unresponsive server must not block a program forever, for any kind of request. */
    @ParameterizedTest
    @MethodSource("models")
    void everyRequestOfAProgramHasTheTimeout(String model) {
        for (TaskKind kind : List.of(TaskKind.FETCH, TaskKind.POLL, TaskKind.STEPS)) {
            String python = text(model, kind, Language.PYTHON);
            if (!python.contains("asyncio.timeout(TIMEOUT)")) {
                assertThat(python.lines().filter(it -> it.matches(".* requests\\.(get|post)\\(.*")))
                        .isNotEmpty()
                        .allMatch(line -> line.contains("timeout=TIMEOUT"));
            }
            String java = text(model, kind, Language.JAVA);
            assertThat(java.lines().filter(it -> it.contains("HttpRequest.newBuilder(")))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith(".timeout(TIMEOUT);"));
        }
    }

    private static String text(String model, TaskKind kind, Language language) {
        return Program.of(model, kind, language).with(sitesOf(kind), LAB, Settings.DEFAULT).text();
    }

    /** A program must use the constructs that define its model. */
    @ParameterizedTest
    @CsvSource({
        "sequential, for url in URLS, for (String url : URLS)",
        "threads, Thread(target=fetch, newThreadPerTaskExecutor(Thread::new)",
        "thread-pool, ThreadPoolExecutor(4), newFixedThreadPool(4)",
        "virtual-threads, Thread(target=fetch, newVirtualThreadPerTaskExecutor()",
        "process-pool, ProcessPoolExecutor(4), new ProcessBuilder(java",
        "event-loop, asyncio.gather(, http.sendAsync(",
        "loop-one-by-one, await fetch(session, fetch(url).join();",
        "blocked-loop, async def step(url):, loop.execute(() -> fetch(url));",
        "loop-waits-for-itself, future.result(, future.get(end",
        "loop-offload, asyncio.to_thread(fetch, loop.execute(() -> helpers.execute("
    })
    void aProgramIsMadeOfWhatItsModelStandsFor(String model, String python, String java) {
        assertThat(text(model, TaskKind.FETCH, Language.PYTHON)).contains(python);
        assertThat(text(model, TaskKind.FETCH, Language.JAVA)).contains(java);
    }

    @Test
    void everyModelIsHeldToWhatItStandsFor() throws NoSuchMethodException {
        Method test =
                ProgramTest.class.getDeclaredMethod(
                        "aProgramIsMadeOfWhatItsModelStandsFor",
                        String.class,
                        String.class,
                        String.class);
        assertThat(test.getAnnotation(CsvSource.class).value())
                .extracting(row -> row.substring(0, row.indexOf(',')))
                .containsExactlyInAnyOrderElementsOf(ProgramRun.models());
    }

    /** In whole seconds, as in HTTP; Java's clocks count milliseconds. */
    @Test
    void retryAfterIsInSeconds() {
        for (String model : ProgramRun.models()) {
            assertThat(text(model, TaskKind.POLL, Language.PYTHON)).contains("max(0.1, pause)");
            assertThat(text(model, TaskKind.POLL, Language.JAVA))
                    .containsPattern(
                            "max\\(100, (1000 \\*"
                                + " reply\\.headers\\(\\)\\s+\\.firstValueAsLong|pause \\* 1000)");
        }
    }

    @Test
    void pollsARemoteServerAtMostOncePerSecond() {
        assertThat(polls("poll:https://example.org/jobs").text()).contains("max(1, pause)");
        assertThat(polls("poll:lab:/jobs").text()).contains("max(0.1, pause)");
    }

    @Test
    void relevantSettingsAreInTheProgram() {
        Settings settings = Settings.DEFAULT.withWorkers(17).withTimeout(Duration.ofMillis(2_500));

        assertThat(with("thread-pool", Language.PYTHON, settings))
                .contains("ThreadPoolExecutor(17)", "TIMEOUT = 2.5  #");
        assertThat(with("thread-pool", Language.JAVA, settings))
                .contains("newFixedThreadPool(17)", "Duration.ofMillis(2_500)");
        assertThat(with("event-loop", Language.PYTHON, settings)).contains("Semaphore(17)");
        assertThat(with("event-loop", Language.PYTHON, Settings.DEFAULT))
                .doesNotContain("Semaphore", "in_turn");
        assertThat(with("virtual-threads", Language.JAVA, settings)).contains("Semaphore(17)");
        assertThat(with("loop-offload", Language.PYTHON, settings))
                .contains("ThreadPoolExecutor(17)");
    }

    @Test
    void unusualAddressesStayOneStringOnOneLine() {
        String odd = "/\"quoted\"\\u0022 + '#@ use head $kind //@ x\n\u00fc\ud83d\ude00";
        List<StepSequence> sites = List.of(StepSequence.of(new Step.Fetch(new Address.Lab(odd))));

        assertThat(with(sites, Language.PYTHON))
                .contains(
                        "    \"http://127.0.0.1:41733/\\\"quoted\\\"\\\\u0022 + '#@ use head $kind"
                                + " //@ x\\u000a\\u00fc\\U0001f600\"\n");
        assertThat(with(sites, Language.JAVA))
                .contains(
                        "    \"http://127.0.0.1:41733/\\\"quoted\\\"\\\\u0022 + '#@ use head $kind"
                                + " //@ x\\012\\u00fc\\ud83d\\ude00\"\n");
    }

    @Test
    void modelWithoutAProgramHasAComment() {
        Program program = Program.of("not-written-yet", TaskKind.FETCH, Language.JAVA);

        assertThat(program.text()).isEqualTo("// There is no Java program for this model yet.\n");
        assertThat(program.lineOf(Phase.WAIT, false)).isEqualTo(-1);
    }

    @Test
    void fileNamesFollowTheConventionsOfTheLanguage() {
        assertThat(Program.of("blocked-loop", TaskKind.FETCH, Language.PYTHON).fileName())
                .isEqualTo("blocked_loop_fetch.py");
        assertThat(Program.of("blocked-loop", TaskKind.FETCH, Language.JAVA).fileName())
                .isEqualTo("BlockedLoopFetch.java");
    }

    private static Program fetches(Language language, String... lines) {
        return Program.of("threads", TaskKind.FETCH, language)
                .with(sites(lines), LAB, Settings.DEFAULT);
    }

    private static Program steps(String model, Language language, String... lines) {
        return Program.of(model, TaskKind.STEPS, language)
                .with(sites(lines), LAB, Settings.DEFAULT);
    }

    private static Program polls(String... lines) {
        return Program.of("event-loop", TaskKind.POLL, Language.PYTHON)
                .with(sites(lines), LAB, Settings.DEFAULT);
    }

    private static String with(String model, Language language, Settings settings) {
        return Program.of(model, TaskKind.FETCH, language).with(List.of(), LAB, settings).text();
    }

    private static String with(List<StepSequence> sites, Language language) {
        return Program.of("threads", TaskKind.FETCH, language)
                .with(sites, LAB, Settings.DEFAULT)
                .text();
    }

    private static List<StepSequence> sites(String... lines) {
        return SiteList.parse(String.join("\n", lines)).lines().stream()
                .map(SiteLine::entry)
                .filter(Objects::nonNull)
                .flatMap(entry -> Stream.generate(entry::steps).limit(entry.times()))
                .toList();
    }

    private static String line(Program program, Phase phase) {
        return program.lines().get(program.lineOf(phase, false)).text().strip();
    }
}
