package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Plan;
import dev.overlap.plan.SampleLists;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@Timeout(60)
class OtherCommandsTest {

    @TempDir private Path folder;
    private TestCommandLine testCommandLine;

    @BeforeEach
    void openShell() {
        testCommandLine = TestCommandLine.in(folder);
    }

    @Test
    void modelsAreListedInColumns() {
        assertThat(testCommandLine.type("models")).isZero();
        assertThat(testCommandLine.outLines()).hasSameSizeAs(ConcurrencyModel.all());
        assertThat(testCommandLine.outLines().getFirst())
                .matches(
                        "sequential {3,}Sequential {3,}One thread, one task after another: the"
                                + " waits add up\\.");
    }

    @Test
    void theDemoRunsTheSameListUnderEveryModelThatEnds() {
        assertThat(testCommandLine.type("demo")).isZero();
        assertThat(testCommandLine.engineSession.plans)
                .extracting(Plan::model)
                .isEqualTo(
                        ConcurrencyModel.all().stream()
                                .filter(it -> !it.hangs())
                                .map(ConcurrencyModel::id)
                                .toList());
        assertThat(testCommandLine.engineSession.plans)
                .extracting(Plan::sites)
                .containsOnly(SampleLists.greeting());
        assertThat(testCommandLine.engineSession.closed).isTrue();
        assertThat(testCommandLine.err()).isEmpty();
    }

    @Test
    void theDemoPrintsATableAndWritesAPicture() throws IOException {
        testCommandLine.type("demo");
        List<String> table =
                testCommandLine.outLines().stream()
                        .dropWhile(line -> !line.startsWith("model "))
                        .toList();
        assertThat(table.getFirst())
                .matches(
                        "model +wall +least to most +speed-up +threads +processes +in flight +CPU"
                                + " +failed");
        int models =
                Math.toIntExact(ConcurrencyModel.all().stream().filter(it -> !it.hangs()).count());
        assertThat(table.subList(1, models + 1))
                .allSatisfy(
                        line -> {
                            assertThat(line).hasSameSizeAs(table.getFirst());
                            assertThat(line).matches("[a-z-]+ +[0-9.]+ m?s .* x .* s +0");
                        });
        assertThat(table.get(models + 1)).endsWith("more runs tell it from chance.");
        assertThat(Files.readAllBytes(folder.resolve("overlap-demo.png")))
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void theDemoPrintsItsTableThoughThePictureCannotBeWritten() throws IOException {
        Files.createDirectory(folder.resolve("overlap-demo.png"));
        assertThat(testCommandLine.type("demo")).isOne();
        assertThat(testCommandLine.out()).contains("blocked-loop");
        assertThat(testCommandLine.err())
                .isEqualTo("overlap: \"overlap-demo.png\" is a folder. Name a file in it.\n");
    }

    @Test
    void helpOfCompareNamesTheModelsThatAreComparedUnasked() {
        List<String> usual = ComparisonPlan.DEFAULT_MODELS;
        testCommandLine.type("compare", "--help");
        assertThat(testCommandLine.out().replaceAll("\\s+", " "))
                .contains(
                        String.join(", ", usual.subList(0, usual.size() - 1))
                                + " and "
                                + usual.getLast()
                                + " unless given.");
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(testCommandLine.type("--help")).isZero();
        assertThat(testCommandLine.out())
                .contains("run", "demo", "models", "lab", "130   Interrupted.");
        assertThat(testCommandLine.type("run", "--help")).isZero();
        assertThat(testCommandLine.out()).contains("[--site=LINE]... [--model=ID] [--workers=N]");
        assertThat(testCommandLine.type("compare", "--help")).isZero();
        assertThat(testCommandLine.out())
                .contains("[--model=ID[,ID...]]...")
                .contains("Ctrl+C cancels the current run");
        assertThat(testCommandLine.type("--version")).isZero();
        assertThat(testCommandLine.outLines().getLast()).matches("overlap \\d+\\.\\d+\\.\\d+");
        assertThat(testCommandLine.err()).isEmpty();
    }
}
