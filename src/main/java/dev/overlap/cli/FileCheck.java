package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.protocol.file.EventLogCheck;
import dev.overlap.session.Session;
import dev.overlap.session.file.RunFileType;
import dev.overlap.session.file.SessionReader;
import dev.overlap.text.session.ContentText;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks files that are no site lists: those that hold runs, and lessons. They are known by how
 * they begin.
 */
final class FileCheck {

    private static final int HEAD = 1 << 13;

    /**
     * The first key of a lesson, after comments; in a list, nothing follows a colon after a blank.
     */
    private static final Pattern LESSON =
            Pattern.compile(
                    "\uFEFF?(?:\\s*(?:#[^\n]*|---)?\n)*(?:title|question|sites|models|settings|runs"
                            + "|minutes|asks-for-guess|look-at|explanation|take-home|expect"
                            + "|notes)\\s*:(?:\\s.*)?",
                    Pattern.DOTALL);

    private final CliContext context;
    private final String name;

    FileCheck(CliContext context, String name) {
        this.context = context;
        this.name = name;
    }

    /**
     * Checks the file and prints what it was taken for and what is wrong with it.
     *
     * @return whether nothing is wrong; empty if it is neither a run nor a lesson, or cannot be
     *     read
     * @throws UsageException if it is one of these but has no readable content
     */
    Optional<Boolean> check() throws UsageException {
        try {
            Path file = ArgumentCheck.resolve(context.folder(), name);
            @Nullable RunFileType type = SessionReader.typeOf(file);
            if (type != null) {
                boolean isFine =
                        type == RunFileType.PROGRAM_LOG ? checkEvents(file, type) : checkRun(type);
                return Optional.of(isFine);
            }
            return isLesson(file)
                    ? Optional.of(new LessonFiles(context).check(name))
                    : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional
                    .empty(); // decided here: read as a list, it fails again, with a sentence
        }
    }

    private boolean checkRun(RunFileType type) throws UsageException {
        Session session = RecordedFiles.read(name, context.folder());
        context.print(name + ": " + ContentText.of(type.words(), session.recording()));
        session.notes().forEach(note -> context.print(name + ": " + note));
        return session.notes().isEmpty();
    }

    /** Of a log of events every fault counts, but not what its program could not see. */
    private boolean checkEvents(Path file, RunFileType type) throws IOException, UsageException {
        try (InputStream in = Files.newInputStream(file)) {
            List<String> faults = EventLogCheck.faults(in);
            faults.forEach(fault -> context.print(name + ": " + fault));
            boolean _ = checkRun(type);
            return faults.isEmpty();
        }
    }

    private static boolean isLesson(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return LESSON.matcher(head.replace("\r", "")).matches();
        }
    }
}
