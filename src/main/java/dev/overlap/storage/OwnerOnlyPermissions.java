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
 * Restricts files and folders to their owner: folders to mode 0700, files to mode 0600. On systems
 * that are not POSIX everything inherits the permissions of its folder.
 */
public final class OwnerOnlyPermissions {

    private static final Set<PosixFilePermission> OF_OTHERS =
            PosixFilePermissions.fromString("---rwxrwx");

    private OwnerOnlyPermissions() {}

    /** Creates a folder and its missing parents. An existing folder is not changed. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, "rwx------"));
    }

    /** Returns the attributes with which to create a file. */
    public static FileAttribute<?>[] fileAttributes(Path file) {
        return attributes(file, "rw-------");
    }

    /**
     * Removes the permissions of others from a folder and the files directly in it. Tries all of
     * them.
     *
     * @throws IOException the first failure, usually because a file belongs to another user
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

    /** Removes the permissions of others from a file or folder. */
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
            // Decided here: a temporary file of another window that has just saved
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
