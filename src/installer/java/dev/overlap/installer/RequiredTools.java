package dev.overlap.installer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commands that making packages needs on a system.
 *
 * @param tools each with where it comes from
 */
record RequiredTools(List<Tool> tools) {

    /**
     * One tool.
     *
     * @param commands any of them will do
     * @param source where it comes from, as in "Debian: rpm"
     */
    record Tool(List<String> commands, String source) {

        boolean isMissing(List<Path> folders) {
            return folders.stream().noneMatch(this::isIn);
        }

        private boolean isIn(Path folder) {
            return commands.stream()
                    .flatMap(command -> Stream.of(command, command + ".exe"))
                    .anyMatch(command -> Files.isExecutable(folder.resolve(command)));
        }
    }

    /** Returns what jpackage, and what is done around it, needs on the system. */
    static RequiredTools of(TargetSystem system) {
        Tool tar = new Tool(List.of("tar"), "a part of every system");
        return new RequiredTools(
                switch (system) {
                    case LINUX ->
                            List.of(
                                    tar,
                                    new Tool(List.of("fakeroot"), "fakeroot"),
                                    new Tool(List.of("dpkg-deb"), "dpkg"),
                                    new Tool(List.of("rpmbuild"), "Debian: rpm, Fedora: rpm-build"),
                                    new Tool(
                                            List.of("desktop-file-validate"),
                                            "desktop-file-utils"));
                    case WINDOWS ->
                            List.of(
                                    tar,
                                    new Tool(
                                            List.of("wix", "candle"), "WiX Toolset 3.14 or newer"));
                    case MAC -> List.of(tar, new Tool(List.of("hdiutil"), "a part of macOS"));
                });
    }

    /** Fails with one sentence if anything is missing in the path. */
    void check() {
        List<Path> folders =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of)
                        .toList();
        List<String> missing = new ArrayList<>();
        for (Tool tool : tools) {
            if (tool.isMissing(folders)) {
                missing.add(
                        "%s (%s)".formatted(String.join(" or ", tool.commands()), tool.source()));
            }
        }
        if (!missing.isEmpty()) {
            throw new InstallerException(
                    "Packages cannot be made, nothing was built. Missing: %s."
                            .formatted(String.join(", ", missing)));
        }
    }
}
