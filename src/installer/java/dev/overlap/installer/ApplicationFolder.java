package dev.overlap.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder that packages install: the image, complete with its {@code bin/java}, which worker
 * processes need, and a launcher.
 *
 * <p>On Linux the launcher is a link to the script of the image and not jpackage's own, so that
 * exit codes, arguments beyond ASCII and the start-up cache are the same however Overlap was
 * installed. On macOS and Windows jpackage's launcher shows the window without a terminal; on
 * Windows {@code cli\overlap.bat}, which is in the path, leads to the script.
 */
final class ApplicationFolder {

    private static final String CLI_SCRIPT =
            """
            @echo off
            call "%~dp0..\\runtime\\bin\\overlap.bat" %*
            exit /b %ERRORLEVEL%
            """;

    private ApplicationFolder() {}

    /** Returns the folder, or on macOS the bundle. */
    static Path make(Build build) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--type", "app-image",
                                "--name", build.name(),
                                "--app-version", Template.jpackageVersion(build),
                                "--vendor", Build.VENDOR,
                                "--description", Build.SUMMARY,
                                "--icon", IconFile.of(build).toString(),
                                "--runtime-image", build.image().toString(),
                                "--module", "dev.overlap/dev.overlap.Main",
                                "--dest", build.work().toString()));
        switch (build.system()) {
            case LINUX -> {}
            case WINDOWS -> arguments.addAll(List.of("--app-content", cli(build).toString()));
            case MAC -> {
                arguments.addAll(List.of("--mac-package-identifier", "dev.overlap"));
                arguments.addAll(List.of("--resource-dir", Template.forMac(build).toString()));
                arguments.addAll(Associations.arguments(build));
            }
        }
        Command.jpackage(arguments);
        if (build.system() == TargetSystem.LINUX) {
            linkToScript(build.work().resolve(build.name()));
        }
        return build.work()
                .resolve(build.name() + (build.system() == TargetSystem.MAC ? ".app" : ""));
    }

    private static void linkToScript(Path folder) throws IOException {
        Path launcher = folder.resolve("bin/overlap");
        Files.delete(launcher);
        Files.deleteIfExists(folder.resolve("lib/libapplauncher.so"));
        Files.createSymbolicLink(launcher, Path.of("../lib/runtime/bin/overlap"));
    }

    private static Path cli(Build build) throws IOException {
        Path folder = Files.createDirectories(build.work().resolve("cli"));
        Files.writeString(folder.resolve("overlap.bat"), CLI_SCRIPT.replace("\n", "\r\n"));
        return folder;
    }
}
