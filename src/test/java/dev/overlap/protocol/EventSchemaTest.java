package dev.overlap.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks that the schema and the parser agree on what an event is. */
class EventSchemaTest {

    private static final Path FOLDER = Path.of("assets", "protocol");

    private static final String TEXT = read(FOLDER.resolve("events.schema.json"));

    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(TEXT, InputFormat.JSON);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Values of all types, and at the ends of ranges. */
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "0",
                    "1",
                    "-1",
                    "1.0",
                    "1.5",
                    "999",
                    "1000",
                    "2147483648",
                    "9007199254740991",
                    "9007199254740992",
                    "4611686018427387903",
                    "4611686018427387904",
                    "\"\"",
                    "\"ok\"",
                    "\"1\"",
                    "[]",
                    "[1]",
                    "[\"a\"]",
                    "[null]",
                    "[-1]",
                    "{}");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Error> errors(String line) {
        return SCHEMA.validate(line, InputFormat.JSON);
    }

    private static boolean isEvent(String line) {
        try {
            new EventParser().parse(line.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (InvalidEventException e) {
            return false;
        }
    }

    static Stream<String> events() {
        return EventParserTest.good().map(it -> ((String) it.get()[0]).replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("events")
    void bothAcceptAndRefuseTheSameValuesOfEachField(String event) {
        assertThat(errors(event)).isEmpty();
        for (String field : JSON.readTree(event).propertyNames()) {
            for (String value : VALUES) {
                ObjectNode changed = (ObjectNode) JSON.readTree(event);
                changed.set(field, JSON.readTree(value));
                agree(changed.toString());
            }
            ObjectNode without = (ObjectNode) JSON.readTree(event);
            without.remove(field);
            agree(without.toString());
        }
    }

    private static void agree(String line) {
        assertThat(errors(line).isEmpty()).as(line).isEqualTo(isEvent(line));
    }

    @Test
    void theSchemaHasTheFieldsThatTheParserKnows() {
        Set<String> fields = new TreeSet<>(JSON.readTree(TEXT).get("properties").propertyNames());
        for (JsonNode event : JSON.readTree(TEXT).get("allOf")) {
            fields.addAll(event.at("/then/properties").propertyNames());
        }

        assertThat(fields).isEqualTo(new TreeSet<>(FieldNames.KNOWN));
    }

    @Test
    void thePageNamesEveryEventAndEveryField() {
        List<String> missing = new ArrayList<>();
        String page = read(FOLDER.resolve("README.md"));
        for (JsonNode event : JSON.readTree(TEXT).get("allOf")) {
            String name = event.at("/if/properties/e/const").asString();
            String row =
                    page.lines()
                            .filter(line -> line.startsWith("| `" + name + "` |"))
                            .findFirst()
                            .orElse("");
            for (String field : event.at("/then/properties").propertyNames()) {
                if (!row.contains("`" + field + "`")) {
                    missing.add(name + "." + field);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void theExampleConforms() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("examples/small.events"));

        assertThat(lines).hasSizeGreaterThan(20);
        assertThat(lines).allSatisfy(line -> assertThat(errors(line)).isEmpty());
        assertThat(lines).allMatch(EventSchemaTest::isEvent);
    }
}
