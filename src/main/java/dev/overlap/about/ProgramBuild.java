package dev.overlap.about;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which build of the program this is, and what runs it.
 *
 * @param version as in 0.2.0, or empty if it was built without one
 * @param commit that it was built from, with a plus sign if files had been changed since, or empty
 * @param runtime name and version of the Java runtime
 * @param system name, version and processor
 */
public record ProgramBuild(
        Optional<String> version, Optional<String> commit, String runtime, String system) {

    private static final String COMMIT = "/dev/overlap/assets/commit.txt";

    /** Returns the build that is running. */
    public static ProgramBuild here() {
        return new ProgramBuild(
                Optional.ofNullable(ProgramBuild.class.getModule().getDescriptor())
                        .flatMap(ModuleDescriptor::rawVersion),
                readCommit(),
                "%s %s, %s"
                        .formatted(
                                System.getProperty("java.runtime.name"),
                                System.getProperty("java.runtime.version"),
                                System.getProperty("java.vendor")),
                "%s %s, %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")));
    }

    private static Optional<String> readCommit() {
        try (InputStream in = ProgramBuild.class.getResourceAsStream(COMMIT)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip())
                            .filter(commit -> !commit.isEmpty());
        } catch (IOException e) {
            return Optional.empty(); // as if it had not been noted
        }
    }
}
