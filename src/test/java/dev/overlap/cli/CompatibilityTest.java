package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.LessonReader;
import dev.overlap.lesson.LessonResult;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Lists, lessons and scripts written for version 0.1 are still understood. */
class CompatibilityTest {

    private static final Path WRITTEN = Path.of("src", "test", "resources", "written-by-0.1");

    private static final Settings SETTINGS =
            new Settings(
                    OptionalInt.of(3),
                    Duration.ofSeconds(5),
                    2,
                    new ConnectionSettings(4, 40, true),
                    new RunRules(true, true, false));

    @TempDir private Path folder;

    static List<String> commands() throws IOException {
        return Files.readAllLines(WRITTEN.resolve("commands.txt"));
    }

    /** One line of the list is wrong on purpose, so every command that reads it exits with 1. */
    @ParameterizedTest
    @MethodSource("commands")
    void commandLineIsUnderstood(String command) throws IOException {
        Files.copy(WRITTEN.resolve("list.sites"), folder.resolve("list.sites"));
        TestCommandLine commandLine = TestCommandLine.in(folder);

        int code = commandLine.type(command.split(" "));

        assertThat(code).as(commandLine.err()).isEqualTo(command.contains("list.sites") ? 1 : 0);
    }

    @Test
    void listIsReadLineByLine() throws IOException {
        SiteList list = SiteList.parse(Files.readString(WRITTEN.resolve("list.sites")));

        assertThat(list.lines())
                .extracting(line -> (Object) line.meaning().getClass())
                .containsExactly(
                        LineMeaning.Nothing.class,
                        LineMeaning.Entry.class,
                        LineMeaning.Entry.class,
                        LineMeaning.Entry.class,
                        LineMeaning.Entry.class,
                        LineMeaning.Problem.class);
    }

    @Test
    void lessonIsReadWithAllItsSettings() throws IOException {
        LessonResult reading =
                LessonReader.read("old", Files.readString(WRITTEN.resolve("lesson.yaml")));

        assertThat(reading).isInstanceOf(LessonResult.Valid.class);
        assertThat(((LessonResult.Valid) reading).lesson().settings()).isEqualTo(SETTINGS);
    }
}
