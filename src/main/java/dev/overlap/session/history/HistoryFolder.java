package dev.overlap.session.history;

import dev.overlap.storage.AtomicFile;
import dev.overlap.storage.ContentWriter;
import dev.overlap.storage.OwnerOnlyPermissions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a history: per run a session, a label and two thumbnails, which have its id as their
 * name. There is no index that two programs could overwrite: the folder is the index. A session is
 * written before what belongs to it, and deleted before it, so that what has no session belongs to
 * nothing.
 */
final class HistoryFolder {

    /** A file that belongs to a run. */
    enum EntryFile {
        SESSION(".overlap"),
        LABEL(".label"),
        LIGHT("-light.png"),
        DARK("-dark.png");

        private final String ending;

        EntryFile(String ending) {
            this.ending = ending;
        }
    }

    private static final Pattern NAME =
            Pattern.compile("(.+?)(\\.overlap|\\.label|-light\\.png|-dark\\.png)");

    private final Path folder;

    HistoryFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    Path file(String id, EntryFile part) {
        return folder.resolve(id + part.ending);
    }

    /**
     * Returns the ids of all sessions, in order, and removes what belongs to none.
     *
     * @throws IOException if the folder cannot be listed; not if there is none
     */
    Set<String> sessions() throws IOException {
        Set<String> sessions = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    boolean session = name.group(2).equals(EntryFile.SESSION.ending);
                    (session ? sessions : others).add(name.group(1));
                }
            }
        } catch (NoSuchFileException none) {
            return Set.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        others.removeAll(sessions);
        others.forEach(this::removeRest);
        return sessions;
    }

    /** A session may have appeared since the folder was listed. */
    private void removeRest(String id) {
        if (Files.notExists(file(id, EntryFile.SESSION))) {
            try {
                delete(id);
            } catch (IOException e) {
                // Decided here: it is in nobody's way, and the next listing tries again
            }
        }
    }

    /** Returns the size of a session; 0 if it is gone. */
    long size(String id) {
        try {
            return Files.size(file(id, EntryFile.SESSION));
        } catch (IOException gone) {
            return 0; // decided here: another program has deleted it
        }
    }

    InputStream open(String id) throws IOException {
        return Files.newInputStream(file(id, EntryFile.SESSION));
    }

    /**
     * Returns the content of a small file; null if there is none.
     *
     * @throws IOException if it cannot be read or is larger than expected
     */
    byte @Nullable [] read(String id, EntryFile part, int maxBytes) throws IOException {
        Path file = file(id, part);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(maxBytes + 1);
            if (content.length > maxBytes) {
                throw new IOException("it is too large");
            }
            return content;
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    void write(String id, EntryFile part, ContentWriter contentWriter) throws IOException {
        OwnerOnlyPermissions.makeFolder(folder);
        AtomicFile.writeOwnerOnly(file(id, part), contentWriter);
    }

    /**
     * Deletes all that belongs to a run. Does nothing if it is gone.
     *
     * @throws IOException the first failure, after all were tried
     */
    void delete(String id) throws IOException {
        IOException first = null;
        for (EntryFile part : EntryFile.values()) {
            try {
                Files.deleteIfExists(file(id, part));
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
