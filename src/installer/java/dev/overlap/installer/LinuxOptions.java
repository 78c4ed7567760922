package dev.overlap.installer;

import java.nio.file.Path;
import java.util.List;

/** What jpackage is told for both packages of Linux. */
final class LinuxOptions {

    private LinuxOptions() {}

    static List<String> of(Build build, Path application, Path folder) {
        return List.of(
                "--name",
                build.name(),
                "--app-version",
                build.version(),
                "--app-image",
                application.toString(),
                "--vendor",
                Build.VENDOR,
                "--description",
                Build.DESCRIPTION,
                "--linux-package-name",
                "overlap",
                "--linux-app-category",
                "education",
                "--install-dir",
                "/opt",
                "--dest",
                folder.toString());
    }
}
