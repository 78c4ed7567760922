package dev.overlap.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.overlap.lab.Lab;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Every Python program is read by a Python and run against the lab, as far as there is one, 3.11 or
 * newer, that has the libraries; the name of each test says what was done. {@code OVERLAP_PYTHON}
 * names the one to take. {@link ProgramTest} holds what can be said without any.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonProgramsTest {

    /** They mostly wait; what they cost is to import their libraries. */
    private static final int AT_ONCE = 3;

    @TempDir Path folder;

    private Lab lab;
    private Python python;
    private ExecutorService runners;

    @BeforeAll
    void openTheLab() throws IOException {
        lab = Lab.start();
        runners = Executors.newFixedThreadPool(AT_ONCE);
    }

    @AfterAll
    void closeTheLab() {
        runners.shutdownNow();
        lab.close();
    }

    @TestFactory
    Stream<DynamicTest> everyProgramDoesWhatItsModelStandsFor() throws IOException {
        python = Python.found(folder);
        System.out.println("The Python programs are " + python.words() + ".");
        List<Path> files = new ArrayList<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (Specimen specimen : specimens()) {
            Program program = specimen.program(Language.PYTHON, lab.uri());
            Path file = Files.createTempDirectory(folder, "program").resolve(program.fileName());
            files.add(Files.writeString(file, program.text()));
            String whyNot = python.whyNot(program.text());
            tests.add(whyNot.isEmpty() ? run(specimen, file) : notRun(specimen, program, whyNot));
        }
        return Stream.concat(Stream.of(read(files)), tests.stream());
    }

    /** A Python starts anew for each: of those under other settings, one kind does. */
    private static List<Specimen> specimens() {
        Stream<Specimen> others =
                Stream.concat(Specimen.limited().stream(), Specimen.cancelling().stream())
                        .filter(specimen -> specimen.kind() == Kind.FETCH);
        return Stream.concat(Specimen.all().stream(), others).toList();
    }

    private DynamicTest read(List<Path> files) {
        if (!python.isThere()) {
            return dynamicTest(
                    "python: all, written but not read: there is no python3",
                    () -> assertThat(files).allMatch(Files::isRegularFile));
        }
        return dynamicTest(
                "python: all, read", () -> assertThat(python.read(folder, files)).isEmpty());
    }

    /** Begins the run at once; the test waits for it. */
    private DynamicTest run(Specimen specimen, Path file) {
        List<String> command = List.of(python.command(), file.toString());
        CompletableFuture<Commands.Result> run =
                CompletableFuture.supplyAsync(
                        () -> Commands.run(file.getParent(), command), runners);
        return dynamicTest(
                "python: " + specimen + ", run",
                () -> specimen.assertTells(Language.PYTHON, run.join().output(), lab.uri()));
    }

    private DynamicTest notRun(Specimen specimen, Program program, String whyNot) {
        return dynamicTest(
                "python: " + specimen + ", not run: " + whyNot,
                () -> specimen.assertNamesItsSites(program, lab.uri()));
    }
}
