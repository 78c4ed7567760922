package dev.overlap.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Replaces a file atomically: readers see the old content or the new, never a mix. All files are
 * saved this way.
 *
 * <p><b>Problem.</b> Writing directly into a file loses the old content if the disk is full or the
 * program is killed.
 *
 * <p><b>Steps.</b> The new content is written to a {@link TemporaryFile} in the same folder, which
 * gets the owner, group and permissions of the existing file, is forced to the disk, and replaces
 * the old file by renaming; then the folder is forced to the disk. If the program is killed before
 * the renaming, the old file remains, otherwise the new one. The temporary file is forced first,
 * because some file systems rename before they write: a power cut would leave an empty file under
 * the final name. Temporary files of killed programs are removed by the next save in that folder.
 *
 * <p><b>Limits.</b> Symbolic links are followed and kept. Some files cannot be replaced without
 * loss: one with several hard links (the other names would keep the old content), one whose owner
 * or group cannot be given to a new file, one in a folder without write permission, one that is a
 * mount point. They are {@link InPlaceWriter overwritten} once the new content is complete.
 * Anything but a regular file, such as a pipe or a device, is {@link StreamTargets written to},
 * never replaced.
 *
 * <p>Rejected: replacing hard-linked files and reporting the broken link, since hard links are
 * meant to show the same content; keeping backups, since nobody removes them.
 *
 * <p>Threads: safe for any; blocks on the disk, and on a pipe until it is read.
 */
public final class AtomicFile {

    private final Path target;
    private final boolean ownerOnly;

    private AtomicFile(Path target, boolean ownerOnly) {
        this.target = target;
        this.ownerOnly = ownerOnly;
    }

    /**
     * Saves a file for the user.
     *
     * @throws IOException with one plain sentence if anything fails, including the content writer;
     *     a regular file is then unchanged
     */
    public static void write(Path file, ContentWriter contentWriter) throws IOException {
        try {
            if (StreamTargets.is(file)) {
                StreamTargets.write(file, contentWriter);
            } else {
                new AtomicFile(SymbolicLinks.end(file), false).save(contentWriter);
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw SaveErrorText.of(file, e);
        }
    }

    /**
     * Saves an internal file of Overlap, readable only by its owner. Refuses anything but a regular
     * file.
     *
     * @throws IOException of the system, see {@link IoErrorText}; the file is then unchanged
     */
    public static void writeOwnerOnly(Path file, byte[] content) throws IOException {
        writeOwnerOnly(file, out -> out.write(content));
    }

    /**
     * Saves an internal file of Overlap, as {@link #writeOwnerOnly(Path, byte[])} does.
     *
     * @throws IOException of the system or the content writer, see {@link IoErrorText}; the file is
     *     then unchanged
     */
    public static void writeOwnerOnly(Path file, ContentWriter contentWriter) throws IOException {
        Path target = SymbolicLinks.end(file);
        if (StreamTargets.is(file) || Files.isDirectory(target)) {
            throw new FileSystemException(file.toString(), null, "something else has that name");
        }
        new AtomicFile(target, true).save(contentWriter);
    }

    private void save(ContentWriter contentWriter) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException("\"" + target + "\" is a folder. Choose the name of a file.");
        }
        if (!Files.exists(target)) {
            replace(contentWriter);
        } else if (!Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        } else if (OwnerAndPermissions.links(target) > 1) {
            overwrite(contentWriter);
        } else {
            replaceOrOverwrite(contentWriter);
        }
    }

    private void replace(ContentWriter contentWriter) throws IOException {
        try (TemporaryFile temporary = TemporaryFile.beside(target, ownerOnly)) {
            temporary.fill(contentWriter);
            temporary.replace(target);
        }
    }

    private void replaceOrOverwrite(ContentWriter contentWriter) throws IOException {
        try (TemporaryFile temporary = TemporaryFile.like(target, ownerOnly)) {
            temporary.fill(contentWriter);
            try {
                temporary.replace(target);
            } catch (FileSystemException mountedAlone) {
                InPlaceWriter.overwrite(target, temporary.content());
            }
        } catch (TemporaryFile.Impossible e) {
            overwrite(contentWriter);
        }
    }

    private void overwrite(ContentWriter contentWriter) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        contentWriter.pourInto(whole);
        InPlaceWriter.overwrite(target, whole.toByteArray());
        if (ownerOnly) {
            OwnerOnlyPermissions.restrict(target);
        }
    }
}
