package dev.overlap.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is old or new, and never half: the one way in which files are saved.
 *
 * <p><b>Problem.</b> Whoever writes straight into a file has lost the old content as soon as the
 * disk is full or the program is killed.
 *
 * <p><b>Steps.</b> The new content goes into a {@link TemporaryFile} in the same folder, which gets
 * owner, group and permissions of the file that is there, is forced to the disk, and takes the
 * place of the old file in one step, by renaming; then the folder is forced to the disk. Killed
 * before that step, the old file stands; after it, the new one. The draft is forced first because
 * some file systems rename earlier than they write: a power cut would leave an empty file under the
 * good name. Drafts of killed programs are removed by the next save in that folder.
 *
 * <p><b>Limits.</b> What stands at the end of symbolic links is saved, and the links stay. Some
 * files cannot be replaced without loss: one with several hard links (the other names would keep
 * the old content), one whose owner or group cannot be given to a new file, one in a folder in
 * which nothing may be made, one that is mounted on its own. They are {@link InPlaceWriter
 * overwritten} once the new content is complete. What is no regular file, such as a pipe or a
 * device, is {@link StreamTargets written into}, and never replaced.
 *
 * <p>Rejected: to write hard-linked files anew and to say that the link was cut, since whoever has
 * linked a file wants both names to show the same; to keep backups, since nobody removes them.
 *
 * <p>Threads: any, at once too; blocks on the disk, and on a pipe until somebody reads from it.
 */
public final class AtomicFile {

    private final Path target;
    private final boolean ownerOnly;

    private AtomicFile(Path target, boolean ownerOnly) {
        this.target = target;
        this.ownerOnly = ownerOnly;
    }

    /**
     * Saves what people asked for where they asked for it.
     *
     * @throws IOException with one plain sentence, whatever has failed, the content included; a
     *     regular file is then as it was
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
     * Saves something of Overlap's own, which only its owner can read then. What is no regular file
     * is left alone.
     *
     * @throws IOException as the system says; see {@link IoErrorText}. The file is then as it was
     */
    public static void writeOwnerOnly(Path file, byte[] content) throws IOException {
        Path target = SymbolicLinks.end(file);
        if (StreamTargets.is(file) || Files.isDirectory(target)) {
            throw new FileSystemException(file.toString(), null, "something else has that name");
        }
        new AtomicFile(target, true).save(out -> out.write(content));
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
        try (TemporaryFile draft = TemporaryFile.beside(target, ownerOnly)) {
            draft.fill(contentWriter);
            draft.takePlace(target);
        }
    }

    private void replaceOrOverwrite(ContentWriter contentWriter) throws IOException {
        try (TemporaryFile draft = TemporaryFile.like(target, ownerOnly)) {
            draft.fill(contentWriter);
            try {
                draft.takePlace(target);
            } catch (FileSystemException mountedAlone) {
                InPlaceWriter.of(target, draft.content());
            }
        } catch (TemporaryFile.Impossible e) {
            overwrite(contentWriter);
        }
    }

    private void overwrite(ContentWriter contentWriter) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        contentWriter.pourInto(whole);
        InPlaceWriter.of(target, whole.toByteArray());
        if (ownerOnly) {
            OwnerOnlyPermissions.restrict(target);
        }
    }
}
