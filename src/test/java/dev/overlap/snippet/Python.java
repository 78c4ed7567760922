package dev.overlap.snippet;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A Python interpreter that can run our programs, or none.
 *
 * @param command empty if there is none
 * @param libraries the required ones that it has
 */
record Python(String command, List<String> libraries) {

    private static final String IS_NEW_ENOUGH =
            "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)";

    /** Finds the interpreter given by {@code OVERLAP_PYTHON}, or else the first in the path. */
    static Python find(Path folder) {
        return Stream.of(System.getenv("OVERLAP_PYTHON"), "python3", "python")
                .filter(Objects::nonNull)
                .filter(command -> succeeds(command, IS_NEW_ENOUGH, folder))
                .findFirst()
                .map(command -> new Python(command, libraries(command, folder)))
                .orElse(new Python("", List.of()));
    }

    private static List<String> libraries(String command, Path folder) {
        return Stream.of("requests", "aiohttp")
                .filter(library -> succeeds(command, "import " + library, folder))
                .toList();
    }

    private static boolean succeeds(String command, String code, Path folder) {
        return ExternalCommand.run(folder, List.of(command, "-c", code)).status() == 0;
    }

    boolean isAvailable() {
        return !command.isEmpty();
    }

    String words() {
        return isAvailable()
                ? "run by " + command + ", as far as its libraries do: " + libraries
                : "not run, there is no python3 of 3.11 or newer";
    }

    /** The reason why a program cannot be run, or empty if it can. */
    String obstacle(String program) {
        if (!isAvailable()) {
            return "there is no python3 of 3.11 or newer";
        }
        return Stream.of("requests", "aiohttp")
                .filter(library -> program.contains("import " + library))
                .filter(library -> !libraries.contains(library))
                .findFirst()
                .map(library -> "this python3 has no " + library)
                .orElse("");
    }

    /** Parses programs without running them; returns errors, or an empty text. */
    String read(Path folder, List<Path> programs) {
        String code =
                "import pathlib, sys; [compile(pathlib.Path(name).read_bytes(), name, 'exec') for"
                        + " name in sys.argv[1:]]";
        Stream<String> names = programs.stream().map(Path::toString);
        List<String> arguments =
                Stream.concat(Stream.of(command, "-W", "error", "-c", code), names).toList();
        return ExternalCommand.run(folder, arguments).output();
    }
}
