package dev.overlap.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs tools and waits for their end. */
final class Command {

    private Command() {}

    /** Runs this JDK's jpackage, and fails with all that it said if it does. */
    static void jpackage(List<String> arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words);
        // its deb is unpacked again at once
        builder.environment().put("DPKG_DEB_COMPRESSOR_TYPE", "none");
        run(builder);
    }

    /** Runs a command in a folder, and fails with all that it said if its exit code is not 0. */
    static String run(Path folder, String... words) throws IOException, InterruptedException {
        return run(new ProcessBuilder(words).directory(folder.toFile()));
    }

    private static String run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new InstallerException(
                    "%s ended with %d:%n%s"
                            .formatted(String.join(" ", builder.command()), exitCode, said));
        }
        return said;
    }
}
