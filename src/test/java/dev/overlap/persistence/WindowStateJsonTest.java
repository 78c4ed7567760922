package dev.overlap.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.overlap.plan.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class WindowStateJsonTest {

    private static WindowStateJson.ReadResult read(String text) throws IOException {
        return WindowStateJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyStateComesBackExactlyButForItsSecrets() throws IOException {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            WindowState state = States.any(random);
            WindowState kept = state.withSites(state.sites().withoutSecrets());
            assertThat(WindowStateJson.read(WindowStateJson.write(state)))
                    .as("round %d", round)
                    .isEqualTo(new WindowStateJson.ReadResult(kept, List.of()));
        }
    }

    @Test
    void whatVersion01WroteIsReadAndWrittenAsItWas() throws IOException {
        Path old = Path.of("src", "test", "resources", "written-by-0.1", "state.json");

        WindowStateJson.ReadResult readResult = WindowStateJson.read(Files.readAllBytes(old));

        assertThat(readResult.misread()).isEmpty();
        JsonMapper mapper = new JsonMapper();
        ObjectNode expected = (ObjectNode) mapper.readTree(Files.readAllBytes(old));
        ObjectNode settings = expected.withObject("/settings");
        settings.put("trustSystem", false)
                .put("breakDeadlocks", false)
                .put("collect", "all"); // later
        assertThat(mapper.readTree(WindowStateJson.write(readResult.state()))).isEqualTo(expected);
    }

    @Test
    void noPasswordIsWritten() {
        WindowState state =
                States.listing("https://ann:pass@example.org", "# http://bob:pass@b.org");
        assertThat(new String(WindowStateJson.write(state), StandardCharsets.US_ASCII))
                .contains("https://***@example.org", "# http://***@b.org")
                .doesNotContain("pass", "ann", "bob");
    }

    @Test
    void everyLineOfTheListHasALineOfTheFile() {
        WindowState state = States.listing("# my sites", "", "https://example.org x3");
        assertThat(new String(WindowStateJson.write(state), StandardCharsets.US_ASCII))
                .startsWith(
                        """
                        {
                          "sites" : [
                            "# my sites",
                            "",
                            "https://example.org x3"
                          ],
                        """);
    }

    @Test
    void noPartOfAFileIsTakenForTheWhole() {
        byte[] whole = WindowStateJson.write(States.any(new Random(4)));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatIOException()
                    .as("%d bytes", length)
                    .isThrownBy(() -> WindowStateJson.read(part));
        }
    }

    @Test
    void randomBytesAreRefusedAndNothingElse() {
        Random random = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            assertThatIOException()
                    .as("round %d", round)
                    .isThrownBy(() -> WindowStateJson.read(bytes));
        }
    }

    @Test
    void aFileWithRandomFaultsIsReadOrRefused() {
        Random random = new Random(6);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = WindowStateJson.write(States.any(random));
            for (int faults = random.nextInt(1, 4); faults > 0; faults--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> readOrRefuse(bytes))
                    .as("round %d", round)
                    .doesNotThrowAnyException();
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(WindowStateJson.read(bytes).state()).isNotNull();
        } catch (IOException refused) {
            assertThat(refused).hasMessageNotContaining("\n\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "\"text\"", "{} {}", "{\"sites\":[}", "// {}"})
    void whatIsNoObjectIsRefused(String text) {
        assertThatIOException().isThrownBy(() -> read(text));
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatIOException().isThrownBy(() -> read("[".repeat(1_000_000)));
        assertThatIOException().isThrownBy(() -> read("{\"sites\":".repeat(1_000_000)));
    }

    @Test
    void missingAndUnknownFieldsAreNoFault() throws IOException {
        String text = "{\"theme\": 3, \"looks\": {\"colour\": []}, \"sites\": null}";
        assertThat(read(text))
                .isEqualTo(new WindowStateJson.ReadResult(WindowState.DEFAULT, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sites                | {\"sites\": \"https://example.org\"}",
                "model                | {\"model\": \"\"}",
                "settings             | {\"settings\": []}",
                "settings.workers     | {\"settings\": {\"workers\": -1}}",
                "settings.workers     | {\"settings\": {\"workers\": \"4\"}}",
                "settings.workers     | {\"settings\": {\"workers\": 1e99}}",
                "settings.timeout     | {\"settings\": {\"timeout\": \"soon\"}}",
                "settings.timeout     | {\"settings\": {\"timeout\": \"PT-1S\"}}",
                "settings.timeout     | {\"settings\": {\"timeout\": \"PT9999999999999999H\"}}",
                "settings.repeat      | {\"settings\": {\"repeat\": 1.5}}",
                "settings.connections | {\"settings\": {\"connections\": -1}}",
                "settings.warm        | {\"settings\": {\"warm\": \"yes\"}}",
                "looks                | {\"looks\": true}",
                "looks.bounds         | {\"looks\": {\"bounds\": {\"x\": 1}}}",
                "looks.bounds         | {\"looks\": {\"bounds\": {\"x\": 1, \"y\": 1, \"width\":"
                        + " -5, \"height\": 5}}}",
                "looks.bounds         | {\"looks\": {\"bounds\": {\"x\": 1, \"y\": \"NaN\","
                        + " \"width\": 5, \"height\": 5}}}",
                "looks.bounds         | {\"looks\": {\"bounds\": {\"x\": 1e999, \"y\": 1,"
                        + " \"width\": 5, \"height\": 5}}}",
                "looks.maximised      | {\"looks\": {\"maximised\": 1}}",
                "looks.dividers       | {\"looks\": {\"dividers\": [0.5, 1.5]}}",
                "looks.dividers       | {\"looks\": {\"dividers\": 0.5}}",
                "looks.hidden         | {\"looks\": {\"hidden\": [null]}}",
                "looks.theme          | {\"looks\": {\"theme\": {}}}",
            })
    void aFieldThatMakesNoSenseIsNamedAndLeftAtItsDefault(String name, String text)
            throws IOException {
        assertThat(read(text))
                .isEqualTo(new WindowStateJson.ReadResult(WindowState.DEFAULT, List.of(name)));
    }

    @Test
    void aBadFieldCostsOnlyItself() throws IOException {
        String text =
                """
                {"sites": ["lab:/delay/1"],
                 "settings": {"workers": -1, "repeat": 7},
                 "looks": {"bounds": "left", "theme": "dark"}}
                """;
        WindowState expected =
                States.listing("lab:/delay/1")
                        .withSettings(Settings.DEFAULT.withRepeat(7))
                        .withLooks(WindowPreferences.DEFAULT.withTheme("dark"));
        assertThat(read(text))
                .isEqualTo(
                        new WindowStateJson.ReadResult(
                                expected, List.of("settings.workers", "looks.bounds")));
    }

    @Test
    void linesThatAreNoTextKeepWhatTheySay() throws IOException {
        assertThat(read("{\"sites\": [7, {\"a\": null}, \"x\"]}").state().sites().text())
                .isEqualTo("7\n{\"a\":null}\nx\n");
    }
}
