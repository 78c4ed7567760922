package dev.overlap.cli;

import dev.overlap.export.ComparisonReport;
import dev.overlap.export.Export;
import dev.overlap.export.Report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The files that a run or a comparison is written to. Whether they can be is looked at before
 * anything runs.
 */
final class OutFiles {

    static final OutFiles NONE = new OutFiles(List.of());

    private final List<Path> files;

    private OutFiles(List<Path> files) {
        this.files = files;
    }

    /**
     * Checks names of files.
     *
     * @param folder where names without a folder of their own belong
     * @throws Refused if an extension is not known or a file can clearly not be written
     */
    static OutFiles of(List<String> names, Path folder) throws Refused {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(checked(name, folder));
        }
        return new OutFiles(List.copyOf(files));
    }

    /**
     * Loads what writing takes, so that it can be done while the Java machine goes down after an
     * interruption.
     *
     * @throws Refused if a file of this kind cannot be written on this machine
     */
    void prepare() throws Refused {
        for (Path file : files) {
            try {
                Export.prepare(file);
            } catch (IOException e) {
                throw new Refused(e);
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
    boolean writeAfter(Saying words, Report report, Surroundings program) throws IOException {
        return writeAfter(words, file -> Export.write(report, file), program);
    }

    /**
     * Says something, then writes a comparison to every file, whatever happens to the words or to
     * other files.
     *
     * @return whether all were written
     */
    boolean writeAfter(Saying words, ComparisonReport report, Surroundings program)
            throws IOException {
        return writeAfter(words, file -> Export.writeComparison(report, file), program);
    }

    private interface Writing {
        void write(Path file) throws IOException;
    }

    private boolean writeAfter(Saying words, Writing writing, Surroundings program)
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

    private static boolean write(Path file, Writing writing, Surroundings program) {
        try {
            writing.write(file);
            program.say("Wrote " + file + ".");
            return true;
        } catch (IOException e) {
            program.complain(e);
            return false;
        }
    }

    private static Path checked(String name, Path folder) throws Refused {
        if (!Export.extensions().contains(extension(name))) {
            throw new Refused(
                    "\""
                            + name
                            + "\" does not say what to write. The extensions are: "
                            + String.join(", ", Export.extensions())
                            + ".");
        }
        Path file = path(name, folder);
        Path parent = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new Refused("\"" + name + "\" is a folder. Name a file in it.");
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw new Refused("There is no folder to write \"" + name + "\" to. Make it first.");
        }
        return file;
    }

    private static Path path(String name, Path folder) throws Refused {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new Refused("\"" + name + "\" cannot be the name of a file.");
        }
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
