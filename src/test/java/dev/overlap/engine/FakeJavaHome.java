package dev.overlap.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A Java home for the worker processes of a test, whose {@code java} is a script. This process has
 * loaded what it needs of its own home, which is restored on closing.
 */
final class FakeJavaHome implements AutoCloseable {

    private final String home = System.getProperty("java.home");

    /**
     * Replaces the home.
     *
     * @param folder an empty folder
     * @param script a shell script; {@code $JAVA} is the real {@code java}, and the arguments are
     *     those of a worker process
     */
    FakeJavaHome(Path folder, String script) throws IOException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nJAVA=" + home + "/bin/java\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        System.setProperty("java.home", folder.toString());
    }

    /** Returns a script that runs {@link MisbehavingWorker}. */
    static String worker(MisbehavingWorker.Habit habit) {
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        Path classes = Path.of("target", "classes").toAbsolutePath();
        String libraries = System.getProperty("jdk.module.path");
        return "exec $JAVA -Xshare:auto -XX:TieredStopAtLevel=1 -cp '%s' %s %s"
                .formatted(
                        String.join(
                                File.pathSeparator,
                                tests.toString(),
                                classes.toString(),
                                libraries),
                        MisbehavingWorker.class.getName(),
                        habit);
    }

    @Override
    public void close() {
        System.setProperty("java.home", home);
    }
}
