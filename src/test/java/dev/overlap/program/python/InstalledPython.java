package dev.overlap.program.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The interpreter of this machine, on which some tests depend. */
final class InstalledPython {

    private static final long LIMIT_SECONDS = 60;

    /** What would change which certificates are trusted, and where requests go. */
    private static final Set<String> REMOVED =
            Set.of("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE");

    /** Its output, both streams together, and its exit code. */
    record Ended(int code, String output) {}

    /** The search runs once for all tests. */
    private static final class Once {
        static final InterpreterSearch.Found FOUND =
                new InterpreterSearch(System.getenv()).find(Path.of("no-such-folder"));
    }

    private InstalledPython() {}

    /** Returns the interpreter; the test is aborted if there is none of 3.8 or newer. */
    static Interpreter require() {
        Interpreter interpreter = Once.FOUND.interpreter();
        assumeTrue(
                interpreter != null && interpreter.canBeWatched(),
                "there is no python3 of 3.8 or newer");
        return interpreter;
    }

    /** Returns the interpreter; the test is aborted if it has not this library. */
    static Interpreter requireWith(String library) {
        Interpreter interpreter = require();
        assumeTrue(interpreter.library(library) != null, "this python3 has no " + library);
        return interpreter;
    }

    /** Runs a program that is given as text, with this added to its environment. */
    static Ended run(Interpreter interpreter, String code, Map<String, String> added) {
        List<String> words = new ArrayList<>(interpreter.command());
        words.addAll(List.of("-c", code));
        try {
            Path output = Files.createTempFile("overlap-test-", ".txt");
            try {
                ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
                Map<String, String> environment = builder.environment();
                environment.keySet().removeAll(REMOVED);
                environment
                        .keySet()
                        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
                environment.putAll(added);
                Process process = builder.redirectOutput(output.toFile()).start();
                process.getOutputStream().close();
                boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
                process.destroyForcibly().waitFor();
                String text = Files.readString(output, StandardCharsets.UTF_8);
                assertThat(ended).as(text).isTrue();
                return new Ended(process.exitValue(), text);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
