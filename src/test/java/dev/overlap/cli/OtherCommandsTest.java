package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.PythonModel;
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
    private TestCommandLine commandLine;

    @BeforeEach
    void makeCommandLine() {
        commandLine = TestCommandLine.in(folder);
    }

    @Test
    void modelsAreListedInColumns() {
        assertThat(commandLine.type("models")).isZero();
        List<String> ids =
                commandLine.outLines().stream().map(line -> line.split(" ", 2)[0]).toList();
        assertThat(ids)
                .startsWith(
                        ConcurrencyModel.all().stream()
                                .map(ConcurrencyModel::id)
                                .toArray(String[]::new));
        assertThat(ids.subList(ConcurrencyModel.all().size(), ids.size()))
                .as("those of Python, as far as they can be run here")
                .isSubsetOf(PythonModel.everyOne().stream().map(PythonModel::id).toList());
        assertThat(commandLine.outLines().getFirst())
                .matches(
                        "sequential {3,}Sequential {3,}One thread, one task after another: the"
                                + " waits add up\\.");
    }

    @Test
    void theDemoRunsTheSameListUnderEveryModelThatDoesNotHang() {
        assertThat(commandLine.type("demo")).isZero();
        assertThat(commandLine.engine.plans)
                .extracting(Plan::model)
                .isEqualTo(
                        ConcurrencyModel.all().stream()
                                .filter(it -> !it.hangs())
                                .map(ConcurrencyModel::id)
                                .toList());
        assertThat(commandLine.engine.plans)
                .extracting(Plan::sites)
                .containsOnly(SampleLists.greeting());
        assertThat(commandLine.engine.closed).isTrue();
        assertThat(commandLine.err()).isEmpty();
    }

    @Test
    void theDemoPrintsATableAndWritesAPicture() throws IOException {
        commandLine.type("demo");
        List<String> table =
                commandLine.outLines().stream()
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
        assertThat(table.get(models + 1)).endsWith("more runs can tell it from chance.");
        assertThat(Files.readAllBytes(folder.resolve("overlap-demo.png")))
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void theDemoPrintsItsTableEvenIfThePictureCannotBeWritten() throws IOException {
        Files.createDirectory(folder.resolve("overlap-demo.png"));
        assertThat(commandLine.type("demo")).isOne();
        assertThat(commandLine.out()).contains("blocked-loop");
        assertThat(commandLine.err())
                .isEqualTo("overlap: \"overlap-demo.png\" is a folder. Name a file in it.\n");
    }

    @Test
    void helpOfCompareNamesTheDefaultModels() {
        List<String> models = ComparisonPlan.DEFAULT_MODELS;
        commandLine.type("compare", "--help");
        assertThat(commandLine.out().replaceAll("\\s+", " "))
                .contains(
                        "by default "
                                + String.join(", ", models.subList(0, models.size() - 1))
                                + " and "
                                + models.getLast()
                                + ".");
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(commandLine.type("--help")).isZero();
        assertThat(commandLine.out())
                .contains("run", "demo", "models", "lab", "130   Interrupted.");
        assertThat(commandLine.type("run", "--help")).isZero();
        assertThat(commandLine.out()).contains("[--site=LINE]... [--model=ID] [--workers=N]");
        assertThat(commandLine.type("compare", "--help")).isZero();
        assertThat(commandLine.out())
                .contains("[--model=ID[,ID...]]...")
                .contains("Ctrl+C cancels the current run");
        assertThat(commandLine.type("--version")).isZero();
        assertThat(commandLine.out())
                .containsPattern("overlap \\d+\\.\\d+\\.\\d+")
                .contains("Java: ", Runtime.version().toString(), "System: ");
        assertThat(commandLine.err()).isEmpty();
    }
}
