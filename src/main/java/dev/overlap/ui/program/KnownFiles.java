package dev.overlap.ui.program;

import dev.overlap.storage.AtomicFile;
import dev.overlap.text.program.WatchText;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the files of the programs are that have run, and digests of them, so that a kept run that
 * is opened again shows its file. What is in the files is kept nowhere, and a session that is
 * passed on does not name them: this is a file of its own, one line for each run.
 *
 * <p>Threads: any but the JavaFX thread, as all methods use the disk.
 */
final class KnownFiles {

    private static final Logger LOG = LoggerFactory.getLogger(KnownFiles.class);

    /** More than runs are kept. */
    private static final int MAX_RUNS = 200;

    private static final int MAX_BYTES = 1 << 20;
    private static final String BETWEEN = "\t";

    private final Path folder;
    private final Path list;

    /**
     * @param folder in which the list is kept
     */
    KnownFiles(Path folder) {
        this.folder = folder;
        list = folder.resolve("program-files.txt");
    }

    /** Notes the file of a run, unless it is too long to be shown. */
    synchronized void add(Instant begun, ProgramFile file) {
        List<String> words =
                List.of(begun.toString(), file.digest(), "" + file.folder(), "" + file.file());
        if (file.digest().isEmpty() || words.stream().anyMatch(KnownFiles::breaksLine)) {
            return;
        }
        List<String> lines = new ArrayList<>(lines());
        lines.add(String.join(BETWEEN, words));
        int from = Math.max(0, lines.size() - MAX_RUNS);
        String text = String.join("\n", lines.subList(from, lines.size())) + "\n";
        try {
            Files.createDirectories(folder);
            AtomicFile.writeOwnerOnly(list, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("the file of a run is not noted", e);
        }
    }

    private static boolean breaksLine(String word) {
        return word.contains(BETWEEN) || word.lines().count() > 1;
    }

    private List<String> lines() {
        try {
            return Files.exists(list) && Files.size(list) <= MAX_BYTES
                    ? Files.readAllLines(list)
                    : List.of();
        } catch (IOException e) {
            LOG.debug("the files of runs are not known", e);
            return List.of();
        }
    }

    /** Returns what can be shown of the file of a run; null if it was not noted. */
    synchronized @Nullable ShownSource of(Instant begun) {
        String wanted = begun + BETWEEN;
        return lines().stream()
                .filter(line -> line.startsWith(wanted))
                .map(line -> line.split(BETWEEN, -1))
                .filter(words -> words.length == 4)
                .findFirst()
                .map(words -> shown(words[1], words[2], words[3]))
                .orElse(null);
    }

    private static ShownSource shown(String digest, String folder, String file) {
        try {
            ProgramFile now = ProgramFile.read(Path.of(file), Path.of(folder));
            return now.digest().equals(digest)
                    ? ShownSource.of(now)
                    : new ShownSource(now.name(), null, WatchText.sourceChanged(now.file()));
        } catch (IOException | InvalidPathException e) {
            LOG.debug("the file of a run cannot be read", e);
            String name =
                    file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
            return new ShownSource(name, null, WatchText.sourceGone(file));
        }
    }

    /** Forgets all. */
    synchronized void forget() {
        try {
            Files.deleteIfExists(list);
        } catch (IOException e) {
            LOG.warn("the files of runs are still noted in {}", list, e);
        }
    }
}
