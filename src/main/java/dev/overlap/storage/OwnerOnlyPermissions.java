package dev.overlap.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files and folders that only their owner can read: folders of mode 0700, files of mode 0600. Where
 * the system is not POSIX everything keeps the rights that its folder hands down.
 */
public final class OwnerOnlyPermissions {

    private static final Set<PosixFilePermission> OF_OTHERS =
            PosixFilePermissions.fromString("---rwxrwx");

    private OwnerOnlyPermissions() {}

    /** Makes a folder, and those above it that are missing. One that is there stays as it is. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, "rwx------"));
    }

    /** What a new file is to be made with. */
    public static FileAttribute<?>[] fileAttributes(Path file) {
        return attributes(file, "rw-------");
    }

    /**
     * Takes a folder and the files right in it away from everybody but their owner. All are tried.
     *
     * @throws IOException the first failure: mostly, one of them belongs to somebody else
     */
    public static void restrictFolder(Path folder) throws IOException {
        IOException first = null;
        for (Path path : withFiles(folder)) {
            try {
                restrict(path);
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Takes a file or a folder away from everybody but its owner. */
    static void restrict(Path path) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        try {
            permissions.addAll(view.readAttributes().permissions());
            if (permissions.removeAll(OF_OTHERS)) {
                view.setPermissions(permissions);
            }
        } catch (NoSuchFileException gone) {
            // Decided here: another window has just saved, and its draft is no more
        }
    }

    private static List<Path> withFiles(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            Stream<Path> files =
                    all.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS));
            return Stream.concat(Stream.of(folder), files).toList();
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        boolean owners = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return owners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
