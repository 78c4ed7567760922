package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.cli.report.RunReporter;
import dev.overlap.comparison.SortOrder;
import dev.overlap.export.session.SessionFormat;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.SideBySide;
import dev.overlap.session.SideBySide.NamedSession;
import dev.overlap.session.file.SessionReader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs and comparisons that are read from files instead of being made. Several files are one
 * comparison, with the runs of each as variants.
 */
final class RecordedFiles {

    private final ReportOutput output;
    private final List<NamedSession> sessions = new ArrayList<>();

    RecordedFiles(ReportOutput output) {
        this.output = output;
    }

    /**
     * Reads files, and prints what of them is not shown.
     *
     * @throws UsageException if one cannot be read
     */
    void load(List<String> names) throws UsageException {
        CliContext context = output.context();
        for (String name : names) {
            Session session = read(name, context.folder());
            session.notes().forEach(note -> context.printError("\"" + name + "\": " + note));
            sessions.add(new NamedSession(name, session));
        }
    }

    /** Reads a file; resolves a relative name against {@code folder}. */
    static Session read(String name, Path folder) throws UsageException {
        try {
            return SessionReader.read(ArgumentCheck.resolve(folder, name));
        } catch (InvalidPathException | NoSuchFileException e) {
            throw new UsageException("There is no file \"" + name + "\".");
        } catch (AccessDeniedException e) {
            throw new UsageException("\"" + name + "\" cannot be read: its permissions forbid it.");
        } catch (IOException e) {
            throw new UsageException("\"" + name + "\" cannot be read: " + e.getMessage());
        }
    }

    /**
     * Prints and writes what was read.
     *
     * @param order the order of variants, or null for that of the file
     * @return whether all tasks had succeeded and all files were written
     */
    boolean show(RunReport.Look look, @Nullable SortOrder order)
            throws IOException, UsageException {
        return switch (recording()) {
            case RecordedRun run -> show(SessionFormat.report(run, look));
            case RecordedComparison it -> show(SessionFormat.report(it, look), order);
        };
    }

    private Recording recording() throws UsageException {
        if (sessions.size() == 1) {
            return sessions.getFirst().session().recording();
        }
        try {
            return SideBySide.of(named());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }

    /**
     * Names what was read after its models, or its files, in the first of these ways that tells all
     * of it apart.
     */
    private List<NamedSession> named() {
        return Stream.<Function<NamedSession, String>>of(
                        RecordedFiles::model, it -> stem(it.name()), it -> fileName(it.name()))
                .map(this::named)
                .filter(RecordedFiles::isUnique)
                .findFirst()
                .orElse(sessions);
    }

    private List<NamedSession> named(Function<NamedSession, String> naming) {
        return sessions.stream()
                .map(it -> new NamedSession(naming.apply(it), it.session()))
                .toList();
    }

    private static boolean isUnique(List<NamedSession> sessions) {
        List<String> names = sessions.stream().map(NamedSession::name).distinct().toList();
        return names.size() == sessions.size() && !names.contains("");
    }

    /** Returns the name of the model of a run; empty for a comparison, which has several. */
    private static String model(NamedSession session) {
        return session.session().recording() instanceof RecordedRun run ? run.modelName() : "";
    }

    private static String fileName(String name) {
        return String.valueOf(Path.of(name).getFileName());
    }

    private static String stem(String name) {
        String file = fileName(name);
        int dot = file.indexOf('.', 1);
        return dot < 0 ? file : file.substring(0, dot);
    }

    private boolean show(RunReport report) throws IOException {
        RunReporter reporter = output.reporter(report.plan());
        reporter.reportEnded(report.trace());
        boolean written = output.conclude(report, reporter);
        return written && CommandSession.allSucceeded(report.trace());
    }

    private boolean show(ComparisonReport read, @Nullable SortOrder order) throws IOException {
        ComparisonReport report =
                order == null
                        ? read
                        : new ComparisonReport(
                                read.comparison(),
                                order,
                                read.guesses(),
                                read.begun(),
                                read.look());
        boolean written = output.conclude(report);
        return written && report.comparison().entries().stream().allMatch(it -> it.undone() == 0);
    }
}
