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
        Files.writeString(
                folder.resolve("my.sites"),
                "# two\nlab:/delay/1 x3\noff lab:/delay/2\n\nlab:/delay/3\n");
        assertThat(commandLine.type("check", "my.sites")).isZero();
        assertThat(commandLine.outLines())
                .containsExactly(
                        "Site list of 5 lines: 2 sites to run, making 4 tasks; 1 switched off; 0"
                                + " not understood.");
        assertThat(commandLine.err()).isEmpty();
        assertThat(commandLine.engine.plans).isEmpty();
    }

    @Test
    void everyLineThatIsNotUnderstoodIsPrintedWithItsNumber() {
        commandLine =
                commandLine.withInput(
                        "lab:/delay/1\nhtp://a\nlab:/delay/2 x0\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(commandLine.type("check", "-")).isOne();
        assertThat(commandLine.outLines())
                .containsExactly(
                        "standard input, line 2: Scheme must be http or https,"
                                + " not \"htp\". Write it as in https://example.org.",
                        "standard input, line 3: A line can be repeated x1 to x100000, not"
                                + " \"x0\".",
                        "Site list of 3 lines: 1 site to run, making 1 task; 0 switched off; 2 not"
                                + " understood.");
    }

    @Test
    void whatIsDoubtfulIsAWarningAndNoFault() {
        commandLine =
                commandLine.withInput(
                        "lab:/delai/300\nlab:/delay/1\nlab:/nowhere\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(commandLine.type("check", "-")).isZero();
        assertThat(commandLine.outLines()).hasSize(3);
        assertThat(commandLine.outLines().getFirst())
                .startsWith("standard input, line 1: warning: ")
                .endsWith(" Is lab:/delay/300 meant?");
        assertThat(commandLine.outLines().get(1)).startsWith("standard input, line 3: warning: ");
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
                        "Site list of 4 lines: 2 sites to run, making 3 tasks, with 1 queue; 0"
                                + " switched off; 1 not understood.");
    }

    @Test
    void anEmptyListIsValid() {
        assertThat(commandLine.type("check", "-")).isZero();
    }

    @Test
    void aListWithTooManyTasksIsReported() {
        byte[] list = "lab:/delay/1 x60000\nlab:/delay/2 x60000\n".getBytes(StandardCharsets.UTF_8);
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

    @Test
    void everyFaultOfALogOfEventsIsPrintedWithItsLine() throws IOException {
        String good =
                """
                {"e":"hello","t":0,"v":1,"wall":5,"pid":7,"argv":["a.py"],"sees":[]}
                {"e":"task","t":10,"k":1,"name":"a"}
                {"e":"end","t":20,"k":1,"how":"ok"}
                {"e":"bye","t":30}
                """;
        Files.writeString(folder.resolve("good.events"), good);
        Files.writeString(folder.resolve("bad.events"), good.replace("\"ok\"", "\"fine\""));

        assertThat(commandLine.type("check", "good.events")).isZero();
        assertThat(commandLine.outLines())
                .startsWith("good.events: log of Overlap events with a run of 1 task, \"a.py\".");

        assertThat(commandLine.type("check", "bad.events")).isOne();
        assertThat(commandLine.outLines())
                .contains(
                        "bad.events: line 3: The field \"how\" of the event \"end\" is none of"
                                + " ok, error and cancelled.");
        assertThat(commandLine.engine.plans).isEmpty();
    }
}
