package dev.overlap.program.python;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Python interpreter, as it described itself.
 *
 * @param command the words that start it, such as {@code python3} or {@code py -3}
 * @param build what it is
 * @param installation where it is, and who looks after its libraries
 * @param libraries the installed ones of {@link #LIBRARIES}, with their versions
 */
public record Interpreter(
        List<String> command,
        Build build,
        Installation installation,
        Map<String, String> libraries) {

    /** The libraries that are asked for. */
    public static final List<String> LIBRARIES =
            List.of("requests", "aiohttp", "httpx", "uvloop", "gevent");

    public Interpreter {
        command = List.copyOf(command);
        libraries = Map.copyOf(new TreeMap<>(libraries));
    }

    /**
     * What an interpreter is.
     *
     * @param implementation such as {@code cpython} or {@code pypy}
     * @param freeThreaded whether it was built so that it can run without the global interpreter
     *     lock
     * @param gil whether it runs with that lock, as it was started; true before 3.13
     */
    public record Build(
            PythonVersion version, String implementation, boolean freeThreaded, boolean gil) {}

    /** Who looks after the libraries of an interpreter. */
    public enum Owner {
        /** The user: {@code pip install} works. */
        USER,
        /** The packages of Debian or one of its descendants (PEP 668): {@code apt install}. */
        APT,
        /** Another package manager, which refuses {@code pip install} (PEP 668). */
        OTHER
    }

    /**
     * Where an interpreter is.
     *
     * @param executable its own path; empty if it does not know it
     * @param platform as {@code sys.platform} says it: {@code linux}, {@code darwin}, {@code win32}
     * @param owner who looks after its libraries
     * @param certificates which it trusts
     */
    public record Installation(
            String executable, String platform, Owner owner, CertificateFiles certificates) {

        /** Returns whether it runs on Windows. */
        public boolean isWindows() {
            return platform.equals("win32");
        }
    }

    /** Returns whether its programs can be watched: whether it is new enough. */
    public boolean canBeWatched() {
        return build.version().compareTo(PythonVersion.OLDEST_WATCHED) >= 0;
    }

    /** Returns the version of an installed library; null if it is not installed. */
    @Nullable String library(String name) {
        return libraries.get(name);
    }
}
