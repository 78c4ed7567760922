package dev.overlap.program.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A traced program prints, fails and ends as it does without the tracer, in every version. */
class TracerTransparencyTest {

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> anyVersionBehavesAsBefore() {
        return Interpreter.ofEachVersion().stream()
                .flatMap(
                        python ->
                                Stream.of(
                                        dynamicTest(
                                                "exceptions under 3." + python.minor(),
                                                () -> assertExceptionsAreUntouched(python)),
                                        dynamicTest(
                                                "interpreter of 3." + python.minor(),
                                                () -> assertInterpreterIsUntouched(python))));
    }

    private void assertExceptionsAreUntouched(Interpreter python) {
        EventStream stream =
                TracedProgram.of(folder, python, "raises.py").traceUnchanged().getFirst();

        assertThat(stream.task("in_thread(").end()).isEqualTo("error LookupError");
        assertThat(stream.task("in_task(").end()).isEqualTo("error LookupError");
        assertThat(stream.task("fail(3)").end()).isEqualTo("error LookupError");
        assertThat(stream.task("GET ").end()).isEqualTo("error ConnectionRefusedError");
        assertThat(stream.task("raises.py").end()).isEqualTo("error RuntimeError");
        assertThat(stream.notes()).isEmpty();
    }

    /** Warnings of fork among several threads would show a thread that is not the program's. */
    private void assertInterpreterIsUntouched(Interpreter python) {
        TracedProgram program = TracedProgram.of(folder, python, "untouched.py", List.of("a", "b"));
        TracedProgram warned = program.withOptions("-W", "default");
        TracedProgram.Result untraced = warned.run();

        List<EventStream> streams = warned.traceUnchanged(untraced);

        assertThat(untraced.status()).isEqualTo(7);
        assertThat(streams).hasSize(2).allMatch(EventStream::saidGoodbye); // the child's _exit, too
        assertThat(streams).allMatch(stream -> stream.notes().isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> olderVersionsRunUnwatched() {
        return Interpreter.tooOld().stream()
                .map(
                        python ->
                                dynamicTest(
                                        "3." + python.minor(),
                                        () ->
                                                assertThat(
                                                                TracedProgram.of(
                                                                                folder, python,
                                                                                "many.py")
                                                                        .traceUnchanged())
                                                        .isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-I", "-E", "-S"})
    void switchedOffByAnOptionNothingIsTold(String option) {
        TracedProgram program =
                TracedProgram.of(folder, Interpreter.since(8), "many.py").withOptions(option);

        assertThat(program.traceUnchanged(new TracedProgram.Result(0, "1124250\n", ""))).isEmpty();
    }

    @Test
    void namesShowNoSecretsAndRunNoCodeOfTheProgram() {
        EventStream stream =
                TracedProgram.of(folder, Interpreter.since(8), "names.py")
                        .traceUnchanged(new TracedProgram.Result(0, "", ""))
                        .getFirst();

        assertThat(stream.task("fetch(").name())
                .startsWith("fetch('https://host.example/a?b=1', 7, 0.5, 'xxx")
                .hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void aProgramThatDoesNotCompileFailsAsBefore() {
        TracedProgram program = TracedProgram.of(folder, Interpreter.since(8), "quotes.py");
        TracedProgram.Result untraced = program.run();

        EventStream stream = program.traceUnchanged(untraced).getFirst();

        assertThat(untraced.errors()).contains("SyntaxError", "“");
        assertThat(stream.tasks()).isEmpty();
        assertThat(stream.saidGoodbye()).isTrue();
    }

    @Test
    void underPython314AMissingLoopIsToldWithItsCure() {
        TracedProgram program = TracedProgram.of(folder, Interpreter.since(8), "no_loop.py");
        TracedProgram.Result expected = new TracedProgram.Result(0, "there is none\n", "");

        List<EventStream> assumed =
                program.with("OVERLAP_TRACE_ASSUME", "3.14").traceUnchanged(expected);
        List<EventStream> before =
                program.with("OVERLAP_TRACE_ASSUME", "3.11").traceUnchanged(expected);

        assertThat(assumed.getFirst().notes())
                .singleElement()
                .asString()
                .contains("3.14", "asyncio.run(main())");
        assertThat(before.getFirst().notes()).isEmpty();
    }

    /** The user's own PYTHONPATH stays behind ours, and the next sitecustomize runs. */
    @Test
    void whatIsNotSeenIsTold() throws IOException {
        Path modules = Files.createDirectory(folder.resolve("modules"));
        Files.writeString(modules.resolve("uvloop.py"), "");
        Files.writeString(modules.resolve("gevent.py"), "");
        Files.writeString(modules.resolve("overlap_trace.py"), "raise SystemExit('ours only')");
        Files.writeString(modules.resolve("sitecustomize.py"), "print('customized')");
        TracedProgram program =
                TracedProgram.of(folder, Interpreter.since(8), "green.py")
                        .with("PYTHONPATH", modules.toString());
        TracedProgram.Result untraced = program.run();

        EventStream stream = program.traceUnchanged(untraced).getFirst();

        assertThat(untraced.output()).startsWith("customized\ngevent uvloop");
        assertThat(stream.notes())
                .containsExactly(
                        "gevent: nothing of its greenlets is seen",
                        "uvloop: steps of the loop are not seen");
    }
}
