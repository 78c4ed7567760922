package dev.overlap.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs commands, and kills those that take too long. */
final class ExternalCommand {

    /** Some thirty programs run one after another, possibly on a busy machine. */
    private static final long LIMIT_SECONDS = 300;

    /**
     * What {@code java} takes from the environment, also where a program starts itself again. Most
     * of its work is to compile the program, and it is over before the optimizing compiler has paid
     * for itself.
     */
    private static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** What {@code java} prints of them. */
    private static final String JAVA_NOTE = "NOTE: Picked up JDK_JAVA_OPTIONS: " + JAVA_OPTIONS;

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
            return new Result(process.exitValue(), withoutNotes(text));
        } catch (IOException e) {
            return new Result(-1, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Others may print between a note and its line end. */
    private static String withoutNotes(String output) {
        return output.replaceAll(Pattern.quote(JAVA_NOTE) + "\\R?", "");
    }

    private static Process started(Path folder, List<String> command, Path output)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .remove("PYTHONUNBUFFERED"); // otherwise lines of processes are interleaved
        builder.environment().put("JDK_JAVA_OPTIONS", JAVA_OPTIONS);
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
