package dev.overlap.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.overlap.lab.Lab;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Parses every Python program with a Python interpreter and runs it against the lab, if there is
 * one of version 3.11 or newer that has the libraries; others are reported as skipped, with the
 * reason. {@code OVERLAP_PYTHON} selects the interpreter. {@link ProgramTest} checks what needs no
 * interpreter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonProgramsTest {

    /** They mostly wait; the cost is importing their libraries. */
    private static final int AT_ONCE = 3;

    @TempDir Path folder;

    private Lab lab;
    private Python python;
    private ExecutorService runners;

    @BeforeAll
    void openLab() throws IOException {
        lab = Lab.start();
        runners = Executors.newFixedThreadPool(AT_ONCE);
    }

    @AfterAll
    void closeLab() {
        runners.shutdownNow();
        lab.close();
    }

    @TestFactory
    Stream<DynamicTest> everyProgramBehavesLikeItsModel() throws IOException {
        python = Python.find(folder);
        System.out.println("The Python programs are " + python.words() + ".");
        List<Path> files = new ArrayList<>();
        List<DynamicTest> tests = new ArrayList<>();
        SortedMap<String, List<String>> notRun = new TreeMap<>();
        for (ProgramRun programRun : programRuns()) {
            Program program = programRun.program(Language.PYTHON, lab.uri());
            Path file = Files.createTempDirectory(folder, "program").resolve(program.fileName());
            files.add(Files.writeString(file, program.text()));
            tests.add(written(programRun, program));
            String obstacle = python.obstacle(program.text());
            if (obstacle.isEmpty()) {
                tests.add(run(programRun, file));
            } else {
                notRun.computeIfAbsent(obstacle, _ -> new ArrayList<>()).add(programRun.toString());
            }
        }
        Stream<DynamicTest> reported = notRun.entrySet().stream().map(PythonProgramsTest::notRun);
        return Stream.of(read(files), tests.stream(), reported).flatMap(all -> all);
    }

    /** Each starts a new interpreter, so only one kind is run under other settings. */
    private static List<ProgramRun> programRuns() {
        Stream<ProgramRun> others =
                Stream.concat(ProgramRun.limited().stream(), ProgramRun.cancelling().stream())
                        .filter(programRun -> programRun.kind() == TaskKind.FETCH);
        return Stream.of(
                        ProgramRun.all().stream(),
                        ProgramRun.holding().stream(),
                        others,
                        ProgramRun.collectingInPython().stream())
                .flatMap(all -> all)
                .toList();
    }

    /** None without Python; the programs that are not run are reported instead. */
    private Stream<DynamicTest> read(List<Path> files) {
        return python.isAvailable()
                ? Stream.of(
                        dynamicTest(
                                "python: all, read",
                                () -> assertThat(python.read(folder, files)).isEmpty()))
                : Stream.empty();
    }

    /** Starts the run at once; the test waits for it. */
    private DynamicTest run(ProgramRun programRun, Path file) {
        List<String> command = List.of(python.command(), file.toString());
        CompletableFuture<ExternalCommand.Result> run =
                CompletableFuture.supplyAsync(
                        () -> ExternalCommand.run(file.getParent(), command), runners);
        return dynamicTest(
                "python: " + programRun + ", run", () -> assertTells(programRun, run.join()));
    }

    private void assertTells(ProgramRun programRun, ExternalCommand.Result result) {
        programRun.assertTells(Language.PYTHON, result.output(), lab.uri());
        if (!programRun
                .rules()
                .firstFailureCancels()) { // otherwise the failure is raised at the end
            assertThat(result.status()).as(result.output()).isZero();
        }
    }

    /** Checks a program without running it. */
    private DynamicTest written(ProgramRun programRun, Program program) {
        return dynamicTest(
                "python: " + programRun + ", written",
                () -> programRun.assertNamesItsSites(program, lab.uri()));
    }

    /** Counted as skipped, with its reason: what has not been run has not passed. */
    private static DynamicTest notRun(Map.Entry<String, List<String>> programs) {
        String sentence =
                programs.getValue().size() + " programs were not run: " + programs.getKey() + ".";
        return dynamicTest(
                "python: " + sentence,
                () -> Assumptions.abort(sentence + " " + String.join("; ", programs.getValue())));
    }
}
