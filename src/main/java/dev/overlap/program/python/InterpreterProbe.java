package dev.overlap.program.python;

import dev.overlap.program.python.ProbeResult.Answered;
import dev.overlap.program.python.ProbeResult.Obstacle;
import dev.overlap.program.python.ProbeResult.Unusable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks a command whether it is a Python interpreter, and which: runs it once with a few lines that
 * print a line of JSON. Any Python since 2.7 can answer. There is no shell; standard input is
 * empty; of its output only the beginning is read.
 *
 * <p>Threads: any but the JavaFX thread, since asking blocks until the answer, or for the limit.
 */
public final class InterpreterProbe {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MAX_BYTES = 64 << 10;

    /** For what was printed before the end; something else may keep the pipe open. */
    private static final long REST_MILLIS = 1_000;

    /** The environment that would change the answer: ours, and certificates of the user. */
    private static final List<String> REMOVED =
            List.of("OVERLAP_TRACE", "SSL_CERT_FILE", "SSL_CERT_DIR", "PYTHONINSPECT");

    private final Duration limit;

    /** Creates a probe that waits ten seconds for an answer. */
    public InterpreterProbe() {
        this(LIMIT);
    }

    InterpreterProbe(Duration limit) {
        this.limit = limit;
    }

    /**
     * Asks a command.
     *
     * @param command the words that start it, such as {@code py -3}
     */
    public ProbeResult ask(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.add("-c");
        words.add(ProbeAnswer.QUESTION);
        words.addAll(Interpreter.LIBRARIES);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        REMOVED.forEach(builder.environment().keySet()::remove);
        try {
            return answer(command, builder.start());
        } catch (IOException e) {
            return new Unusable(command, Obstacle.NOT_STARTED, String.valueOf(e.getMessage()));
        }
    }

    private ProbeResult answer(List<String> command, Process process) throws IOException {
        try {
            process.getOutputStream().close();
            CompletableFuture<String> output = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> output.complete(beginning(process)));
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            end(process);
            String text = output.completeOnTimeout("", REST_MILLIS, TimeUnit.MILLISECONDS).join();
            return ended
                    ? interpreted(command, text)
                    : new Unusable(command, Obstacle.TOO_SLOW, lastLine(text));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unusable(command, Obstacle.TOO_SLOW, "");
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String beginning(Process process) {
        try {
            byte[] bytes = process.getInputStream().readNBytes(MAX_BYTES);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // the process was killed: whatever it said is no answer
        }
    }

    private static ProbeResult interpreted(List<String> command, String output) {
        Interpreter interpreter = ProbeAnswer.find(command, output);
        return interpreter == null
                ? new Unusable(command, Obstacle.NOT_PYTHON, lastLine(output))
                : new Answered(interpreter);
    }

    private static String lastLine(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.getLast().strip();
    }
}
