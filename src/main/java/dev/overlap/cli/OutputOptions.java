package dev.overlap.cli;

import dev.overlap.cli.options.AspectConverter;
import dev.overlap.cli.options.UsageException;
import dev.overlap.export.ReportFormats;
import dev.overlap.export.ReportWriter;
import dev.overlap.plan.SiteList;
import dev.overlap.render.RowGrouping;
import dev.overlap.report.Aspect;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.text.SettingsText;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The options that say where results go, in which form, and what is printed along with them; checks
 * and writes the files that they name.
 */
final class OutputOptions {

    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            completionCandidates = Extensions.class,
            description =
                    "File to write the results to; its extension picks the format"
                            + " (${COMPLETION-CANDIDATES}); - is CSV on stdout.")
    private List<String> out = new ArrayList<>();

    @Option(names = "--dark", description = "Draw pictures on a dark background.")
    private boolean dark;

    @Option(
            names = "--aspect",
            paramLabel = "RATIO",
            converter = AspectConverter.class,
            description =
                    "The proportions of pictures: 16:9 (1280 x 720 units; a PNG has 2560 x 1440"
                            + " pixels), or auto, as tall as they need, which is the default.")
    private Aspect aspect = Aspect.NATURAL;

    @Option(names = "--with-list", description = "Add the list to pictures.")
    private boolean withList;

    @Option(names = "--json", description = "Print JSON, one object per line, as described below.")
    private boolean json;

    @Option(names = "--quiet", description = "Print only what went wrong.")
    private boolean quiet;

    private List<Path> files = List.of();

    /** The extensions of files that can be written, for the help. */
    static final class Extensions implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ReportFormats.all().stream().map(ReportFormat::extension).iterator();
        }
    }

    /** What standard output is for. */
    enum Form {
        TEXT,
        CSV,
        JSON
    }

    /** Returns the options of a command line with one {@code --out}. */
    static OutputOptions toFile(String name) {
        OutputOptions options = new OutputOptions();
        options.out.add(name);
        return options;
    }

    Form form() {
        if (json) {
            return Form.JSON;
        }
        return out.contains(STANDARD_OUTPUT) ? Form.CSV : Form.TEXT;
    }

    /**
     * Returns where messages are printed: on standard error if standard output is for data, and
     * nowhere, except for errors, if they are not wanted.
     */
    CliContext messages(CliContext context) {
        CliContext messages = form() == Form.TEXT ? context : context.onStandardError();
        return quiet ? messages.quiet() : messages;
    }

    /** Says that no proxy is used, if other programs would use one for a site that is run. */
    void noteProxy(SiteList list, CliContext context) {
        if (!quiet) {
            context.proxies()
                    .firstFor(list)
                    .map(proxy -> SettingsText.NO_PROXY.formatted(proxy.text()))
                    .ifPresent(context::printError);
        }
    }

    /** Returns how pictures look. */
    RunReport.Look look(RowGrouping rows) {
        return new RunReport.Look(RunReport.Look.DEFAULT.scale(), dark, rows)
                .withAspect(aspect)
                .withList(withList);
    }

    /**
     * Checks the names of the files, before anything runs.
     *
     * @throws UsageException if an extension is unknown or a file clearly cannot be written
     */
    void checkFiles(CliContext context) throws UsageException {
        List<Path> checked = new ArrayList<>();
        for (String name : out) {
            if (!name.equals(STANDARD_OUTPUT)) {
                checked.add(checked(name, context.folder()));
            }
        }
        files = List.copyOf(checked);
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
            return ArgumentCheck.resolve(folder, name);
        } catch (InvalidPathException e) {
            throw new UsageException("\"" + name + "\" is not a valid file name.");
        }
    }

    private static void requireFormat(String name) throws UsageException {
        try {
            ReportFormats.of(Path.of(name));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }

    /**
     * Loads the classes that write the checked files, so that they can be written while the Java
     * virtual machine shuts down after an interrupt.
     *
     * @throws UsageException if a file of this kind cannot be written on this machine
     */
    void prepareFiles() throws UsageException {
        for (Path file : files) {
            try {
                ReportWriter.prepare(file);
            } catch (IOException e) {
                throw new UsageException(e);
            }
        }
    }

    /** Prints results, which may fail. */
    interface Printing {
        void print() throws IOException;
    }

    /** Writes results to a file. */
    interface FileWriting {

        /** Returns a sentence per kind of thing that the file cannot hold. */
        List<String> write(Path file) throws IOException;
    }

    /**
     * Prints results, then writes them to every checked file. A failure of one keeps none of the
     * others from being written.
     *
     * @return whether all files were written
     */
    boolean printAndWrite(Printing printing, FileWriting writing, CliContext messages)
            throws IOException {
        boolean all = true;
        try {
            printing.print();
        } finally {
            for (Path file : files) {
                all &= write(file, writing, messages);
            }
        }
        return all;
    }

    private static boolean write(Path file, FileWriting writing, CliContext messages) {
        try {
            List<String> omissions = writing.write(file);
            messages.print("Wrote " + file + ".");
            omissions.forEach(messages::printError);
            return true;
        } catch (IOException e) {
            messages.printError(e);
            return false;
        }
    }
}
