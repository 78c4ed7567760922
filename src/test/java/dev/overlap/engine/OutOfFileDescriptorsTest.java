package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.overlap.testkit.EngineExtension;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tests that running out of file descriptors fails only the affected tasks. */
class OutOfFileDescriptorsTest {

    private static final int LIMIT = 160;

    /** The select timeout of the loop. */
    private static final long SELECT_MILLIS = 50;

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    @ParameterizedTest
    @ValueSource(strings = {"event-loop", "thread-pool"})
    void aRunThatNeedsTooManyIsRefusedAndTasksThatGetNoneSayWhyAndLaterRunsGoOn(String model)
            throws Exception {
        Process process = start(model);
        try (BufferedReader out = process.inputReader(UTF_8)) {
            List<String> lines = out.lines().toList();
            assertThat(process.waitFor()).isZero();

            assertThat(lines.getFirst())
                    .startsWith("refused This run would have " + 2 * LIMIT + " connections open")
                    .contains("allows this program " + LIMIT + " open files");
            List<String> crowd = lines.stream().filter(line -> line.startsWith("crowd")).toList();
            assertThat(crowd).hasSize(2 * LIMIT);
            assertThat(crowd).anyMatch(line -> line.contains("Answered[status=200"));
            assertThat(crowd)
                    .filteredOn(line -> !line.contains("Answered[status=200"))
                    .isNotEmpty()
                    .allMatch(
                            line ->
                                    line.contains("TOO_MANY_FILES lab:/delay/1500")
                                            && line.endsWith("Run fewer tasks at once."));
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("failing took ms: "))
                    .singleElement()
                    .satisfies(
                            line ->
                                    assertThat(Long.parseLong(line.replaceAll("\\D", "")))
                                            .as("one after another with a select interval between")
                                            .isLessThan(LIMIT * SELECT_MILLIS / 2));
            assertThat(lines.stream().filter(line -> line.startsWith("later")))
                    .hasSize(3)
                    .allMatch(line -> line.contains("Answered[status=200"));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process start(String model) throws IOException {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n " + LIMIT + "; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--module-path",
                        System.getProperty("jdk.module.path"),
                        "--patch-module",
                        "dev.overlap=" + Path.of("target", "test-classes").toAbsolutePath(),
                        "--module",
                        "dev.overlap/" + FileDescriptorLimitMain.class.getName(),
                        RIG.lab().uri().toString(),
                        model,
                        String.valueOf(2 * LIMIT))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
