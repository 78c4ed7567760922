package dev.overlap.installer;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The image as an archive that is unpacked anywhere and runs from there: a folder, a stick, a share
 * that can only be read.
 *
 * <p>The image's symbolic links, all among its licences, are replaced by what they lead to: file
 * systems of sticks know none.
 */
final class PortableArchive {

    private PortableArchive() {}

    static Path make(Build build) throws IOException, InterruptedException {
        String name = "overlap-" + build.version();
        boolean windows = build.system() == TargetSystem.WINDOWS;
        Path archive =
                build.packages()
                        .resolve(
                                "%s-%s.%s"
                                        .formatted(
                                                name,
                                                build.system().platform(),
                                                windows ? "zip" : "tar.gz"));
        Path folder = build.work().resolve("portable").resolve(name);
        FileTree.copy(build.image(), folder);
        Command.run(
                folder.getParent(),
                windows ? windowsTar() : "tar",
                windows ? "-acf" : "-czf",
                archive.toString(),
                name);
        return archive;
    }

    /** Windows' own makes a zip if the name ends so; another that is first in the path may not. */
    private static String windowsTar() {
        return Path.of(System.getenv("SystemRoot"), "System32", "tar.exe").toString();
    }
}
