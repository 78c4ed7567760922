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
 * Lists of sites as files: UTF-8 text, one line per site.
 *
 * <p>Threads: any; waits for the disk, so never the JavaFX thread.
 */
final class SiteFile {

    static final String EXTENSION = OpenDialog.SITES;

    /** A list of sites is typed by people; what is larger is something else. */
    static final int MAX_BYTES = 16 << 20;

    private SiteFile() {}

    /**
     * Reads a list.
     *
     * @throws IOException with one plain sentence
     */
    static SiteList read(Path file) throws IOException {
        return SiteList.parse(TextFile.read(file, MAX_BYTES, SiteListText.A_LIST_OF_SITES));
    }

    /**
     * Writes a list, whole or not at all, without user names and passwords.
     *
     * @throws IOException with one plain sentence; the old file is then as it was
     */
    static void write(SiteList list, Path file) throws IOException {
        AtomicFile.write(
                file,
                out -> out.write(list.withoutSecrets().text().getBytes(StandardCharsets.UTF_8)));
    }
}
