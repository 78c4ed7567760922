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
 * Configures logging: to files of bounded size, never to the console.
 *
 * <p>The program never depends on its log: if the folder cannot be written or the disk is full, it
 * runs without one.
 */
final class Logging {

    /** The maximum size of a file in bytes; of two files the older one is overwritten. */
    private static final int MAX_BYTES = 1 << 20;

    private static final int FILES = 2;

    private static final String SETTINGS =
            """
            handlers =
            .level = INFO
            java.util.logging.SimpleFormatter.format = %1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n
            """;

    /**
     * A strong reference, since an unreferenced logger is garbage-collected together with its
     * level.
     */
    private static final Logger HTTP_CLIENT = Logger.getLogger("org.apache.hc");

    private Logging() {}

    /** Starts to log into a folder, which is created if needed. Called once, at the start. */
    static void begin(Path folder) {
        silence();
        file(folder).ifPresent(Logger.getLogger("")::addHandler);
    }

    /**
     * Discards everything that is logged, for use instead of {@link #begin} if no folder is known.
     */
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
            file.setErrorManager(new SilentErrorManager());
            return Optional.of(file);
        } catch (IOException unwritable) {
            // Decided here: no log and no message, since the program works without it.
            return Optional.empty();
        }
    }

    /**
     * Rejects a folder in which the name of a log belongs to something other than a file: writing
     * to a pipe would block until it is read.
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

    /** A handler whose files only their owner can read, since they contain URLs. */
    private static final class OwnersHandler extends FileHandler {

        private final Path folder;

        OwnersHandler(String pattern, Path folder) throws IOException {
            super(pattern, MAX_BYTES, FILES, true);
            this.folder = folder;
            restrict();
        }

        /**
         * Called for each new file; for the first one by the super constructor, before {@code
         * folder} is set.
         */
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
                // Decided here: the window reports it when it opens
            }
        }
    }

    /** Ignores errors such as a full disk, which its superclass prints. */
    private static final class SilentErrorManager extends ErrorManager {
        @Override
        public synchronized void error(String message, Exception failure, int code) {}
    }
}
