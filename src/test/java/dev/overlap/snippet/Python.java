package dev.overlap.snippet;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A Python that can run our programs, or the want of one.
 *
 * @param command empty if there is none
 * @param libraries those of ours that it has
 */
record Python(String command, List<String> libraries) {

    private static final String IS_NEW_ENOUGH =
            "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)";

    /** The one that {@code OVERLAP_PYTHON} names, or else the first in the path. */
    static Python found(Path folder) {
        return Stream.of(System.getenv("OVERLAP_PYTHON"), "python3", "python")
                .filter(Objects::nonNull)
                .filter(command -> does(command, IS_NEW_ENOUGH, folder))
                .findFirst()
                .map(command -> new Python(command, libraries(command, folder)))
                .orElse(new Python("", List.of()));
    }

    private static List<String> libraries(String command, Path folder) {
        return Stream.of("requests", "aiohttp")
                .filter(library -> does(command, "import " + library, folder))
                .toList();
    }

    private static boolean does(String command, String code, Path folder) {
        return ExternalCommand.run(folder, List.of(command, "-c", code)).status() == 0;
    }

    boolean isThere() {
        return !command.isEmpty();
    }

    String words() {
        return isThere()
                ? "run by " + command + ", as far as its libraries do: " + libraries
                : "not run, there is no python3 of 3.11 or newer";
    }

    /** Why a program cannot be run, or nothing if it can. */
    String whyNot(String program) {
        if (!isThere()) {
            return "there is no python3 of 3.11 or newer";
        }
        return Stream.of("requests", "aiohttp")
                .filter(library -> program.contains("import " + library))
                .filter(library -> !libraries.contains(library))
                .findFirst()
                .map(library -> "this python3 has no " + library)
                .orElse("");
    }

    /** Reads programs without running them; what it says is empty if all are well-formed. */
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
