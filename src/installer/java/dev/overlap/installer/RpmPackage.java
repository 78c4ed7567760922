package dev.overlap.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The package for Fedora, openSUSE and their kin. */
final class RpmPackage {

    /** By the names of libraries, which all of them know, as those of packages differ. */
    private static final String DEPENDENCIES =
            "libgtk-3.so.0()(64bit), libGL.so.1()(64bit), libXxf86vm.so.1()(64bit),"
                    + " libXtst.so.6()(64bit), libfontconfig.so.1()(64bit)";

    private RpmPackage() {}

    static Path make(Build build, Path application, Path tree)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(build.work().resolve("rpm"));
        List<String> arguments = new ArrayList<>(LinuxOptions.of(build, application, folder));
        arguments.addAll(
                List.of(
                        "--type",
                        "rpm",
                        "--linux-rpm-license-type",
                        "Apache-2.0",
                        "--resource-dir",
                        Template.forRpm(build, DEPENDENCIES, tree).toString()));
        Command.jpackage(arguments);
        Path made = FileTree.only(folder, ".rpm");
        return Files.move(made, build.packages().resolve(made.getFileName()));
    }
}
