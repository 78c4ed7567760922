package dev.overlap.installer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * jpackage's own templates with a few places changed, for what has no option. The template is that
 * of the JDK at hand; a place that is not there in it ends the build instead of being left out.
 */
final class Template {

    private static final String RESOURCES =
            "/modules/jdk.jpackage/jdk/jpackage/internal/resources/";

    /**
     * A component of the feature: {@code cli} comes into the user's path, and is taken out of it
     * again. It needs a key of the registry, as all that is installed for one user.
     */
    private static final String WINDOWS_PATH =
            """
            <Component Id="OverlapPath" Directory="INSTALLDIR" Guid="6d8f6a9e-4c0b-4b7e-9a43-0c1f5e1f7f52">
              <RegistryValue Root="HKCU" Key="Software\\Overlap" Name="path" Type="integer" Value="1" KeyPath="yes"/>
              <Environment Id="OverlapPathVariable" Name="PATH" Action="set" Part="last" System="no" Permanent="no" Value="[INSTALLDIR]cli"/>
            </Component>
            """;

    private static final String DEPENDENCIES =
            "PACKAGE_DEFAULT_DEPENDENCIES PACKAGE_CUSTOM_DEPENDENCIES";

    private static final String RPM_FOLDERS_OF_OTHERS =
            "{ (cd '%s' && find . -type d | grep -v /doc/overlap | sed -e 's/^[.]//' -e 's|^$|/|');"
                    + " echo /opt; }";

    private static final String RPM_COPY =
            """
            cp -a %%{_sourcedir}APPLICATION_DIRECTORY/* %%{buildroot}APPLICATION_DIRECTORY
            cp -a '%s/.' %%{buildroot}/\
            """;

    private Template() {}

    /**
     * Returns the version that jpackage is told. On macOS it takes none that begins with 0, so a 1
     * stands before it there, and the bundle's own description has the true one.
     */
    static String jpackageVersion(Build build) {
        boolean refused = build.system() == TargetSystem.MAC && build.version().startsWith("0.");
        return refused ? "1" + build.version().substring(1) : build.version();
    }

    /** Depends on what is named alone: jpackage would add names of the system that builds. */
    static Path forDeb(Build build, String dependencies) throws IOException {
        return write(build, "template.control", "control", Map.of(DEPENDENCIES, dependencies));
    }

    /** Takes the files of the tree in as well; the folders they are in belong to other packages. */
    static Path forRpm(Build build, String dependencies, Path tree) throws IOException {
        return write(
                build,
                "template.spec",
                "overlap.spec",
                Map.of(
                        DEPENDENCIES,
                        dependencies,
                        "%if \"xPACKAGE_DEFAULT_DEPENDENCIES\" != \"x\" ||"
                                + " \"xPACKAGE_CUSTOM_DEPENDENCIES\" != \"x\"",
                        "%if 1",
                        "{ rpm -ql filesystem || echo %{default_filesystem}; }",
                        RPM_FOLDERS_OF_OTHERS.formatted(tree),
                        "cp -r %{_sourcedir}APPLICATION_DIRECTORY/*"
                                + " %{buildroot}APPLICATION_DIRECTORY",
                        RPM_COPY.formatted(tree)));
    }

    static Path forWindows(Build build) throws IOException {
        String last = "<ComponentGroupRef Id=\"FileAssociations\"/>";
        return write(build, "main.wxs", "main.wxs", Map.of(last, last + "\n" + WINDOWS_PATH));
    }

    static Path forMac(Build build) throws IOException {
        return write(
                build,
                "Info-lite.plist.template",
                "Info.plist",
                Map.of(
                        "DEPLOY_BUNDLE_SHORT_VERSION", build.version(),
                        "DEPLOY_BUNDLE_CFBUNDLE_VERSION", build.version()));
    }

    private static Path write(
            Build build, String template, String file, Map<String, String> changes)
            throws IOException {
        Path source = FileSystems.getFileSystem(URI.create("jrt:/")).getPath(RESOURCES + template);
        String text = changed(Files.readString(source), template, changes);
        Path folder = Files.createDirectories(build.work().resolve("resources-" + file));
        Files.writeString(folder.resolve(file), text);
        return folder;
    }

    static String changed(String text, String template, Map<String, String> changes) {
        String result = text;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (!result.contains(change.getKey())) {
                throw new InstallerException(
                        "This JDK's template %s has no \"%s\": use JDK 25, or change Template.java."
                                .formatted(template, change.getKey()));
            }
            result = result.replace(change.getKey(), change.getValue());
        }
        return result;
    }
}
