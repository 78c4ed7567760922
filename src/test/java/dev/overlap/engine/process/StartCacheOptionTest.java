package dev.overlap.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Java does not start at all if it is told of a cache in a way that it does not accept. */
class StartCacheOptionTest {

    @TempDir Path folder;

    @Test
    void aCacheThatIsThereIsNamed() throws IOException {
        Path cache = Files.createFile(folder.resolve("overlap.aot"));

        assertThat(WorkerProcessLauncher.cacheOption(cache, Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g")))
                .containsExactly("-XX:AOTCache=" + cache);
    }

    @Test
    void oneThatIsMissingIsNot() {
        assertThat(WorkerProcessLauncher.cacheOption(folder.resolve("no.aot"), Map.of())).isEmpty();
    }

    @Test
    void oneWhosePathLooksLikeAListOfPathsIsNot() throws IOException {
        Path parent = Files.createDirectory(folder.resolve("a" + File.pathSeparator + "b"));

        assertThat(
                        WorkerProcessLauncher.cacheOption(
                                Files.createFile(parent.resolve("overlap.aot")), Map.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "JAVA_TOOL_OPTIONS, -Xshare:off",
        "JDK_JAVA_OPTIONS, -Xmx1g -XX:SharedArchiveFile=other.jsa",
        "_JAVA_OPTIONS, -XX:AOTMode=off"
    })
    void noneIsNamedBesideAnOptionThatChoosesAnother(String variable, String options)
            throws IOException {
        Path cache = Files.createFile(folder.resolve("overlap.aot"));

        assertThat(WorkerProcessLauncher.cacheOption(cache, Map.of(variable, options))).isEmpty();
    }
}
