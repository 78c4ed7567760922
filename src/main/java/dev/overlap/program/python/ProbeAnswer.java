package dev.overlap.program.python;

import dev.overlap.program.python.Interpreter.Build;
import dev.overlap.program.python.Interpreter.Installation;
import dev.overlap.program.python.Interpreter.Owner;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The question that a command is asked, and the answer: one line of JSON. */
final class ProbeAnswer {

    private static final String MARK = "overlap-probe ";

    /** Runs under any Python since 2.7; its arguments are the libraries of interest. */
    static final String QUESTION =
            """
            import json, os, sys, sysconfig

            def tried(call):
                try:
                    return call()
                except Exception:
                    return None

            def version(name):
                from importlib import metadata
                return metadata.version(name)

            def ssl_file():
                import ssl
                return ssl.get_default_verify_paths().cafile

            def certifi_file():
                import certifi
                return certifi.where()

            def managed():
                with open(os.path.join(sysconfig.get_path('stdlib'), 'EXTERNALLY-MANAGED')) as file:
                    return file.read()

            answer = {
                'version': list(sys.version_info[:3]),
                'implementation': tried(lambda: sys.implementation.name),
                'free': tried(lambda: bool(sysconfig.get_config_var('Py_GIL_DISABLED'))),
                'gil': tried(lambda: sys._is_gil_enabled()),
                'executable': sys.executable,
                'platform': sys.platform,
                'venv': getattr(sys, 'base_prefix', sys.prefix) != sys.prefix,
                'managed': tried(managed),
                'ssl': tried(ssl_file),
                'certifi': tried(certifi_file),
                'libraries': {name: tried(lambda: version(name)) for name in sys.argv[1:]},
            }
            print('overlap-probe ' + json.dumps(answer))
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProbeAnswer() {}

    /** Finds the answer in what was printed; null if there is none that can be used. */
    static @Nullable Interpreter find(List<String> command, String output) {
        return output.lines()
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .map(line -> parse(command, line.substring(MARK.length())))
                .orElse(null);
    }

    private static @Nullable Interpreter parse(List<String> command, String json) {
        try {
            JsonNode answer = JSON.readTree(json);
            JsonNode version = answer.path("version");
            return version.size() == 3
                    ? new Interpreter(
                            command, build(answer), installation(answer), libraries(answer))
                    : null;
        } catch (JacksonException e) {
            return null; // cut off, or printed by something else
        }
    }

    private static Build build(JsonNode answer) {
        JsonNode version = answer.path("version");
        return new Build(
                new PythonVersion(
                        version.path(0).asInt(0),
                        version.path(1).asInt(0),
                        version.path(2).asInt(0)),
                text(answer, "implementation", "cpython"),
                answer.path("free").asBoolean(false),
                answer.path("gil").asBoolean(true));
    }

    private static Installation installation(JsonNode answer) {
        CertificateFiles certificates =
                new CertificateFiles(path(answer, "ssl"), path(answer, "certifi"));
        return new Installation(
                text(answer, "executable", ""),
                text(answer, "platform", ""),
                owner(answer),
                certificates);
    }

    private static Owner owner(JsonNode answer) {
        String managed = text(answer, "managed", "");
        if (managed.isEmpty() || answer.path("venv").asBoolean(false)) {
            return Owner.USER;
        }
        return managed.contains("apt install") ? Owner.APT : Owner.OTHER;
    }

    private static Map<String, String> libraries(JsonNode answer) {
        Map<String, String> libraries = new TreeMap<>();
        for (String name : Interpreter.LIBRARIES) {
            String version = text(answer.path("libraries"), name, "");
            if (!version.isEmpty()) {
                libraries.put(name, version);
            }
        }
        return libraries;
    }

    private static @Nullable Path path(JsonNode answer, String name) {
        String text = text(answer, name, "");
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null; // a name that this machine's file system cannot have
        }
    }

    private static String text(JsonNode object, String name, String otherwise) {
        JsonNode value = object.path(name);
        return value.isString() ? value.stringValue() : otherwise;
    }
}
