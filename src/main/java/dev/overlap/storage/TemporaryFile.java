package dev.overlap.storage;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;

/**
 * A temporary file for the new content of another file, in the same folder; closing it removes it
 * if it has not replaced the other file. It is locked while it is written, so that {@link
 * StaleTemporaryFiles} does not take it for one of a killed program.
 */
final class TemporaryFile implements AutoCloseable {

    /**
     * Thrown if no equivalent temporary file can be created; the target itself may still be
     * writable.
     */
    static final class Impossible extends IOException {
        private static final long serialVersionUID = 1L;

        Impossible(IOException cause) {
            super(cause);
        }
    }

    private final Path path;
    private final FileOutputStream out;

    private TemporaryFile(Path path, FileOutputStream out) {
        this.path = path;
        this.out = out;
    }

    /** Creates a temporary file for a target that does not exist yet. */
    static TemporaryFile beside(Path target, boolean ownerOnly) throws IOException {
        return make(
                target,
                ownerOnly ? OwnerOnlyPermissions.fileAttributes(target) : new FileAttribute<?>[0]);
    }

    /**
     * Creates a temporary file with the owner and permissions of an existing target.
     *
     * @throws Impossible if no such file can be created
     */
    static TemporaryFile like(Path target, boolean ownerOnly) throws IOException {
        try {
            TemporaryFile temporary = make(target, OwnerOnlyPermissions.fileAttributes(target));
            try {
                temporary.adopt(OwnerAndPermissions.of(target), ownerOnly);
                return temporary;
            } catch (IOException e) {
                temporary.close();
                throw e;
            }
        } catch (IOException e) {
            throw IoErrorText.isFull(e) ? e : new Impossible(e);
        }
    }

    private static TemporaryFile make(Path target, FileAttribute<?>... attributes)
            throws IOException {
        StaleTemporaryFiles.removeBeside(target);
        Path path = target.resolveSibling(TemporaryFileName.next().text());
        Files.createFile(path, attributes);
        try {
            TemporaryFile temporary = new TemporaryFile(path, new FileOutputStream(path.toFile()));
            temporary.lock();
            return temporary;
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private void lock() {
        try {
            out.getChannel().tryLock();
        } catch (IOException noLocksHere) {
            // Decided here: then only its age shows whether a temporary file is stale
        }
    }

    private void adopt(OwnerAndPermissions ownerAndPermissions, boolean ownerOnly)
            throws IOException {
        ownerAndPermissions.applyOwners(path);
        if (!ownerOnly) {
            ownerAndPermissions.applyPermissions(path);
        }
    }

    /** Writes the content and forces it to the disk. */
    void fill(ContentWriter contentWriter) throws IOException {
        contentWriter.pourInto(out);
        out.getFD().sync();
    }

    /** Replaces the target and forces the folder to the disk. */
    void replace(Path target) throws IOException {
        out.close();
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder(target.resolveSibling("."));
    }

    byte[] content() throws IOException {
        return Files.readAllBytes(path);
    }

    private static void forceFolder(Path folder) {
        try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        } catch (IOException e) {
            // Decided here: Windows cannot open folders, and some network disks cannot force them;
            // the file itself has been forced
        }
    }

    /** Removes the file even if closing the stream fails, since a full disk needs the space. */
    @Override
    public void close() throws IOException {
        try (FileOutputStream _ = out) {
            Files.deleteIfExists(path);
        }
    }
}
