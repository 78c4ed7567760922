package dev.overlap.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lab.Lab;
import dev.overlap.plan.RunRules.CollectMode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Compiles every Java program without warnings, runs it against the lab, and checks its output. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaProgramsTest {

    @TempDir Path folder;

    private Lab lab;

    @BeforeAll
    void openLab() throws IOException {
        lab = Lab.start();
    }

    @AfterAll
    void closeLab() {
        lab.close();
    }

    @TestFactory
    Stream<DynamicTest> everyProgramBehavesLikeItsModel() throws IOException {
        return tests("usual", ProgramRun.all());
    }

    @TestFactory
    Stream<DynamicTest> everyProgramWithWorkersBehavesLikeItsModel() throws IOException {
        return tests("limited", ProgramRun.limited());
    }

    @TestFactory
    Stream<DynamicTest> everyStepCanBeTheOnlyOne() throws IOException {
        return tests("single", ProgramRun.holding());
    }

    @TestFactory
    Stream<DynamicTest> firstFailureCancelsEverythingCancellable() throws IOException {
        return tests("cancelling", ProgramRun.cancelling());
    }

    @TestFactory
    Stream<DynamicTest> everyResultIsCollectedAsItsTaskEnds() throws IOException {
        return tests("as-completed", ProgramRun.collecting(CollectMode.AS_COMPLETED));
    }

    @TestFactory
    Stream<DynamicTest> resultsAreCollectedInOrder() throws IOException {
        return tests("in-order", ProgramRun.collecting(CollectMode.IN_ORDER));
    }

    @TestFactory
    Stream<DynamicTest> onlyTheFirstSuccessIsCollected() throws IOException {
        return tests("first", ProgramRun.collecting(CollectMode.FIRST));
    }

    private Stream<DynamicTest> tests(String name, List<ProgramRun> programRuns)
            throws IOException {
        Path sources = Files.createDirectory(folder.resolve(name));
        Map<ProgramRun, String> names = new HashMap<>();
        for (ProgramRun programRun : programRuns) {
            Program program = programRun.program(Language.JAVA, lab.uri());
            Files.writeString(sources.resolve(program.fileName()), program.text());
            names.put(programRun, program.fileName().replace(".java", ""));
        }
        assertThat(compile(sources)).as("what the compiler says").isEmpty();
        Map<String, String> outputs = outputs(sources, List.copyOf(names.values()));
        URI uri = lab.uri();
        return programRuns.stream()
                .map(
                        programRun ->
                                DynamicTest.dynamicTest(
                                        "java: " + programRun + ", compiled and run",
                                        () ->
                                                programRun.assertTells(
                                                        Language.JAVA,
                                                        outputs.get(names.get(programRun)),
                                                        uri)));
    }

    private static String compile(Path sources) throws IOException {
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages, true);
        Stream<String> options =
                Stream.of("-Xlint:all", "-proc:none", "-d", sources.resolve("classes").toString());
        try (Stream<Path> files = Files.list(sources)) {
            String[] arguments =
                    Stream.concat(options, files.map(Path::toString).sorted())
                            .toArray(String[]::new);
            ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments);
        }
        return messages.toString();
    }

    /** The output of each program, by name. */
    private static Map<String, String> outputs(Path sources, List<String> names) {
        String classPath = sources.resolve("classes") + File.pathSeparator + ourClasses();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                Stream.concat(
                                Stream.of(java, "-cp", classPath, ProgramHost.class.getName()),
                                names.stream())
                        .toList();
        Map<String, String> outputs = new HashMap<>();
        ExternalCommand.Result result = ExternalCommand.run(sources, command);
        assertThat(result.status()).as(result.output()).isZero();
        for (String part : result.output().split(ProgramHost.SEPARATOR, -1)) {
            int end = part.indexOf('\n');
            if (end > 0) {
                outputs.put(part.substring(0, end).strip(), part.substring(end + 1));
            }
        }
        return outputs;
    }

    private static Path ourClasses() {
        return Path.of("target", "test-classes").toAbsolutePath();
    }
}
