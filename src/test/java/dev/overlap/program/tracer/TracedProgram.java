package dev.overlap.program.tracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a program of the tests' resources, as it is or traced.
 *
 * @param arguments the options of the interpreter, the file, and its arguments
 */
record TracedProgram(
        Path folder, Interpreter python, List<String> arguments, Map<String, String> environment) {

    private static final Path PROGRAMS = Path.of("src", "test", "resources", "tracer");
    private static final Path TRACER = Path.of("assets", "tracer").toAbsolutePath();

    /** A hundred times what they need, as the machine may be busy. */
    private static final long LIMIT_SECONDS = 120;

    /** What a program left behind. */
    record Result(int status, String output, String errors) {}

    static TracedProgram of(
            Path folder, Interpreter python, String file, List<String> furtherArguments) {
        List<String> arguments = new ArrayList<>();
        arguments.add(PROGRAMS.resolve(file).toAbsolutePath().toString());
        arguments.addAll(furtherArguments);
        return new TracedProgram(folder, python, arguments, Map.of());
    }

    static TracedProgram of(Path folder, Interpreter python, String file) {
        return of(folder, python, file, List.of());
    }

    /** Returns the same program in an environment with one more variable. */
    TracedProgram with(String name, String value) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(name, value);
        return new TracedProgram(folder, python, arguments, variables);
    }

    /** Returns the same program with options of the interpreter. */
    TracedProgram withOptions(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(arguments);
        return new TracedProgram(folder, python, all, environment);
    }

    /** Runs it without the tracer. */
    Result run() {
        return run(Map.of());
    }

    /** Runs it with the tracer telling a target, such as a port. */
    Result runTold(String target) {
        String users = environment.getOrDefault("PYTHONPATH", "");
        String path = users.isEmpty() ? TRACER.toString() : TRACER + File.pathSeparator + users;
        return run(Map.of("OVERLAP_TRACE", target, "PYTHONPATH", path));
    }

    /**
     * Runs it both ways, which must not differ in anything, and returns what its processes told,
     * the first of them first.
     */
    List<EventStream> traceUnchanged() {
        return traceUnchanged(run());
    }

    /** Runs it traced; its result must be that of an earlier run. */
    List<EventStream> traceUnchanged(Result untraced) {
        try {
            Path events = Files.createTempDirectory(folder, "events");
            Result traced = runTold("file:" + events.resolve("%p"));
            assertThat(traced).isEqualTo(untraced);
            return streams(events);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<EventStream> streams(Path events) throws IOException {
        try (Stream<Path> files = Files.list(events)) {
            List<EventStream> streams = new ArrayList<>();
            for (Path file : files.toList()) {
                if (Files.size(file) > 0) { // else it was killed before it told anything
                    streams.add(EventStream.of(Files.readString(file, StandardCharsets.UTF_8)));
                }
            }
            streams.sort(
                    (a, b) ->
                            Long.compare(
                                    a.hello().path("t").asLong(), b.hello().path("t").asLong()));
            return streams;
        }
    }

    private Result run(Map<String, String> tracing) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            Path errors = Files.createTempFile(folder, "errors", ".txt");
            List<String> command = new ArrayList<>(List.of(python.command()));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
            builder.environment().putAll(environment);
            builder.environment().putAll(tracing);
            Process process =
                    builder.directory(folder.toFile())
                            .redirectOutput(output.toFile())
                            .redirectError(errors.toFile())
                            .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            Result result =
                    new Result(
                            process.exitValue(),
                            Files.readString(output),
                            Files.readString(errors));
            assertThat(ended).as("%s ended; it left %s", command, result).isTrue();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
