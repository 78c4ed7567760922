package dev.overlap.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lab.Lab;

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

/** Every Java program is compiled without a warning, run against the lab, and told what it did. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaProgramsTest {

    @TempDir Path folder;

    private Lab lab;

    @BeforeAll
    void openTheLab() throws IOException {
        lab = Lab.start();
    }

    @AfterAll
    void closeTheLab() {
        lab.close();
    }

    @TestFactory
    Stream<DynamicTest> everyProgramDoesWhatItsModelStandsFor() throws IOException {
        return tests("usual", ProgramRun.all());
    }

    @TestFactory
    Stream<DynamicTest> everyProgramWithANumberOfWorkersDoesToo() throws IOException {
        return tests("limited", ProgramRun.limited());
    }

    @TestFactory
    Stream<DynamicTest> theFirstFailureCancelsWhatAProgramCanCancel() throws IOException {
        return tests("cancelling", ProgramRun.cancelling());
    }

    private Stream<DynamicTest> tests(String name, List<ProgramRun> specimens) throws IOException {
        Path sources = Files.createDirectory(folder.resolve(name));
        Map<ProgramRun, String> names = new HashMap<>();
        for (ProgramRun programRun : specimens) {
            Program program = programRun.program(Language.JAVA, lab.uri());
            Files.writeString(sources.resolve(program.fileName()), program.text());
            names.put(programRun, program.fileName().replace(".java", ""));
        }
        assertThat(compile(sources)).as("what the compiler says").isEmpty();
        Map<String, String> outputs = outputs(sources, List.copyOf(names.values()));
        URI uri = lab.uri();
        return specimens.stream()
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
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        Stream<String> options =
                Stream.of("-Xlint:all", "-proc:none", "-d", sources.resolve("classes").toString());
        try (Stream<Path> files = Files.list(sources)) {
            String[] arguments =
                    Stream.concat(options, files.map(Path::toString).sorted())
                            .toArray(String[]::new);
            ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments);
        }
        return said.toString();
    }

    /** What each program printed, by its name. */
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
        for (String part : result.output().split(ProgramHost.CURTAIN, -1)) {
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
