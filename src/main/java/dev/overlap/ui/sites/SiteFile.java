package dev.overlap.ui.sites;

import dev.overlap.plan.SiteList;
import dev.overlap.storage.AtomicFile;
import dev.overlap.text.SiteListText;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.controls.TextFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads and writes site lists as UTF-8 text, one site per line.
 *
 * <p>Threads: any but the JavaFX thread, since it accesses files.
 */
final class SiteFile {

    static final String EXTENSION = OpenDialog.SITES;

    /** The maximum size; a larger file is not a hand-written list. */
    static final int MAX_BYTES = 16 << 20;

    private SiteFile() {}

    /**
     * Reads a list.
     *
     * @throws IOException with a message for the user
     */
    static SiteList read(Path file) throws IOException {
        return SiteList.parse(TextFile.read(file, MAX_BYTES, SiteListText.A_LIST_OF_SITES));
    }

    /**
     * Writes a list atomically, without user names and passwords.
     *
     * @throws IOException with a message for the user; the old file is then unchanged
     */
    static void write(SiteList list, Path file) throws IOException {
        AtomicFile.write(
                file,
                out -> out.write(list.withoutSecrets().text().getBytes(StandardCharsets.UTF_8)));
    }
}
