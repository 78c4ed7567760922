package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Standard output as data: {@code --json} and {@code --out -}. */
@Timeout(60)
class DataOutputTest {

    private static final String MIXED =
            " --model sequential --site lab:/a --site lab:/reset --site htp://a";

    @TempDir private Path folder;
    private TestCommandLine commandLine;

    @BeforeEach
    void makeCommandLine() {
        commandLine = TestCommandLine.in(folder);
    }

    private List<JsonNode> objects() {
        return commandLine.outLines().stream().map(JsonMapper.shared()::readTree).toList();
    }

    @Test
    void jsonHasAnObjectForEachTaskAndASummaryAndNothingElse() {
        assertThat(commandLine.type(("run --json" + MIXED).split(" "))).isOne();
        assertThat(objects()).hasSize(3);
        assertThat(objects().getFirst().get("site").stringValue()).isEqualTo("lab:/a");
        assertThat(objects().getFirst().get("status").intValue()).isEqualTo(200);
        assertThat(objects().get(1).get("error").stringValue())
                .isEqualTo("lab:/reset reset it. Try again.");
        assertThat(objects().getLast().get("summary").get("failed").intValue()).isOne();
    }

    @Test
    void withJsonNothingIsPrintedTwice() {
        commandLine.type(("run --json --out - --out a.csv" + MIXED).split(" "));
        assertThat(objects()).hasSize(3);
        assertThat(commandLine.err().lines())
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("overlap: --site 3 is left out: "),
                        line ->
                                assertThat(line)
                                        .isEqualTo("Wrote " + folder.resolve("a.csv") + "."));
    }

    @Test
    void jsonIsTheSameOnATerminal() {
        commandLine = commandLine.withTerminal();
        commandLine.type(("run --json --quiet" + MIXED).split(" "));
        assertThat(objects()).hasSize(3);
        assertThat(commandLine.err().lines()).hasSize(1);
    }

    @Test
    void aFaultOfOverlapItselfStillGivesEveryTaskAndTheSummary() {
        assertThat(commandLine.type("run --json --model sequential --site lab:/fault".split(" ")))
                .isOne();
        assertThat(objects()).hasSize(2);
        assertThat(commandLine.err()).contains("Overlap itself failed");
    }

    @Test
    void aHyphenPrintsTheTableAndAllMessagesOnStandardError() throws IOException {
        assertThat(commandLine.type(("run --out - --out a.csv --out -" + MIXED).split(" ")))
                .isOne();
        assertThat(commandLine.out()).isEqualTo(Files.readString(folder.resolve("a.csv")));
        assertThat(commandLine.outLines()).hasSize(3);
        assertThat(commandLine.err())
                .contains("lab:/a: 200, ", "lab:/reset reset it.", "Peak in flight", "Wrote ");
    }

    @Test
    void quietPrintsOnlyTheTableAndErrors() {
        commandLine.type(("run --out - --quiet" + MIXED).split(" "));
        assertThat(commandLine.outLines()).hasSize(3);
        assertThat(commandLine.err().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("overlap: "));
    }
}
