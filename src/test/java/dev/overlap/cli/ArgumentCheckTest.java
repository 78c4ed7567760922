package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.cli.options.UsageException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the locale cannot express is refused in one sentence, and printed all the same. */
@Timeout(120)
class ArgumentCheckTest {

    @TempDir private Path folder;
    private ChildProcesses childProcesses;

    @BeforeEach
    void makeRoom() {
        childProcesses = new ChildProcesses(folder);
    }

    @AfterEach
    void endWhatWasStarted() {
        childProcesses.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --model threads --site http://b\uFFFD\uFFFDcher.test/",
                "run \uFFFD.sites --model threads",
                "run --model threads --site lab:/a --out \uFFFD.png",
                "compare --site lab:/\uFFFD",
                "check \uFFFD.sites",
                "\uFFFD"
            })
    void anArgumentThatWasNotDecodedIsRefusedAndNothingIsRun(String line) {
        TestCommandLine commandLine = TestCommandLine.in(folder);

        assertThat(commandLine.type(line.split(" "))).isEqualTo(2);

        assertThat(commandLine.out()).isEmpty();
        assertThat(commandLine.err())
                .startsWith("overlap: \"")
                .endsWith(
                        "\" has characters that the character set of this locale (%s) cannot express. Set LC_ALL=C.UTF-8, or write the sites into a file in UTF-8.%n"
                                .formatted(System.getProperty("sun.jnu.encoding")))
                .hasLineCount(1);
        assertThat(commandLine.engine.plans).isEmpty();
    }

    @Test
    void aFileInAFolderWhoseNameWasNotDecodedIsRefused() throws UsageException {
        assertThatThrownBy(() -> ArgumentCheck.resolve(Path.of(""), "a.sites", "/gr\uFFFDn"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("The name of this folder has characters that")
                .hasMessageEndingWith("Set LC_ALL=C.UTF-8, or use another folder.");
        assertThat(ArgumentCheck.resolve(Path.of(""), "a.sites", "/green"))
                .isEqualTo(Path.of("a.sites"));
        assertThat(ArgumentCheck.resolve(folder, "a.sites", "/gr\uFFFDn"))
                .isEqualTo(folder.resolve("a.sites"));
    }

    /** A list is UTF-8 whatever the locale, and what it says is printed as UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "no_NO.such"})
    @EnabledOnOs(OS.LINUX)
    void aLocaleOfAsciiPrintsUtf8(String locale) throws Exception {
        childProcesses.put("LC_ALL", locale);
        Files.writeString(folder.resolve("a.sites"), "lab:/delay/0\nlab:/ x2\u4f8b\n");
        Process check = childProcesses.start(List.of(), "check", "a.sites");
        assertThat(ChildProcesses.out(check)).contains("\"x2\u4f8b\"");
        assertThat(check.waitFor()).isEqualTo(1);

        Process run = childProcesses.start(List.of(), "run", "a.sites", "--model", "threads");
        assertThat(run.waitFor()).isEqualTo(1);
        assertThat(childProcesses.err()).contains("\"x2\u4f8b\"");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatALocaleOfAsciiCannotDecodeIsRefused() throws Exception {
        childProcesses.put("LC_ALL", "C");
        Process run = childProcesses.start(List.of(), "check", "f\u00fcr.sites");

        assertThat(run.waitFor()).isEqualTo(2);
        assertThat(childProcesses.err())
                .isEqualTo(
                        "overlap: \"f\uFFFD\uFFFDr.sites\" has characters that the character set of"
                                + " this locale (ANSI_X3.4-1968) cannot express. Set"
                                + " LC_ALL=C.UTF-8, or write the sites into a file in UTF-8.\n");
    }

    /** Java's plain sockets would go through it, and the event loop's would not. */
    @ParameterizedTest
    @ValueSource(strings = {"threads", "process-pool"})
    void aProxyOfJavasPropertiesIsNotUsedEither(String model) throws Exception {
        try (ServerSocket socks = new ServerSocket(0)) {
            childProcesses.put(
                    "JAVA_TOOL_OPTIONS",
                    "-DsocksProxyHost=127.0.0.1 -DsocksNonProxyHosts=none -DsocksProxyPort="
                            + socks.getLocalPort());
            Process run =
                    childProcesses.start(
                            List.of(), "run", "--model", model, "--site", "lab:/delay/1");

            assertThat(ChildProcesses.out(run)).contains("lab:/delay/1: 200, ");
            assertThat(run.waitFor()).isZero();
        }
    }
}
