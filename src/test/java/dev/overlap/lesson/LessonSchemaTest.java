package dev.overlap.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.PythonModel;
import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Checks that the schema for editors and the reader of Overlap agree. */
class LessonSchemaTest {

    private static final String TEXT =
            LessonFiles.read(LessonFiles.FOLDER.resolve("lesson.schema.json"));

    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(TEXT, InputFormat.JSON);

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }

    private static boolean isValid(String yaml) {
        return LessonReader.read("mine", yaml) instanceof LessonResult.Valid;
    }

    static List<Path> files() {
        return LessonFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void builtInLessonConformsToTheSchemaAndReferencesIt(Path file) {
        String text = LessonFiles.read(file);
        assertThat(errors(text)).isEmpty();
        assertThat(text.lines().findFirst())
                .hasValue("# yaml-language-server: $schema=lesson.schema.json");
    }

    @Test
    void schemaNamesEveryModel() {
        JsonNode models = new ObjectMapper().readTree(TEXT).at("/properties/models/items/oneOf");
        assertThat(
                        StreamSupport.stream(models.spliterator(), false)
                                .map(it -> it.get("const").asString()))
                .containsExactlyElementsOf(
                        Stream.concat(
                                        ConcurrencyModel.all().stream(),
                                        PythonModel.everyOne().stream())
                                .map(ConcurrencyModel::id)
                                .toList());
    }

    @Test
    void schemaHasEverySettingWithItsRange() {
        JsonNode settings = new ObjectMapper().readTree(TEXT).at("/properties/settings/properties");
        assertThat(settings.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(SettingKey.values()).map(SettingKey::id).toList());
        for (SettingKey key : SettingKey.values()) {
            JsonNode setting = settings.path(key.id());
            String type = setting.path("type").asString("");
            switch (key.value()) {
                case SettingValue.Count count -> {
                    assertThat(type).as(key.id()).isEqualTo("integer");
                    assertThat(setting.path("minimum").intValue()).as(key.id()).isEqualTo(1);
                    assertThat(setting.path("maximum").intValue())
                            .as(key.id())
                            .isEqualTo(count.max());
                }
                case SettingValue.Time _ -> assertThat(type).as(key.id()).isEqualTo("string");
                case SettingValue.Choice choice -> {
                    assertThat(type).as(key.id()).isEqualTo("string");
                    assertThat(
                                    StreamSupport.stream(setting.path("enum").spliterator(), false)
                                            .map(JsonNode::asString))
                            .as(key.id())
                            .containsExactlyElementsOf(choice.ids());
                }
                case SettingValue.Flag _ -> assertThat(type).as(key.id()).isEqualTo("boolean");
            }
        }
    }

    @Test
    void everyKeyIsDescribed() {
        JsonNode root = new ObjectMapper().readTree(TEXT);
        for (String place : List.of("/properties", "/properties/settings/properties")) {
            assertThat(root.at(place).properties())
                    .isNotEmpty()
                    .allSatisfy(
                            key ->
                                    assertThat(key.getValue().path("description").asString(""))
                                            .as(key.getKey())
                                            .endsWith("."));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "runs: 1",
                "runs: 99",
                "asks-for-guess: false",
                "notes: For whoever presents it.",
                "minutes: 1",
                "minutes: 60",
                "take-home: Waits overlap.",
                "expect: wall(threads) < 1s",
                "expect: []",
                "expect: [wall(threads) < 1s, 1 = 1]",
                "settings: {}",
                "settings: {workers: 1000, repeat: 10000}",
                "settings: {timeout: 500ms}",
                "settings: {timeout: 2.5s, warm: true}",
                "settings: {trust-system: true}",
                "settings: {timeout: '2,5 S'}",
                "settings: {timeout: ' 1 Min '}",
                "settings: {timeout: 1m}",
                "settings: {timeout: 1h, connections: 100000, connections-per-host: 1}",
                "settings: {interpreter-lock: true, first-failure-cancels: false}",
            })
    void bothAccept(String more) {
        String text = LessonFiles.MINIMAL + more + "\n";
        assertThat(errors(text)).isEmpty();
        assertThat(isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: 3",
                "runs: 0",
                "runs: 100",
                "runs: three",
                "runs: 1.5",
                "runs: '3'",
                "asks-for-guess: 1",
                "asks-for-guess: yes",
                "minutes: 0",
                "minutes: 61",
                "minutes: four",
                "take-home: ''",
                "take-home: [a]",
                "expect: [1]",
                "expect: {}",
                "break-it: ''",
                "break-it: true",
                "notes: 12",
                "notes: ''",
                "notes: [a, b]",
                "notes:",
                "settings: 4",
                "settings: {worker: 4}",
                "settings: {workers: 0}",
                "settings: {workers: 1001}",
                "settings: {workers: true}",
                "settings: {timeout: 5}",
                "settings: {timeout: soon}",
                "settings: {timeout: 5 sec}",
                "settings: {repeat: 0}",
                "settings: {repeat: 10001}",
                "settings: {connections: 0}",
                "settings: {connections-per-host: 100001}",
                "settings: {warm: 'true'}",
                "settings: {trust-system: yes-please}",
                "settings: {interpreter-lock: on}",
            })
    void bothRejectAnAddition(String more) {
        assertBothReject(LessonFiles.MINIMAL + more + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "question", "sites", "models", "look-at", "explanation"})
    void bothRejectAMissingKey(String key) {
        String without = LessonFiles.MINIMAL.replaceFirst("(?m)^" + key + ":(.*\n)(  .*\n)*", "");
        assertThat(without).doesNotContain(key + ":");
        assertBothReject(without);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "look-at: [{say: Here.}]",
                "look-at: [{say: Here., select: 2}, {say: There., select: lab:/delay/10}]",
                "look-at: [{say: Here., rows: resources, zoom: all}]",
                "look-at: [{say: Here., zoom: 10ms-1.5s, at: 1min}]",
                "look-at: [{say: Here., zoom: ' 0s - 2 min '}]",
            })
    void bothAcceptPlaces(String lookAt) {
        String text = LessonFiles.MINIMAL.replaceFirst("look-at: .*", lookAt);
        assertThat(errors(text)).isEmpty();
        assertThat(isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "look-at: []",
                "look-at: [Here.]",
                "look-at: {say: Here.}",
                "look-at: [{select: 1}]",
                "look-at: [{say: ''}]",
                "look-at: [{say: Here., select: 0}]",
                "look-at: [{say: Here., select: 1.5}]",
                "look-at: [{say: Here., select: [1]}]",
                "look-at: [{say: Here., row: tasks}]",
                "look-at: [{say: Here., rows: threads}]",
                "look-at: [{say: Here., zoom: 10ms}]",
                "look-at: [{say: Here., zoom: 10-20}]",
                "look-at: [{say: Here., at: 5}]",
                "look-at: [{say: Here., at: soon}]",
            })
    void bothRejectPlaces(String lookAt) {
        assertBothReject(LessonFiles.MINIMAL.replaceFirst("look-at: .*", lookAt));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models: []",
                "models: threads",
                "models: [treads]",
                "models: [threads, threads]",
                "models: [1]",
            })
    void bothRejectModels(String models) {
        assertBothReject(LessonFiles.MINIMAL.replaceFirst("models: .*", models));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: 5",
                "title: true",
                "title: ''",
                "title: ' '",
                "title: \"two\\nlines\""
            })
    void bothRejectATitle(String title) {
        assertBothReject(
                LessonFiles.MINIMAL.replaceFirst("title: .*", title.replace("\\", "\\\\")));
    }

    @Test
    void bothRejectATooLongTitle() {
        assertThat(isValid(LessonFiles.MINIMAL.replace("Two waits", "w".repeat(80)))).isTrue();
        assertBothReject(LessonFiles.MINIMAL.replace("Two waits", "w".repeat(81)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"just a text", "[a, b]", "5", "{}"})
    void bothRejectOtherContent(String text) {
        assertBothReject(text);
    }

    private static void assertBothReject(String text) {
        assertThat(errors(text)).as("what the schema says of%n%s", text).isNotEmpty();
        assertThat(isValid(text)).as("read%n%s", text).isFalse();
    }
}
