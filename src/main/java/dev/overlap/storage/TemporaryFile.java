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
 * The new content of a file while it is being written: a file of its own in the same folder, gone
 * when this is closed, whether it has taken the place of the other or not. It is locked as long as
 * it is written, so that {@link StaleTemporaryFiles} can tell it from one that a killed program has
 * left.
 */
final class TemporaryFile implements AutoCloseable {

    /** There can be no draft that would be worth the file; the file itself can still be written. */
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

    /** For a file that is not there yet. */
    static TemporaryFile beside(Path target, boolean ownerOnly) throws IOException {
        return make(
                target,
                ownerOnly ? OwnerOnlyPermissions.fileAttributes(target) : new FileAttribute<?>[0]);
    }

    /**
     * For a file that is there, and that belongs to the same people.
     *
     * @throws Impossible if no such file can be made
     */
    static TemporaryFile like(Path target, boolean ownerOnly) throws IOException {
        try {
            TemporaryFile draft = make(target, OwnerOnlyPermissions.fileAttributes(target));
            try {
                draft.adopt(OwnerAndPermissions.of(target), ownerOnly);
                return draft;
            } catch (IOException e) {
                draft.close();
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
            TemporaryFile draft = new TemporaryFile(path, new FileOutputStream(path.toFile()));
            draft.lock();
            return draft;
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private void lock() {
        try {
            out.getChannel().tryLock();
        } catch (IOException noLocksHere) {
            // Decided here: then only its age says whether a draft has been left behind
        }
    }

    private void adopt(OwnerAndPermissions ownerAndPermissions, boolean ownerOnly)
            throws IOException {
        ownerAndPermissions.giveOwners(path);
        if (!ownerOnly) {
            ownerAndPermissions.givePermissions(path);
        }
    }

    /** Writes the content and forces it to the disk. */
    void fill(ContentWriter contentWriter) throws IOException {
        contentWriter.pourInto(out);
        out.getFD().sync();
    }

    /** Puts the draft in place of a file, and forces the folder to the disk, so that it stays. */
    void takePlace(Path target) throws IOException {
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
            // Decided here: Windows opens no folders, and some disks of the network force none; the
            // file itself has been forced
        }
    }

    /** Removes the draft, also where closing fails: a disk that is full needs the room. */
    @Override
    public void close() throws IOException {
        try (FileOutputStream _ = out) {
            Files.deleteIfExists(path);
        }
    }
}
