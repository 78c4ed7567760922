package dev.overlap.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The disk image for macOS, from which Overlap is dragged to the applications. */
final class DmgPackage {

    private DmgPackage() {}

    static Path make(Build build, Path application) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(build.work().resolve("dmg"));
        Command.jpackage(
                List.of(
                        "--type", "dmg",
                        "--name", build.name(),
                        "--app-version", Template.jpackageVersion(build),
                        "--app-image", application.toString(),
                        "--license-file", build.licence().toString(),
                        "--dest", folder.toString()));
        return Files.move(
                FileTree.only(folder, ".dmg"),
                build.packages()
                        .resolve(
                                "Overlap-%s-%s.dmg"
                                        .formatted(build.version(), build.system().platform())));
    }
}
