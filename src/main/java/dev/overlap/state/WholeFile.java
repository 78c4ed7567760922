package dev.overlap.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that is old or new, and never half.
 *
 * <p>The new content goes into a file beside it, is forced to the disk, and takes the place of the
 * old one in one step, renaming. Killed before that step, the old file stands; killed after it, the
 * new one. The disk is forced first because some file systems rename earlier than they write: a
 * power cut would leave an empty file under the good name. What a killed writer leaves beside the
 * file is written over by the next one, so there is never more than one such leftover.
 *
 * <p>Only one writer at a time: whoever calls this holds the {@link SlotLock}. A list may hold
 * passwords, so what is made here can be read by its owner alone, where the system knows owners.
 */
final class WholeFile {

    private static final String BESIDE = ".new";

    /** Larger ones were not written here, and would not fit into memory, in bytes. */
    private static final long LARGEST = 1L << 29;

    private WholeFile() {}

    static void write(Path file, byte[] content) throws IOException {
        // whoever put a link there wants the file that it points to replaced, not the link
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path fresh = target.resolveSibling(target.getFileName() + BESIDE);
        try {
            fill(fresh, content);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(fresh); // a disk that is full needs the room
            throw e;
        }
    }

    private static void fill(Path fresh, byte[] content) throws IOException {
        Set<StandardOpenOption> anew =
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
        try (FileChannel channel = FileChannel.open(fresh, anew, ownerOnly(fresh, "rw-------"))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** The whole content. What is no regular file is not even opened: a pipe would never end. */
    static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is no file");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is too large");
        }
        return Files.readAllBytes(file);
    }

    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        boolean owners = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return owners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
