package dev.overlap.protocol.file;

import dev.overlap.plan.Quoting;
import dev.overlap.protocol.ProtocolEvent.Hello;

import java.util.List;
import java.util.Locale;

/**
 * What a program is called. Of its command line only the name of the script is taken, without its
 * folder: the rest may tell of the user.
 *
 * @param script the file that was run, or the runtime
 * @param runtime the language with its version
 */
record ProgramName(String script, String runtime) {

    private static final int MAX_NAME = 80;

    static ProgramName of(Hello hello) {
        String runtime = (hello.language() + " " + hello.languageVersion()).strip();
        String shown = runtime.isEmpty() ? "program" : Quoting.plain(runtime, MAX_NAME);
        String script = script(hello);
        return new ProgramName(script.isEmpty() ? shown : script, shown);
    }

    private static String script(Hello hello) {
        List<String> arguments = hello.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String name = fileName(arguments.get(i));
            boolean isRuntime = i == 0 && isRuntime(name, hello.language());
            if (!isRuntime && !name.isBlank() && !arguments.get(i).startsWith("-")) {
                return Quoting.plain(name, MAX_NAME);
            }
        }
        return "";
    }

    private static boolean isRuntime(String name, String language) {
        return !language.isEmpty()
                && name.toLowerCase(Locale.ROOT).startsWith(language.toLowerCase(Locale.ROOT));
    }

    private static String fileName(String path) {
        return path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
    }
}
