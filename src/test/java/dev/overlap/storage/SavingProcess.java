package dev.overlap.storage;

import org.slf4j.Logger;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program that saves files, run in a process that can be limited or killed. */
final class SavingProcess implements AutoCloseable {

    private static final int NOBODY = 65_534;

    private final Process process;
    private final BufferedReader out;

    private SavingProcess(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    /**
     * The main program. Prints a line per finished action.
     *
     * @param words the actions: {@code save FILE BYTES}, {@code begin FILE}, which never finishes,
     *     {@code repeat FILE TIMES} or {@code lock FILE}
     */
    public static void main(String... words) throws IOException, InterruptedException {
        Path file = Path.of(words[1]);
        switch (words[0]) {
            case "save" -> save(file, Integer.parseInt(words[2]));
            case "begin" -> begin(file);
            case "repeat" -> repeat(file, Integer.parseInt(words[2]));
            case "lock" -> lock(file);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static void save(Path file, int bytes) {
        try {
            AtomicFile.write(file, out -> out.write(new byte[bytes]));
            System.out.println("saved");
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void begin(Path file) throws IOException {
        AtomicFile.write(
                file,
                out -> {
                    out.write(new byte[100_000]);
                    System.out.println("begun");
                    System.in.read();
                });
    }

    private static void repeat(Path file, int times) throws IOException {
        System.out.println("begun");
        for (int time = 0; time < times; time++) {
            AtomicFile.write(file, out -> out.write(new byte[10_000]));
        }
        System.out.println("saved");
    }

    private static void lock(Path file) throws IOException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            System.out.println(open.tryLock().isValid() ? "locked" : "not locked");
            System.in.read();
        }
    }

    static SavingProcess start(String... words) throws IOException {
        return start(List.of(), classes(), words);
    }

    /** Starts a process with a limit on the size of files. */
    static SavingProcess startLimited(int bytes, String... words) throws IOException {
        String limit = "ulimit -f " + bytes / 512 + " && exec \"$@\"";
        return start(List.of("sh", "-c", limit, "sh"), classes(), words);
    }

    /**
     * Starts a process as an unprivileged user, since permissions do not apply to root.
     *
     * @param folder for its classes, since it may not be able to read those of this process
     */
    static SavingProcess startAsNobody(Path folder, String... words) throws IOException {
        String id = String.valueOf(NOBODY);
        return start(
                List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups"),
                copied(folder),
                words);
    }

    private static SavingProcess start(List<String> before, Path[] classes, String... words)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m"));
        command.addAll(List.of("-Xshare:auto", "-XX:-UsePerfData"));
        command.add("-Dslf4j.internal.verbosity=ERROR"); // nothing is logged there
        command.add("-cp");
        command.add(String.join(":", Stream.of(classes).map(Path::toString).toList()));
        command.add(SavingProcess.class.getName());
        command.addAll(List.of(words));
        return new SavingProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static Path[] classes() {
        return new Path[] {home(AtomicFile.class), home(SavingProcess.class), home(Logger.class)};
    }

    private static Path[] copied(Path folder) throws IOException {
        String name = "dev/overlap/storage";
        Path copies = Files.createDirectories(folder.resolve(name));
        Path library = home(Logger.class);
        Path itsCopy = folder.resolve("slf4j.jar");
        Files.copy(library, itsCopy, StandardCopyOption.REPLACE_EXISTING);
        for (Path classes : List.of(home(AtomicFile.class), home(SavingProcess.class))) {
            try (Stream<Path> all = Files.list(classes.resolve(name))) {
                for (Path one : all.toList()) {
                    Files.copy(
                            one,
                            copies.resolve(one.getFileName().toString()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return new Path[] {folder, itsCopy};
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the next line that it prints. */
    String line() throws IOException {
        return String.valueOf(out.readLine());
    }

    long pid() {
        return process.pid();
    }

    /** Kills the process as {@code kill -9} does, and waits for its end. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
