package dev.overlap.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What packages are made of.
 *
 * @param system the system that they are for
 * @param image the finished image
 * @param version as in 0.2.0
 * @param sources the folder of the files that packages have besides the image
 * @param icons the folder of the icon in all sizes
 * @param work an empty folder for what lies between image and package
 * @param packages an empty folder for the packages
 */
record Build(
        TargetSystem system,
        Path image,
        String version,
        Path sources,
        Path icons,
        Path work,
        Path packages) {

    static final String VENDOR = "Overlap";
    static final String SUMMARY = "Shows concurrency as it happens";
    static final String DESCRIPTION =
            "Runs real requests under several concurrency models and draws, live, what every one"
                    + " waits for";

    /** Empties the folders for a build in the folder; the project is the current folder. */
    static Build in(Path image, Path folder, String version) throws IOException {
        Path work = folder.resolveSibling(folder.getFileName() + ".work");
        FileTree.delete(work);
        FileTree.delete(folder);
        Files.createDirectories(work);
        Files.createDirectories(folder);
        Path project = Path.of("").toAbsolutePath();
        return new Build(
                TargetSystem.here(),
                image,
                version,
                project.resolve("src/installer"),
                project.resolve("assets/icon"),
                work,
                folder);
    }

    /** Returns the name of the application as its system writes names. */
    String name() {
        return system == TargetSystem.LINUX ? "overlap" : "Overlap";
    }

    /** Returns the licence, which is a part of every package. */
    Path licence() {
        return sources.resolveSibling("..").normalize().resolve("LICENSE");
    }
}
