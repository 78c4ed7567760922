package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.proxy.ProxySettings;
import dev.overlap.render.Theme;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

@Timeout(60)
class RunCommandTest {

    @TempDir private Path folder;
    private TestCommandLine commandLine;

    @BeforeEach
    void makeCommandLine() {
        commandLine = TestCommandLine.in(folder);
    }

    @Test
    void exitsWithZeroAndASummaryIfEveryTaskSucceeds() {
        assertThat(commandLine.type("run", "--model", "event-loop", "--site", "lab:/a x2"))
                .isZero();
        assertThat(commandLine.err()).isEmpty();
        assertThat(commandLine.outLines()).hasSize(8);
        assertThat(commandLine.outLines().subList(0, 2))
                .allSatisfy(line -> assertThat(line).matches("lab:/a: 200, [0-9.]+ m?s"));
        assertThat(commandLine.out())
                .containsPattern("(?m)^Model +event-loop$")
                .containsPattern("(?m)^Wall +[0-9.]+ m?s$")
                .containsPattern("(?m)^Tasks alone +[0-9.]+ m?s in total, the longest [0-9.]+ m?s$")
                .containsPattern("(?m)^Speed-up +[0-9.]+ x, derived from the sum of tasks alone$")
                .containsPattern("(?m)^Peak in flight +[0-9]+$")
                .containsPattern("(?m)^Tasks +2 answered, 0 failed$");
        assertThat(commandLine.engine.closed).isTrue();
    }

    @Test
    void planIsMadeFromAllOptions() throws IOException {
        Files.writeString(folder.resolve("my.sites"), "\ufefflab:/file\n# why\n");
        int code =
                commandLine.type(
                        ("run my.sites --site lab:/one --site lab:/two --model thread-pool"
                             + " --workers 7 --repeat 2 --timeout 2.5s --interpreter-lock"
                             + " --first-failure-cancels")
                                .split(" "));
        assertThat(code).isZero();
        Plan plan = commandLine.engine.plans.getFirst();
        assertThat(plan.sites().text()).isEqualTo("lab:/file\n# why\nlab:/one\nlab:/two\n");
        assertThat(plan.model()).isEqualTo("thread-pool");
        assertThat(plan.settings())
                .isEqualTo(
                        new Settings(7, Duration.ofMillis(2_500), 2)
                                .withRules(new RunRules(true, true, false)));
    }

    @Test
    void howResultsAreCollectedIsChosenWhereTheModelLeavesAChoice() {
        assertThat(run("--model threads --collect in-order --site lab:/a")).isZero();
        assertThat(commandLine.engine.plans.getFirst().settings().rules().collect())
                .isEqualTo(CollectMode.IN_ORDER);

        assertThat(run("--model sequential --collect first --site lab:/a")).isEqualTo(2);
        assertThat(run("--model threads --collect last --site lab:/a")).isEqualTo(2);
        assertThat(commandLine.err())
                .contains(
                        "This model has each result in hand before it begins the next task: there"
                                + " is no other order. Leave out --collect.",
                        "\"last\" is none of the values: all, as-completed, in-order, first.");
        assertThat(commandLine.engine.plans).hasSize(1);
        assertThat(run("--model sequential --collect all --site lab:/a")).isZero();
    }

    private int run(String options) {
        return commandLine.type(("run " + options).split(" "));
    }

    @Test
    void workersAreLeftToTheModelByDefault() {
        commandLine.type("run", "--model", "event-loop", "--site", "lab:/a");
        assertThat(commandLine.engine.plans.getFirst().settings().workers()).isEmpty();
    }

    @Test
    void settingsThatAreNotGivenHaveTheirDefaults() {
        commandLine.type("run", "--model", "sequential", "--site", "lab:/a");
        assertThat(commandLine.engine.plans.getFirst().settings()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void aHyphenReadsStandardInput() {
        commandLine = commandLine.withInput("lab:/über\n".getBytes(StandardCharsets.UTF_8));
        assertThat(commandLine.type("run", "-", "--model", "sequential")).isZero();
        assertThat(commandLine.engine.plans.getFirst().sites().text()).isEqualTo("lab:/über\n");
    }

    @Test
    void aFailedTaskPrintsItsSentenceAndExitsWithOne() {
        assertThat(commandLine.type("run", "--model", "sequential", "--site", "lab:/reset"))
                .isOne();
        assertThat(commandLine.err())
                .matches("overlap: lab:/reset reset it\\. Try again\\. \\([0-9.]+ m?s\\)\\R");
        assertThat(commandLine.out()).containsPattern("Tasks +0 answered, 1 failed");
    }

    @Test
    void aLineThatContradictsOneOfAnotherSourceIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("my.sites"), "cpu:1ms\nqueue a 2\n");
        String lock = "lock:a { cpu:1ms }";

        assertThat(commandLine.type("run", "my.sites", "--model", "sequential", "--site", lock))
                .isOne();

        assertThat(commandLine.err().lines())
                .containsExactly(
                        "overlap: --site 1 is left out: a is a queue above, in \"queue a 2\". A"
                                + " name has one kind, so give this lock another.");
    }

    @Test
    void aLineThatIsNotUnderstoodIsLeftOutAndExitsWithOne() throws IOException {
        Files.writeString(folder.resolve("my.sites"), "# two\nlab:/a\nhtp://a.example\n");
        assertThat(commandLine.type("run", "my.sites", "--model", "sequential", "--site", "cpu:1"))
                .isOne();
        assertThat(commandLine.err().lines())
                .containsExactly(
                        "overlap: my.sites, line 3 is left out: Scheme must be http or"
                                + " https, not \"htp\". Write it as in https://example.org.",
                        "overlap: --site 1 is left out: A computation needs a time and its unit."
                                + " Write it as in cpu:1200ms or cpu:1.2s.");
        assertThat(commandLine.out()).containsPattern("Tasks +1 answered, 0 failed");
    }

    @Test
    void allFilesAreWrittenEvenIfATaskFails() throws IOException {
        int code =
                commandLine.type(
                        ("run --model sequential --site lab:/a --site lab:/reset"
                                        + " --out a.csv --out B.PNG --out c.csv")
                                .split(" "));
        assertThat(code).isOne();
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(3);
        assertThat(Files.readAllLines(folder.resolve("c.csv"))).hasSize(3);
        assertThat(Files.readAllBytes(folder.resolve("B.PNG"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(commandLine.out()).contains("Wrote " + folder.resolve("B.PNG") + ".");
    }

    @Test
    void quietPrintsOnlyErrors() {
        assertThat(
                        commandLine.type(
                                "run",
                                "--quiet",
                                "--model",
                                "sequential",
                                "--site",
                                "lab:/reset",
                                "--site",
                                "lab:/a",
                                "--out",
                                "a.csv"))
                .isOne();
        assertThat(commandLine.out()).isEmpty();
        assertThat(commandLine.err().lines()).hasSize(1);
    }

    @Test
    void aTerminalShowsAProgressLineAndOtherwiseTheSame() {
        TestCommandLine terminal = commandLine.withTerminal();
        for (TestCommandLine one : List.of(commandLine, terminal)) {
            assertThat(one.type("run", "--model", "sequential", "--site", "lab:/a x3")).isZero();
        }
        assertThat(withoutTimes(terminal.out().replaceAll("[^\n]*\r", "")))
                .isEqualTo(withoutTimes(commandLine.out()));
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("[0-9.]+ m?s|[0-9.]+ x", "T");
    }

    @Test
    void connectionSettingsAreTakenFromTheOptions() {
        commandLine.type(
                ("run --model sequential --site lab:/a --connections-per-host 3 --connections 9"
                                + " --warm")
                        .split(" "));
        assertThat(commandLine.engine.plans.getFirst().settings())
                .isEqualTo(Settings.DEFAULT.withConnections(new ConnectionSettings(3, 9, true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--site @a.sites", "--site=@a.sites", "--site poll:@a.sites"})
    void anAtSignDoesNotStandForTheContentsOfAFile(String site) throws IOException {
        Files.writeString(folder.resolve("a.sites"), "lab:/a");
        assertThat(commandLine.type(("run --model threads " + site).split(" "))).isEqualTo(2);
        assertThat(commandLine.err())
                .startsWith(
                        "overlap: --site 1 is left out: A site does not begin with @. To run the"
                                + " list in a file, open that file.\n");
        assertThat(commandLine.engine.plans).isEmpty();
    }

    @Test
    void aFileWhoseNameBeginsWithAnAtSignIsThatFile() throws IOException {
        Files.writeString(folder.resolve("@a.sites"), "lab:/a\n@b.sites\n");
        assertThat(commandLine.type("run @a.sites --model threads".split(" "))).isOne();
        assertThat(commandLine.err())
                .isEqualTo(
                        "overlap: @a.sites, line 2 is left out: A site does not begin with @. To"
                                + " run the list in a file, open that file.\n");
        assertThat(commandLine.engine.plans).hasSize(1);
        assertThat(commandLine.type("run @b.sites --model threads".split(" "))).isEqualTo(2);
        assertThat(commandLine.err()).endsWith("There is no file \"@b.sites\".\n");
    }

    @Test
    void theSystemsCertificatesAreTrustedOnlyIfTheOptionSaysSo() {
        commandLine.type("run --model sequential --site lab:/a --trust-system".split(" "));
        commandLine.type("run --model sequential --site lab:/a".split(" "));
        assertThat(commandLine.engine.plans)
                .extracting(plan -> plan.settings().connections().trustSystem())
                .containsExactly(true, false);
    }

    private TestCommandLine behindAProxy() {
        return commandLine.withProxies(
                ProxySettings.of(
                        Map.of("https_proxy", "http://ann:secret@p.test:1", "no_proxy", "b.test"),
                        _ -> null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --model threads", "compare --models threads,event-loop"})
    void thatNoProxyIsUsedIsSaidOnceOnTheErrorStream(String command) {
        TestCommandLine behindAProxy = behindAProxy();
        behindAProxy.type((command + " --site a.test --site c.test --json").split(" "));
        assertThat(behindAProxy.err().lines().filter(line -> line.startsWith("overlap: ")))
                .containsExactly(
                        "overlap: No proxy is used, although this machine's settings name one"
                                + " (https_proxy=p.test:1).");
        assertThat(behindAProxy.outLines()).isNotEmpty().allMatch(line -> line.startsWith("{"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--site lab:/a",
                "--site https://localhost:1",
                "--site b.test --site http://a.test",
                "--site lab:/a --site a.test --quiet",
                "--site cpu:1ms"
            })
    void whereItDoesNotMatterNothingIsSaid(String sites) {
        TestCommandLine behindAProxy = behindAProxy();
        behindAProxy.type(("run --model threads " + sites).split(" "));
        assertThat(behindAProxy.err()).doesNotContain("p.test");
    }

    @Test
    void aPictureIsLightUnlessDarkIsRequested() throws IOException {
        String run = "run --model sequential --site lab:/a --quiet --out ";
        commandLine.type((run + "light.png").split(" "));
        commandLine.type((run + "dark.png --dark").split(" "));

        assertThat(picture("light.png").getRGB(3, 3)).isEqualTo(Theme.LIGHT.ground());
        assertThat(picture("dark.png").getRGB(3, 3)).isEqualTo(Theme.DARK.ground());
    }

    /** There are thirty tasks and no workers, so the number of rows shows what the rows are. */
    @Test
    void rowsOfAPictureAreTasksByDefault() throws IOException {
        String run = "run --model sequential --site lab:/a --repeat 30 --quiet --out ";
        commandLine.type((run + "default.png").split(" "));
        commandLine.type((run + "tasks.png --rows tasks").split(" "));
        commandLine.type((run + "workers.png --rows workers").split(" "));

        assertThat(picture("default.png").getHeight())
                .isEqualTo(picture("tasks.png").getHeight())
                .isGreaterThan(picture("workers.png").getHeight());
    }

    private BufferedImage picture(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    @Test
    void aFaultOfOverlapItselfIsPrintedAsASentenceAndExitsWithOne() {
        int code =
                commandLine.type("run --model sequential --site lab:/fault --out a.csv".split(" "));
        assertThat(code).isOne();
        assertThat(commandLine.err().lines())
                .containsExactly(
                        "overlap: Overlap itself failed while running sequential:"
                                + " java.lang.IllegalStateException: a screw is loose. What was"
                                + " recorded by then is kept.");
        assertThat(folder.resolve("a.csv")).exists();
    }
}
