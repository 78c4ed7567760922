package dev.overlap.persistence;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of one user, where each system wants them. They need not exist yet.
 *
 * <pre>
 *          state                                    logs
 * Linux    $XDG_STATE_HOME/overlap                  the same
 *          else ~/.local/state/overlap
 * Windows  %LOCALAPPDATA%\Overlap                   %LOCALAPPDATA%\Overlap\Logs
 *          else ~\AppData\Local\Overlap
 * macOS    ~/Library/Application Support/Overlap    ~/Library/Logs/Overlap
 * </pre>
 *
 * <p>List, settings and looks are one file, so that they are kept whole together. It holds the
 * place of a window on the screens of one machine, so it belongs to what XDG calls state and what
 * Windows keeps out of roaming profiles.
 *
 * <p>Sources: XDG Base Directory Specification 0.8; Microsoft's KNOWNFOLDERID; Apple's File System
 * Programming Guide.
 *
 * @param state empty where the system names no home
 * @param logs empty where the system names no home
 */
public record UserDirectories(Optional<Path> state, Optional<Path> logs) {

    /** For the user of this program. */
    public static UserDirectories here() {
        return of(
                System.getProperty("os.name", ""),
                System.getenv(),
                System.getProperty("user.home", ""));
    }

    /**
     * For any user. Never throws: paths that are relative, empty or impossible count as not given,
     * as XDG demands, and Java's own {@code ?} for a missing home is one of them.
     *
     * @param system as {@code os.name} says it
     * @param home as {@code user.home} says it
     */
    public static UserDirectories of(String system, Map<String, String> environment, String home) {
        Optional<Path> base = absolute(home);
        if (system.startsWith("Mac")) {
            return new UserDirectories(
                    below(base, "Library/Application Support/Overlap"),
                    below(base, "Library/Logs/Overlap"));
        }
        if (system.startsWith("Windows")) {
            Optional<Path> local =
                    absolute(environment.get("LOCALAPPDATA"))
                            .or(() -> below(base, "AppData/Local"));
            return new UserDirectories(below(local, "Overlap"), below(local, "Overlap/Logs"));
        }
        Optional<Path> state =
                absolute(environment.get("XDG_STATE_HOME")).or(() -> below(base, ".local/state"));
        return new UserDirectories(below(state, "overlap"), below(state, "overlap"));
    }

    private static Optional<Path> below(Optional<Path> folder, String path) {
        return folder.map(it -> it.resolve(path));
    }

    private static Optional<Path> absolute(@Nullable String given) {
        try {
            return Optional.ofNullable(given).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty(); // decided here: such a path is not given
        }
    }
}
