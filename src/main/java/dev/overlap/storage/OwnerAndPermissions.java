package dev.overlap.storage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** The owner, group and permissions of a file; empty on systems that are not POSIX. */
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
     * Sets the same owner and group on another file.
     *
     * @throws IOException if the system does not let this user give files away
     */
    void applyOwners(Path file) throws IOException {
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

    /** Sets the same permissions on another file. */
    void applyPermissions(Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        if (attributes != null && view != null) {
            view.setPermissions(attributes.permissions());
        }
    }

    /** Returns the number of hard links of a file. */
    static int links(Path file) throws IOException {
        boolean counted = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return counted ? (Integer) Files.getAttribute(file, "unix:nlink") : 1;
    }

    private static @Nullable PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }
}
