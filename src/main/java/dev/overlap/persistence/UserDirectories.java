package dev.overlap.persistence;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of a user by the conventions of each system. They need not exist yet.
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
 * <p>List, settings and window preferences are one file, so that they are saved together. It
 * contains the window position on the screens of one machine, so it belongs to what XDG calls state
 * and what Windows keeps out of roaming profiles.
 *
 * <p>Sources: XDG Base Directory Specification 0.8; Microsoft's KNOWNFOLDERID; Apple's File System
 * Programming Guide.
 *
 * @param state empty if the system names no home folder
 * @param logs empty if the system names no home folder
 */
public record UserDirectories(Optional<Path> state, Optional<Path> logs) {

    /** Returns the folders of the user of this program. */
    public static UserDirectories here() {
        return of(
                System.getProperty("os.name", ""),
                System.getenv(),
                System.getProperty("user.home", ""));
    }

    /**
     * Returns the folders of any user. Never throws: relative, empty and invalid paths count as
     * unset, as XDG demands; Java's {@code ?} for a missing home is one of them.
     *
     * @param system the value of {@code os.name}
     * @param home the value of {@code user.home}
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
            return Optional.empty(); // decided here: counts as unset
        }
    }
}
