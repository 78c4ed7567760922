package dev.overlap.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs commands, and kills those that take too long. */
final class ExternalCommand {

    /** Some thirty programs run one after another, possibly on a busy machine. */
    private static final long LIMIT_SECONDS = 300;

    /** The exit status of a command, and its whole output including errors. */
    record Result(int status, String output) {}

    private ExternalCommand() {}

    /** Runs a command in a folder. */
    static Result run(Path folder, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            Process process = started(folder, command, output);
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("%s ended; it printed: %s", command, text).isTrue();
            return new Result(process.exitValue(), text);
        } catch (IOException e) {
            return new Result(-1, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Process started(Path folder, List<String> command, Path output)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .remove("PYTHONUNBUFFERED"); // otherwise lines of processes are interleaved
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
