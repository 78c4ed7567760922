package dev.overlap;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Map;

/** Where a user's log files lie, by the custom of each system. */
final class LogFolder {

    private LogFolder() {}

    /** For the user of this program. */
    static Path here() {
        return of(
                System.getProperty("os.name"),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    /** For a system, an environment and a home folder. */
    static Path of(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Logs/Overlap");
        }
        if (system.startsWith("Windows")) {
            Path local = absolute(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
            return local.resolve("Overlap/Logs");
        }
        Path state = absolute(environment.get("XDG_STATE_HOME"), home.resolve(".local/state"));
        return state.resolve("overlap");
    }

    /** The XDG specification has relative paths ignored. */
    private static Path absolute(@Nullable String given, Path otherwise) {
        return given != null && Path.of(given).isAbsolute() ? Path.of(given) : otherwise;
    }
}
