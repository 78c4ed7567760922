package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses arguments and folders whose names Java could not decode. It reads them in the character
 * set of the locale before the program starts, and puts U+FFFD in place of what this cannot
 * express: another site or another file would be used, silently. Nothing that runs inside Java can
 * change that; the launcher of the image does, by choosing a UTF-8 locale where the locale is
 * ASCII.
 */
final class ArgumentCheck {

    private static final char UNDECODED = '\uFFFD';

    private ArgumentCheck() {}

    /**
     * Returns normally if all arguments were decoded.
     *
     * @throws UsageException if one was not
     */
    static void requireDecoded(String... args) throws UsageException {
        Optional<String> first = Stream.of(args).filter(ArgumentCheck::isUndecoded).findFirst();
        if (first.isPresent()) {
            throw undecoded(
                    "\"" + first.get() + "\" has",
                    "Set LC_ALL=C.UTF-8, or write the sites into a file in UTF-8.");
        }
    }

    /**
     * Resolves the name of a file against a folder.
     *
     * @throws UsageException if the file is in the working folder, and its name was not decoded
     * @throws java.nio.file.InvalidPathException if the name cannot be that of a file
     */
    static Path resolve(Path folder, String name) throws UsageException {
        return resolve(folder, name, System.getProperty("user.dir", ""));
    }

    /** As {@link #resolve(Path, String)}, in any working folder. */
    static Path resolve(Path folder, String name, String workingFolder) throws UsageException {
        Path file = folder.resolve(name);
        if (!file.isAbsolute() && isUndecoded(workingFolder)) {
            throw undecoded(
                    "The name of this folder has", "Set LC_ALL=C.UTF-8, or use another folder.");
        }
        return file;
    }

    private static boolean isUndecoded(String text) {
        return text.indexOf(UNDECODED) >= 0;
    }

    private static UsageException undecoded(String whatHas, String wayOut) {
        return new UsageException(
                "%s characters that the character set of this locale (%s) cannot express. %s"
                        .formatted(
                                whatHas,
                                System.getProperty("sun.jnu.encoding", "unknown"),
                                wayOut));
    }
}
