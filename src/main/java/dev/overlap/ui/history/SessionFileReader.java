package dev.overlap.ui.history;

import dev.overlap.plan.SiteLine;
import dev.overlap.session.Session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads files that hold runs, of this and of other programs. Threads: any but the JavaFX thread.
 */
@FunctionalInterface
public interface SessionFileReader {

    /**
     * What a file holds.
     *
     * @param session the run or comparison
     * @param sites the requests of the file as lines of a list; empty if it has none
     * @param siteNotes a sentence per kind of request that is not among them
     */
    record OpenedFile(Session session, List<SiteLine> sites, List<String> siteNotes) {
        public OpenedFile {
            sites = List.copyOf(sites);
            siteNotes = List.copyOf(siteNotes);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException with a sentence, if there is no run in it or it cannot be read
     */
    OpenedFile read(Path file) throws IOException;
}
