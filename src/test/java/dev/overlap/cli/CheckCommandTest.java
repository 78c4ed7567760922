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
    private TestCommandLine commandLine;

    @BeforeEach
    void makeCommandLine() {
        commandLine = TestCommandLine.in(folder);
    }

    @Test
    void aListThatIsUnderstoodIsSummarizedAndNothingIsRun() throws IOException {
        Files.writeString(folder.resolve("my.sites"), "# two\nlab:/a x3\noff lab:/b\n\nlab:/c\n");
        assertThat(commandLine.type("check", "my.sites")).isZero();
        assertThat(commandLine.outLines())
                .containsExactly(
                        "5 lines: 2 sites to run, making 4 tasks; 1 switched off; 0 not"
                                + " understood.");
        assertThat(commandLine.err()).isEmpty();
        assertThat(commandLine.engine.plans).isEmpty();
    }

    @Test
    void everyLineThatIsNotUnderstoodIsPrintedWithItsNumber() {
        commandLine =
                commandLine.withInput(
                        "lab:/a\nhtp://a\nlab:/b x0\n".getBytes(StandardCharsets.UTF_8));
        assertThat(commandLine.type("check", "-")).isOne();
        assertThat(commandLine.outLines())
                .containsExactly(
                        "standard input, line 2: Scheme must be http or https,"
                                + " not \"htp\". Write it as in https://example.org.",
                        "standard input, line 3: A line can be repeated x1 to x100000, not"
                                + " \"x0\".",
                        "3 lines: 1 site to run, making 1 task; 0 switched off; 2 not"
                                + " understood.");
    }

    @Test
    void aLineThatContradictsAnEarlierOneIsPrintedAndQueuesAreCounted() {
        commandLine =
                commandLine.withInput(
                        "put:q x2\nqueue q 3\nlock:a { lab:/ }\nadd:a\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(commandLine.type("check", "-")).isOne();
        assertThat(commandLine.outLines())
                .containsExactly(
                        "standard input, line 4: a is a lock above, in \"lock:a { lab:/ }\". A name"
                                + " has one kind, so give this counter another.",
                        "4 lines: 2 sites to run, making 3 tasks, with 1 queue; 0 switched off; 1"
                                + " not understood.");
    }

    @Test
    void anEmptyListIsValid() {
        assertThat(commandLine.type("check", "-")).isZero();
    }

    @Test
    void aListWithTooManyTasksIsReported() {
        byte[] list = "lab:/a x60000\nlab:/b x60000\n".getBytes(StandardCharsets.UTF_8);
        commandLine = commandLine.withInput(list);
        assertThat(commandLine.type("check", "-")).isOne();
        assertThat(commandLine.out()).startsWith("This list would make more than 100000 tasks.");
    }

    @Test
    void binaryInputIsRefused() {
        commandLine = commandLine.withInput((byte) 0xff);
        assertThat(commandLine.type("check", "-")).isEqualTo(2);
        assertThat(commandLine.out()).isEmpty();
        assertThat(commandLine.err().lines()).hasSize(1);
    }
}
