package dev.overlap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A lab in a process of its own, so that neither end of a connection counts for the other. */
final class LabProcess implements AutoCloseable {

    private final Process process;
    private final URI uri;

    /**
     * Starts it, by the command that everybody has for it, and waits until it listens.
     *
     * @throws IOException if it does not say where it listens
     */
    LabProcess() throws IOException {
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "--module-path",
                                System.getProperty("jdk.module.path"),
                                "--module",
                                "dev.overlap/dev.overlap.Main",
                                "lab")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader words = process.inputReader(UTF_8);
        String first = words.readLine();
        if (first == null) {
            throw new IOException("The lab ended before it listened.");
        }
        uri = URI.create(first);
    }

    URI uri() {
        return uri;
    }

    /** Asks it to end, and makes it after a while. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            process.destroyForcibly(); // it took too long
        }
    }
}
