package dev.overlap.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a Linux package has outside of {@code /opt/overlap}: the command, the entry of the menu, the
 * types of files, the icon in all sizes and the licence. They are files of the package, so that its
 * removal takes them away; desktops notice both by themselves.
 */
final class LinuxTree {

    private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private LinuxTree() {}

    /** Returns the root of the tree. */
    static Path make(Build build) throws IOException, InterruptedException {
        Path root = build.work().resolve("tree");
        Path linux = build.sources().resolve("linux");
        copy(linux.resolve("overlap.desktop"), root, "usr/share/applications/overlap.desktop");
        copy(linux.resolve("overlap.xml"), root, "usr/share/mime/packages/overlap.xml");
        copy(linux.resolve("copyright"), root, "usr/share/doc/overlap/copyright");
        copy(
                build.icons().resolve("overlap.svg"),
                root,
                "usr/share/icons/hicolor/scalable/apps/overlap.svg");
        for (int size : ICON_SIZES) {
            copy(
                    IconFile.png(build, size),
                    root,
                    "usr/share/icons/hicolor/%1$dx%1$d/apps/overlap.png".formatted(size));
        }
        Path command = root.resolve("usr/bin/overlap");
        Files.createDirectories(command.getParent());
        Files.createSymbolicLink(command, Path.of("../../opt/overlap/bin/overlap"));
        allowReading(root);
        Command.run(root, "desktop-file-validate", "usr/share/applications/overlap.desktop");
        return root;
    }

    private static void copy(Path from, Path root, String to) throws IOException {
        Path target = root.resolve(to);
        Files.createDirectories(target.getParent());
        Files.copy(from, target);
    }

    /** Whatever the umask of the person who builds. */
    private static void allowReading(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> !Files.isSymbolicLink(file)).toList();
        }
        for (Path file : files) {
            String permissions = Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
