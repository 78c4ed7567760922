package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the user on the command line: run unchanged, watched, and reported. */
class TraceCommandTest {

    private static final String ARTICLE =
            """
            import asyncio, sys, urllib.request

            async def get(site):
                with urllib.request.urlopen(site) as reply:
                    return reply.status

            async def main():
                sites = ['http://www.google.com', 'https://www.quora.com']
                print(await asyncio.gather(*(get(site) for site in sites)))

            asyncio.run(main())
            print('to standard error', file=sys.stderr)
            sys.exit(3)
            """;

    @TempDir private Path folder;
    private TestCommandLine commandLine;

    @BeforeEach
    void makeCommandLine() {
        commandLine = TestCommandLine.in(folder);
    }

    private static void requirePython() {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                        .anyMatch(it -> Files.isExecutable(Path.of(it, "python3"))),
                "there is no python3");
    }

    private int trace(String program, String... options) throws IOException {
        requirePython();
        Files.writeString(folder.resolve("article.py"), program);
        List<String> words = new ArrayList<>(List.of("trace"));
        words.addAll(List.of(options));
        words.addAll(List.of("--", "python3", "article.py", "--quiet"));
        return commandLine.type(words.toArray(String[]::new));
    }

    @Test
    void aProgramRunsUnchangedAgainstHostsThatTheLabPlays() throws IOException {
        int code =
                trace(
                        ARTICLE,
                        "--map",
                        "www.google.com=120ms",
                        "--map",
                        "www.quora.com=lab:/delay/80",
                        "--out",
                        "run.csv",
                        "--out",
                        "run.overlap");

        assertThat(code).isEqualTo(3);
        assertThat(commandLine.out()).isEqualTo("[200, 200]" + System.lineSeparator());
        assertThat(commandLine.err())
                .contains("to standard error")
                .contains("get('http://www.google.com'): 200")
                .contains("Wrote ");
        assertThat(Files.readString(folder.resolve("run.csv")))
                .contains("get('https://www.quora.com')");
        TestCommandLine reopened = TestCommandLine.in(folder);
        assertThat(reopened.type("show", "run.overlap")).isZero();
        assertThat(reopened.out()).contains("get('http://www.google.com'): 200");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrder("article.py", "kept", "run.csv", "run.overlap");
        }
    }

    @Test
    void withResultsOnStandardOutputTheProgramPrintsOnStandardError() throws IOException {
        assertThat(trace("print('hello')\nimport time\ntime.sleep(0.05)", "--json")).isZero();

        assertThat(commandLine.err()).contains("hello");
        assertThat(commandLine.outLines())
                .isNotEmpty()
                .allMatch(it -> it.startsWith("{") && it.endsWith("}"));
    }

    @Test
    void aFileThatCannotBeWrittenIsAnErrorOnlyIfTheProgramHadNone() throws IOException {
        Files.createDirectory(folder.resolve("full"));

        assertThat(trace("pass", "--out", "full")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(commandLine.err()).contains("full");
    }

    @Test
    void standardInputIsAtItsEnd() throws IOException {
        assertThat(trace("input()")).isOne();

        assertThat(commandLine.err()).contains("EOFError").contains("standard input");
    }

    @Test
    void whatCannotBeStartedHasTheCodeOfAShell() {
        assertThat(commandLine.type("trace", "--", "no-such-program")).isEqualTo(127);

        assertThat(commandLine.err()).contains("no-such-program");
        assertThat(commandLine.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --map www.google.com=fast python3 a.py  | is neither a time nor a path of the lab
                    --map 127.0.0.1=3ms python3 a.py        | is a numeric address
                    --python python3 ls                     | is none.
                    --out run.gif python3 a.py              | run.gif
                    --no-such-option python3 a.py           | is not understood
                    """)
    void aWrongOptionIsRefusedInASentenceAndNothingRuns(String words, String sentence) {
        assertThat(commandLine.type(("trace " + words).split(" "))).isEqualTo(2);

        assertThat(commandLine.err()).contains(sentence);
        assertThat(commandLine.out()).isEmpty();
    }
}
