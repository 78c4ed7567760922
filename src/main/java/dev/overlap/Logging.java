package dev.overlap;

import dev.overlap.storage.OwnerOnlyPermissions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Sends everything that is logged to a bounded file, and nothing to the console.
 *
 * <p>The log is for the day when something is wrong; the program never depends on it. Where its
 * folder cannot be written, or the disk is full, the program goes on without a log.
 */
final class Logging {

    /** How long one file may grow, in bytes; of two files the older one is given up. */
    private static final int LIMIT_BYTES = 1 << 20;

    private static final int FILES = 2;

    private static final String SETTINGS =
            """
            handlers =
            .level = INFO
            java.util.logging.SimpleFormatter.format = %1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n
            """;

    /** Held for good: a logger that nobody holds is collected, and its level with it. */
    private static final Logger HTTP_CLIENT = Logger.getLogger("org.apache.hc");

    private Logging() {}

    /** Begins to log into a folder, which is made if need be. To be called once, at the start. */
    static void begin(Path folder) {
        silence();
        file(folder).ifPresent(Logger.getLogger("")::addHandler);
    }

    /** In place of {@link #begin} where no folder is known: nothing is logged. */
    static void silence() {
        try (var settings = new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8))) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory cannot be read", impossible);
        }
        HTTP_CLIENT.setLevel(Level.WARNING);
    }

    private static Optional<Handler> file(Path folder) {
        String pattern = folder.toString().replace("%", "%%") + "/overlap.%g.log";
        try {
            OwnerOnlyPermissions.makeFolder(folder);
            requireFiles(folder);
            FileHandler file = new OwnersHandler(pattern, folder);
            file.setFormatter(new SimpleFormatter());
            file.setEncoding(StandardCharsets.UTF_8.name());
            file.setErrorManager(new Deaf());
            return Optional.of(file);
        } catch (IOException unwritable) {
            // Decided here: no log, and no word about it, since the program does its work without.
            return Optional.empty();
        }
    }

    /**
     * Refuses a folder in which something else lies under the name of a log: a pipe would hold the
     * program until somebody reads from it.
     */
    private static void requireFiles(Path folder) throws IOException {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "overlap.*")) {
            for (Path log : logs) {
                if (!Files.isRegularFile(log)) {
                    throw new FileAlreadyExistsException(log.toString());
                }
            }
        }
    }

    /** Its files, each new one too, can be read by their owner alone: URLs stand in them. */
    private static final class OwnersHandler extends FileHandler {

        private final Path folder;

        OwnersHandler(String pattern, Path folder) throws IOException {
            super(pattern, LIMIT_BYTES, FILES, true);
            this.folder = folder;
            restrict();
        }

        /** Called for each new file; for the first one before there is a folder. */
        @Override
        @SuppressWarnings("ConstantValue")
        protected synchronized void setOutputStream(OutputStream out) {
            super.setOutputStream(out);
            if (folder != null) {
                restrict();
            }
        }

        private void restrict() {
            try {
                OwnerOnlyPermissions.restrictFolder(folder);
            } catch (IOException e) {
                // Decided here: the window says so when it opens
            }
        }
    }

    /** Does not print that the disk is full, as its parent does. */
    private static final class Deaf extends ErrorManager {
        @Override
        public synchronized void error(String message, Exception failure, int code) {}
    }
}
