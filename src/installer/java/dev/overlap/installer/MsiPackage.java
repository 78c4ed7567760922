package dev.overlap.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The package for Windows. It is installed for one user and so needs no rights. */
final class MsiPackage {

    /** By which Windows knows a newer version of the same program; never to be changed. */
    private static final String UPGRADE_ID = "b2a4b0c5-7f0e-4f3c-9e57-3d0a6f5f7a11";

    private MsiPackage() {}

    static Path make(Build build, Path application) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(build.work().resolve("msi"));
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--type",
                                "msi",
                                "--name",
                                build.name(),
                                "--app-version",
                                build.version(),
                                "--app-image",
                                application.toString(),
                                "--vendor",
                                Build.VENDOR,
                                "--description",
                                Build.SUMMARY,
                                "--license-file",
                                build.licence().toString(),
                                "--win-per-user-install",
                                "--win-menu",
                                "--win-dir-chooser",
                                "--win-upgrade-uuid",
                                UPGRADE_ID,
                                // not "Overlap", where the user's state is kept
                                "--install-dir",
                                "Programs\\Overlap"));
        arguments.addAll(List.of("--resource-dir", Template.forWindows(build).toString()));
        arguments.addAll(List.of("--dest", folder.toString()));
        arguments.addAll(Associations.arguments(build));
        Command.jpackage(arguments);
        return Files.move(
                FileTree.only(folder, ".msi"),
                build.packages()
                        .resolve(
                                "Overlap-%s-%s.msi"
                                        .formatted(build.version(), build.system().platform())));
    }
}
