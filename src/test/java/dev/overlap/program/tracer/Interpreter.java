package dev.overlap.program.tracer;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Python interpreter: one of those in the path by the names {@code python3} and {@code python3.6}
 * to {@code python3.14}, or in {@code OVERLAP_PYTHONS} (separated as paths are).
 *
 * @param minor 11 of Python 3.11
 */
record Interpreter(String command, int minor, List<String> libraries) {

    private static final List<String> LIBRARIES = List.of("requests", "aiohttp", "httpx");

    private static final String PROBE =
            """
            import importlib.util, sys
            print(sys.executable, sys.version_info[1], *[n for n in %s if importlib.util.find_spec(n)])
            """
                    .formatted(
                            LIBRARIES.stream()
                                    .map("'%s'"::formatted)
                                    .toList()); // the text of a list is one of Python, too

    private static final List<Interpreter> ALL = find();

    /** Returns one interpreter of each version from 3.8 on. */
    static List<Interpreter> ofEachVersion() {
        Map<Integer, Interpreter> found = new TreeMap<>();
        ALL.stream()
                .filter(python -> python.minor >= 8)
                .forEach(python -> found.putIfAbsent(python.minor, python));
        return List.copyOf(found.values());
    }

    /** Returns the interpreters that are too old to be traced. */
    static List<Interpreter> tooOld() {
        return ALL.stream().filter(python -> python.minor < 8).toList();
    }

    /** Returns the first interpreter that has libraries; the test is aborted if there is none. */
    static Interpreter with(String... libraries) {
        List<String> wanted = Arrays.asList(libraries);
        return ALL.stream()
                .filter(python -> python.minor >= 8 && python.libraries.containsAll(wanted))
                .findFirst()
                .orElseGet(() -> missing("there is no python3 with " + wanted));
    }

    /** Returns an interpreter of that version or newer; the test is aborted if there is none. */
    static Interpreter since(int minor) {
        return ALL.stream()
                .filter(python -> python.minor >= minor)
                .findFirst()
                .orElseGet(() -> missing("there is no Python 3." + minor + " or newer"));
    }

    private static Interpreter missing(String reason) {
        return Assumptions.abort(reason);
    }

    private static List<Interpreter> find() {
        String further = Objects.requireNonNullElse(System.getenv("OVERLAP_PYTHONS"), "");
        return Stream.of(
                        Stream.of("python3"),
                        Arrays.stream(further.split(System.getProperty("path.separator"))),
                        IntStream.rangeClosed(6, 14).mapToObj("python3.%d"::formatted))
                .flatMap(commands -> commands)
                .filter(command -> !command.isEmpty())
                .flatMap(Interpreter::probe)
                .distinct()
                .toList();
    }

    private static Stream<Interpreter> probe(String command) {
        try {
            Process process = new ProcessBuilder(command, "-c", PROBE).start();
            process.getOutputStream().close();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return Stream.empty();
            }
            List<String> words = List.of(text.strip().split(" "));
            return Stream.of(
                    new Interpreter(
                            words.get(0),
                            Integer.parseInt(words.get(1)),
                            words.subList(2, words.size())));
        } catch (IOException e) {
            return Stream.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.empty();
        }
    }
}
