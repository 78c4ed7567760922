package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class CheckCommandTest {

    @TempDir private Path folder;
    private TestCommandLine testCommandLine;

    @BeforeEach
    void openShell() {
        testCommandLine = TestCommandLine.in(folder);
    }

    @Test
    void aListThatIsUnderstoodIsSummedUpAndNothingIsRun() throws IOException {
        Files.writeString(folder.resolve("my.sites"), "# two\nlab:/a x3\noff lab:/b\n\nlab:/c\n");
        assertThat(testCommandLine.type("check", "my.sites")).isZero();
        assertThat(testCommandLine.outLines())
                .containsExactly(
                        "5 lines: 2 sites to run, making 4 tasks; 1 switched off; 0 not"
                                + " understood.");
        assertThat(testCommandLine.err()).isEmpty();
        assertThat(testCommandLine.engineSession.plans).isEmpty();
    }

    @Test
    void everyLineThatIsNotUnderstoodIsToldWithItsNumber() {
        testCommandLine =
                testCommandLine.withInput(
                        "lab:/a\nhtp://a\nlab:/b x0\n".getBytes(StandardCharsets.UTF_8));
        assertThat(testCommandLine.type("check", "-")).isOne();
        assertThat(testCommandLine.outLines())
                .containsExactly(
                        "standard input, line 2: Scheme must be http, https, lab, poll or cpu,"
                                + " not \"htp\". Write it as in https://example.org.",
                        "standard input, line 3: A line can be repeated x1 to x100000, not"
                                + " \"x0\".",
                        "3 lines: 1 site to run, making 1 task; 0 switched off; 2 not"
                                + " understood.");
    }

    @Test
    void anEmptyListIsAGoodOne() {
        assertThat(testCommandLine.type("check", "-")).isZero();
    }

    @Test
    void aListThatMakesTooManyTasksIsTold() {
        byte[] list = "lab:/a x60000\nlab:/b x60000\n".getBytes(StandardCharsets.UTF_8);
        testCommandLine = testCommandLine.withInput(list);
        assertThat(testCommandLine.type("check", "-")).isOne();
        assertThat(testCommandLine.out()).startsWith("This list makes more than 100000 tasks.");
    }

    @Test
    void whatIsNoTextIsRefused() {
        testCommandLine = testCommandLine.withInput((byte) 0xff);
        assertThat(testCommandLine.type("check", "-")).isEqualTo(2);
        assertThat(testCommandLine.out()).isEmpty();
        assertThat(testCommandLine.err().lines()).hasSize(1);
    }
}
