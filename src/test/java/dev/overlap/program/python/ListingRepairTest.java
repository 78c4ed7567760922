package dev.overlap.program.python;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.overlap.program.python.InstalledPython.Ended;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ListingRepairTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x = “a” | x = \"a\"",
                "x = ‘a’ | x = 'a'",
                "x = „a“ | x = \"a\"",
                "x = [“a”, “b”] | x = [\"a\", \"b\"]",
                "x = [“a\", “b”] | x = [\"a\", \"b\"]",
                "x = [\"a”, ‘b'] | x = [\"a\", 'b']",
                "x = “say \"hi\"” | x = \"say \\\"hi\\\"\"",
                "x = “it’s” | x = \"it’s\"",
                "x = ‘it’s’ | x = 'it’s'",
                "x = f“{y}” + “” | x = f\"{y}\" + \"\"",
                "x = “““a “b” \"\"\" | x = \"\"\"a “b” \"\"\"",
                "x = “a\\”b” | x = \"a\\”b\"",
                "x = 3 – 2 − 1 | x = 3 - 2 - 1",
                "print(…) | print(...)",
                "x =\u00a0\u200b1 | x = 1",
                "x = “never ends | x = \"never ends"
            })
    void typographyOutsideOfTextsIsMended(String copied, String mended) {
        assertThat(ListingRepair.mend(copied)).isEqualTo(mended);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x = \"“a” – it’s…\"",
                "x = 'a “b” c'",
                "# “quoted” – in a comment\nx = 1",
                "x = '''\n“a”\n'''  # ‘b’",
                "x = r'\\' + \"“\"",
                "x = 'a\\\n“b”'",
                "x = \"\" + \"\"\"“\"\"\"",
                "\ufeffx = 1",
                "x = f\"{y['“']}\""
            })
    void whatPythonCanReadStaysAsItIs(String text) {
        assertThat(ListingRepair.mend(text)).isEqualTo(text);
    }

    @Test
    void theStandardLibraryStaysAsItIs() throws IOException {
        String where = "import os; print(os.path.dirname(os.__file__))";
        Ended ended = InstalledPython.run(InstalledPython.require(), where, Map.of());
        Path library = Path.of(ended.output().strip());
        try (Stream<Path> files = Files.walk(library, 1)) {
            List<Path> programs = files.filter(it -> it.toString().endsWith(".py")).toList();
            assertThat(programs).hasSizeGreaterThan(100);
            for (Path program : programs) {
                String text = new String(Files.readAllBytes(program), UTF_8); // some are not
                assertThat(ListingRepair.mend(text)).as(program.toString()).isEqualTo(text);
            }
        }
    }

    @Test
    void pythonReadsAMendedListing() {
        Interpreter interpreter = InstalledPython.require();
        String mended =
                ListingRepair.mend(
                        """
                        sites = [
                        \u00a0   “http://www.google.com”,
                            ‘http://www.quora.com’,  # “both”
                        ]
                        print(“, ”.join(sites), 3 – 1)
                        """);

        Ended ended = InstalledPython.run(interpreter, mended, Map.of("PYTHONIOENCODING", "utf-8"));

        assertThat(ended.output().strip())
                .isEqualTo("http://www.google.com, http://www.quora.com 2");
    }
}
