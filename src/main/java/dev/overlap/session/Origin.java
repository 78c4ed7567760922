package dev.overlap.session;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/**
 * Where something was recorded. Says nothing of the user: neither a name nor a folder.
 *
 * @param program with its version, such as {@code overlap 0.1}
 * @param system the operating system with its version and architecture; empty if unknown
 * @param java the version of the Java runtime; empty if unknown or if there was none
 * @param processors the number of processors, 0 if unknown
 */
public record Origin(String program, String system, String java, int processors) {

    /** Returns the origin of what another program recorded, of which nothing else is known. */
    public static Origin of(String program) {
        return new Origin(program, "", "", 0);
    }

    /** Returns this program on this machine. */
    public static Origin here() {
        return new Origin(
                nameAndVersion(),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                property("java.vendor") + " " + property("java.version"),
                Runtime.getRuntime().availableProcessors());
    }

    private static String nameAndVersion() {
        return Optional.ofNullable(Origin.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .map(version -> "overlap " + version)
                .orElse("overlap");
    }

    private static String property(String key) {
        return System.getProperty(key, "");
    }
}
