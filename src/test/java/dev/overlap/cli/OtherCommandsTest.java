package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.compare.Programme;
import dev.overlap.model.Model;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Samples;

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
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = Shell.in(folder);
    }

    @Test
    void modelsAreListedInColumns() {
        assertThat(shell.type("models")).isZero();
        assertThat(shell.outLines()).hasSameSizeAs(Model.all());
        assertThat(shell.outLines().getFirst())
                .matches(
                        "sequential {3,}Sequential {3,}One thread, one task after another: the"
                                + " waits add up\\.");
    }

    @Test
    void theDemoRunsTheSameListUnderEveryModelThatEnds() {
        assertThat(shell.type("demo")).isZero();
        assertThat(shell.workshop.plans)
                .extracting(Plan::model)
                .isEqualTo(Model.all().stream().filter(it -> !it.hangs()).map(Model::id).toList());
        assertThat(shell.workshop.plans).extracting(Plan::sites).containsOnly(Samples.greeting());
        assertThat(shell.workshop.closed).isTrue();
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void theDemoPrintsATableAndWritesAPicture() throws IOException {
        shell.type("demo");
        List<String> table =
                shell.outLines().stream().dropWhile(line -> !line.startsWith("model ")).toList();
        assertThat(table.getFirst())
                .matches(
                        "model +wall +least to most +speed-up +threads +processes +in flight +CPU"
                                + " +failed");
        int models = Math.toIntExact(Model.all().stream().filter(it -> !it.hangs()).count());
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
        assertThat(shell.type("demo")).isOne();
        assertThat(shell.out()).contains("blocked-loop");
        assertThat(shell.err())
                .isEqualTo("overlap: \"overlap-demo.png\" is a folder. Name a file in it.\n");
    }

    @Test
    void helpOfCompareNamesTheModelsThatAreComparedUnasked() {
        List<String> usual = Programme.USUAL_MODELS;
        shell.type("compare", "--help");
        assertThat(shell.out().replaceAll("\\s+", " "))
                .contains(
                        String.join(", ", usual.subList(0, usual.size() - 1))
                                + " and "
                                + usual.getLast()
                                + " unless given.");
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(shell.type("--help")).isZero();
        assertThat(shell.out()).contains("run", "demo", "models", "lab", "130 interrupted");
        assertThat(shell.type("run", "--help")).isZero();
        assertThat(shell.out()).contains("[FILE|-] [--site LINE]... --model ID [--workers N]");
        assertThat(shell.type("compare", "--help")).isZero();
        assertThat(shell.out())
                .contains("[--models ID,ID,...|all]")
                .contains("Ctrl+C ends the run");
        assertThat(shell.type("--version")).isZero();
        assertThat(shell.outLines().getLast()).matches("overlap \\d+\\.\\d+\\.\\d+");
        assertThat(shell.err()).isEmpty();
    }
}
