package dev.overlap.storage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** To whom a file belongs and who may do what with it; nothing where the system is not POSIX. */
final class OwnerAndPermissions {

    private final @Nullable PosixFileAttributes attributes;

    private OwnerAndPermissions(@Nullable PosixFileAttributes attributes) {
        this.attributes = attributes;
    }

    static OwnerAndPermissions of(Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        return new OwnerAndPermissions(view == null ? null : view.readAttributes());
    }

    /**
     * Gives another file to the same owner and group.
     *
     * @throws IOException if the system does not let this user give files away
     */
    void giveOwners(Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        if (attributes == null || view == null) {
            return;
        }
        PosixFileAttributes own = view.readAttributes();
        if (!own.owner().equals(attributes.owner())) {
            view.setOwner(attributes.owner());
        }
        if (!own.group().equals(attributes.group())) {
            view.setGroup(attributes.group());
        }
    }

    /** Lets the same people do the same with another file. */
    void givePermissions(Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        if (attributes != null && view != null) {
            view.setPermissions(attributes.permissions());
        }
    }

    /** How many names a file has. */
    static int links(Path file) throws IOException {
        boolean counted = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return counted ? (Integer) Files.getAttribute(file, "unix:nlink") : 1;
    }

    private static @Nullable PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }
}
