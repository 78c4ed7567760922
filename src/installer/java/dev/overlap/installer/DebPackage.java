package dev.overlap.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The package for Debian, Ubuntu and their kin. */
final class DebPackage {

    /**
     * What the runtime and JavaFX load. Names with t64 are those since Debian 13 and Ubuntu 24.04,
     * the others those before; jpackage knows of none, as JavaFX asks for them only while it runs.
     */
    private static final String DEPENDENCIES =
            "libc6, zlib1g, libgtk-3-0t64 | libgtk-3-0, libgl1, libxxf86vm1, libxtst6,"
                    + " libfontconfig1";

    private DebPackage() {}

    static Path make(Build build, Path application, Path tree)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(build.work().resolve("deb"));
        List<String> arguments = new ArrayList<>(LinuxOptions.of(build, application, folder));
        arguments.addAll(
                List.of(
                        "--type",
                        "deb",
                        "--linux-deb-maintainer",
                        "noreply@overlap.invalid",
                        "--resource-dir",
                        Template.forDeb(build, DEPENDENCIES).toString()));
        Command.jpackage(arguments);
        Path made = FileTree.only(folder, ".deb");
        return withTree(made, tree, build.packages().resolve(made.getFileName()));
    }

    /** Unpacks the package, adds the tree and packs it again. */
    private static Path withTree(Path made, Path tree, Path target)
            throws IOException, InterruptedException {
        Path folder = made.getParent();
        Command.run(folder, "dpkg-deb", "--raw-extract", made.toString(), "content");
        Command.run(folder, "cp", "-a", tree + "/.", "content/");
        for (String script : List.of("preinst", "postinst", "prerm", "postrm")) {
            // there is nothing left for them to do
            Files.deleteIfExists(folder.resolve("content/DEBIAN").resolve(script));
        }
        FileTree.delete(folder.resolve("content/opt/overlap/share"));
        Command.run(
                folder,
                "dpkg-deb",
                "--root-owner-group",
                "-Zxz",
                "-z1", // most of it is compressed already
                "--build",
                "content",
                target.toString());
        return target;
    }
}
