package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.export.ComparisonReport;
import dev.overlap.export.ReportFormat;
import dev.overlap.export.ReportWriter;
import dev.overlap.export.RunReport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a run or a comparison is written to. Whether they can be is looked at before
 * anything runs.
 */
final class OutputFiles {

    static final OutputFiles NONE = new OutputFiles(List.of());

    private final List<Path> files;

    private OutputFiles(List<Path> files) {
        this.files = files;
    }

    /**
     * Checks names of files.
     *
     * @param folder where names without a folder of their own belong
     * @throws UsageException if an extension is not known or a file can clearly not be written
     */
    static OutputFiles of(List<String> names, Path folder) throws UsageException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(checked(name, folder));
        }
        return new OutputFiles(List.copyOf(files));
    }

    /**
     * Loads what writing takes, so that it can be done while the Java machine goes down after an
     * interruption.
     *
     * @throws UsageException if a file of this kind cannot be written on this machine
     */
    void prepare() throws UsageException {
        for (Path file : files) {
            try {
                ReportWriter.prepare(file);
            } catch (IOException e) {
                throw new UsageException(e);
            }
        }
    }

    /** What is said of a run before it is written, and may fail. */
    interface Saying {
        void say() throws IOException;
    }

    /**
     * Says something, then writes a report to every file, whatever happens to the words or to other
     * files.
     *
     * @return whether all were written
     */
    boolean writeAfter(Saying words, RunReport report, CliContext program) throws IOException {
        return writeAfter(words, file -> ReportWriter.write(report, file), program);
    }

    /**
     * Says something, then writes a comparison to every file, whatever happens to the words or to
     * other files.
     *
     * @return whether all were written
     */
    boolean writeAfter(Saying words, ComparisonReport report, CliContext program)
            throws IOException {
        return writeAfter(words, file -> ReportWriter.write(report, file), program);
    }

    private interface Writing {
        void write(Path file) throws IOException;
    }

    private boolean writeAfter(Saying words, Writing writing, CliContext program)
            throws IOException {
        boolean all = true;
        try {
            words.say();
        } finally {
            for (Path file : files) {
                all &= write(file, writing, program);
            }
        }
        return all;
    }

    private static boolean write(Path file, Writing writing, CliContext program) {
        try {
            writing.write(file);
            program.print("Wrote " + file + ".");
            return true;
        } catch (IOException e) {
            program.printError(e);
            return false;
        }
    }

    private static Path checked(String name, Path folder) throws UsageException {
        Path file = path(name, folder);
        requireFormat(name);
        Path parent = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UsageException("\"" + name + "\" is a folder. Name a file in it.");
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw new UsageException(
                    "There is no folder to write \"" + name + "\" to. Create it first.");
        }
        return file;
    }

    private static Path path(String name, Path folder) throws UsageException {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new UsageException("\"" + name + "\" is not a valid file name.");
        }
    }

    private static void requireFormat(String name) throws UsageException {
        try {
            ReportFormat.of(Path.of(name));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }
}
