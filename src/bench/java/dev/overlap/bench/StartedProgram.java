package dev.overlap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that is started to measure how long it takes; Linux tells its memory, in KB. */
final class StartedProgram implements AutoCloseable {

    private final long begin = System.nanoTime();
    private final Process process;

    /** Starts it with variables added to the environment. */
    StartedProgram(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /**
     * Reads until a line begins with this, and returns the seconds since the start.
     *
     * @throws IOException if the program ends before
     */
    double secondsUntil(String words) throws IOException {
        BufferedReader lines = process.inputReader(UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(words)) {
                return seconds();
            }
        }
        throw new IOException("The program ended before it said: " + words);
    }

    /**
     * Reads until it ends, and returns the seconds since the start.
     *
     * @throws IOException if it fails
     */
    double secondsUntilEnd() throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("A program failed: " + said);
        }
        return seconds();
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** The highest memory it had while it ran, in MB; 0 where the system does not tell. */
    double peakMegabytes() throws InterruptedException {
        double peak = 0;
        Thread reader = Thread.ofVirtual().start(this::discardOutput);
        while (process.isAlive()) {
            peak = Math.max(peak, megabytes("VmHWM:"));
            Thread.sleep(20);
        }
        reader.join();
        return peak;
    }

    private void discardOutput() {
        try {
            process.getInputStream().readAllBytes();
        } catch (IOException e) {
            process.destroy(); // what it prints is not measured, but must go somewhere
        }
    }

    /** The memory it has now, in MB; 0 where the system does not tell. */
    double megabytes() {
        return megabytes("VmRSS:");
    }

    private double megabytes(String field) {
        Path status = Path.of("/proc", process.pid() + "", "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // it has just ended, or this is not Linux
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
