package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.export.ReportFormats;
import dev.overlap.report.ReportFormat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Wrong usage: code 2, one sentence on standard error, nothing run. */
class UsageErrorTest {

    @TempDir private Path folder;
    private TestCommandLine commandLine;

    @BeforeEach
    void makeCommandLine() {
        commandLine = TestCommandLine.in(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                    | A command is missing. See overlap --help.
                    rum                                   | "rum" is not understood. See overlap --help.
                    models x                              | "x" is not understood. See overlap models --help.
                    run --modell x                        | "--modell" is not understood. See overlap run --help.
                    run --site lab:/a                     | A model is missing: write --model ID. See overlap models.
                    run --model                           | Missing required parameter for option '--model' (ID). See overlap run --help.
                    run --model sequential                | There is nothing to run. Name a file, - or --site.
                    run - --model sequential              | There is nothing to run: the list has no site that is switched on.
                    run a b --model sequential            | "b" is not understood. See overlap run --help.
                    run no.sites --model sequential       | There is no file "no.sites".
                    run . --model sequential              | "." cannot be read: Is a directory.
                    run --model thread-pool --site lab:/ --workers 0     | The number of workers must be between 1 and 1000.
                    run --model thread-pool --site lab:/ --workers -3    | The number of workers must be between 1 and 1000.
                    run --model thread-pool --site lab:/ --workers two   | Invalid value for option '--workers': "two" is not a whole number. See overlap run --help.
                    run --model sequential --site lab:/ --repeat 10001   | The list must run 1 to 10000 times.
                    run --model sequential --site lab:/ --connections 0 | The number of connections in total must be between 1 and 100000.
                    run --model sequential --site lab:/ --connections-per-host -1 | The number of connections per host must be between 1 and 100000.
                    run --model sequential --site example.org --repeat 101 | This run would send 101 requests to example.org. Add --yes if its owner agrees.
                    check                                 | Missing required parameter: 'FILE'. See overlap check --help.
                    check no.sites                        | There is no file "no.sites".
                    run --model sequential --site lab:/ --timeout 0s     | The timeout must be between 1 ms and 1 hour.
                    run --model sequential --site lab:/ --timeout 2h     | The timeout must be between 1 ms and 1 hour.
                    run --model sequential --site lab:/ --timeout 10     | Invalid value for option '--timeout': "10" has no unit. Write 10s or 10ms. See overlap run --help.
                    run --model sequential --site lab:/ --timeout soon   | Invalid value for option '--timeout': "soon" is not a duration. Write it as in 400ms, 2.5s or 1min. See overlap run --help.
                    run --model sequential --site lab:/ --out a.gif      | "a.gif" has no known extension. Use one of: FORMATS.
                    run --model sequential --site lab:/ --out png        | "png" has no known extension. Use one of: FORMATS.
                    run --model sequential --site lab:/ --out no/a.png   | There is no folder to write "no/a.png" to. Create it first.
                    run --model sequential --site lab:/ --repeat 10000 --site lab:/k --site lab:/b --site lab:/c --site lab:/d --site lab:/e --site lab:/f --site lab:/g --site lab:/h --site lab:/i --site lab:/j | This list would make more than 100000 tasks. Repeat it, or its lines, less often.
                    compare                               | There is nothing to run. Name a file, - or --site.
                    compare --site lab:/ --runs 0         | Each model runs 1 to 99 times.
                    compare --site lab:/ --aspect 4:3     | Invalid value for option '--aspect': "4:3" is not a value of --aspect. Use 16:9 or auto. See overlap compare --help.
                    compare --site lab:/ --sort size      | Invalid value for option '--sort': "size" is not a value of --sort. Use wall, list or name. See overlap compare --help.
                    compare --site lab:/ --guess threads  | Invalid value for option '--guess' (ID=TIME): "threads" is not a guess. Write it as in event-loop=400ms. See overlap compare --help.
                    compare --site lab:/ --guess threads=999999999h | Invalid value for option '--guess' (ID=TIME): A guess must be between 1 ms and 1 hour. See overlap compare --help.
                    compare --site lab:/ --guess threads=0s | Invalid value for option '--guess' (ID=TIME): A guess must be between 1 ms and 1 hour. See overlap compare --help.
                    compare --site lab:/ --guess process-pool=1s         | The guess for "process-pool" does not match any model of this comparison.
                    compare --site lab:/ --sweep 1,x --model threads     | Invalid value for option '--sweep': "1,x" is not a list of worker counts. Write it as in 1,2,4,8, or auto. See overlap compare --help.
                    compare --site lab:/ --sweep 1,2                     | A sweep takes one model: write --model ID. See overlap models.
                    compare --site lab:/ --sweep 0,2 --model thread-pool | The number of workers must be between 1 and 1000.
                    compare --site lab:/ --sweep 1,2 --model thread-pool --workers 3 | A sweep sets the number of workers itself: leave out --workers or --sweep.
                    compare --site lab:/ --sweep 1 --model thread-pool --guess thread-pool=1s | A guess is for a model, not for a number of workers: leave out --guess or --sweep.
                    compare --site example.org --repeat 10               | These 15 runs would send 150 requests to example.org. Add --yes if its owner agrees.
                    compare --site lab:/ --out a.gif                     | "a.gif" has no known extension. Use one of: FORMATS.
                    lab --port 65536                      | The port must be a number from 0 to 65535, not 65536.
                    lab --port x                          | Invalid value for option '--port': "x" is not a whole number. See overlap lab --help.
                    """)
    void isReportedInASentence(String line, String sentence) {
        String[] words = line == null || line.isEmpty() ? new String[0] : line.split(" ");
        assertThat(commandLine.type(words)).isEqualTo(2);
        String formats =
                ReportFormats.all().stream()
                        .map(ReportFormat::extension)
                        .collect(Collectors.joining(", "));
        String expected = "overlap: " + sentence.replace("FORMATS", formats);
        assertThat(commandLine.err()).isEqualTo(expected + System.lineSeparator());
        assertThat(commandLine.out()).isEmpty();
        assertThat(commandLine.engine.plans).isEmpty();
    }

    @Test
    void anUnknownModelIsReportedWithTheKnownOnes() {
        assertThat(commandLine.type("run", "--model", "x", "--site", "lab:/a")).isEqualTo(2);
        assertThat(commandLine.err())
                .startsWith(
                        "overlap: There is no model \"x\". The models are: sequential, threads, ");
        assertThat(commandLine.engine.plans).isEmpty();
    }

    @Test
    void aSweepOfAModelWithoutWorkersNamesTheModelsWithWorkers() {
        assertThat(
                        commandLine.type(
                                "compare --site lab:/ --sweep 1,2 --model sequential".split(" ")))
                .isEqualTo(2);
        assertThat(commandLine.err())
                .startsWith("overlap: \"Sequential\" has no number of workers to choose, ");
        assertThat(commandLine.engine.plans).isEmpty();
    }

    @Test
    void aBinaryFileIsRefused() throws IOException {
        Files.write(folder.resolve("a.sites"), new byte[] {'l', (byte) 0xff, '\n'});
        assertThat(commandLine.type("run", "a.sites", "--model", "sequential")).isEqualTo(2);
        assertThat(commandLine.err())
                .isEqualTo("overlap: \"a.sites\" is not UTF-8 text. Save it as UTF-8.\n");
    }

    @Test
    void binaryStandardInputIsRefused() {
        commandLine = commandLine.withInput((byte) 0x80);
        assertThat(commandLine.type("run", "-", "--model", "sequential")).isEqualTo(2);
        assertThat(commandLine.err())
                .isEqualTo("overlap: \"standard input\" is not UTF-8 text. Save it as UTF-8.\n");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws IOException {
        Files.write(folder.resolve("a.sites"), new byte[(16 << 20) + 1]);
        assertThat(commandLine.type("run", "a.sites", "--model", "sequential")).isEqualTo(2);
        assertThat(commandLine.err())
                .isEqualTo("overlap: \"a.sites\" is too large for a list of sites.\n");
    }

    @Test
    void aListWithoutAValidLineIsRefusedWithTheReason() {
        assertThat(commandLine.type("run", "--model", "sequential", "--site", "htp://a"))
                .isEqualTo(2);
        assertThat(commandLine.err().lines())
                .hasSize(2)
                .last()
                .isEqualTo(
                        "overlap: There is nothing to run: the list has no site that is switched"
                                + " on.");
    }

    @Test
    void aPictureCannotReplaceAFolder() throws IOException {
        Files.createDirectory(folder.resolve("a.png"));
        assertThat(commandLine.type("run --model sequential --site lab:/ --out a.png".split(" ")))
                .isEqualTo(2);
        assertThat(commandLine.err()).contains("\"a.png\" is a folder. Name a file in it.");
    }
}
