package dev.overlap.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a program. It is started directly, without a shell, with standard input at its end.
 *
 * @param command the program and its arguments
 * @param folder in which it runs
 * @param environment what is set in addition to the environment of Overlap
 * @param tracer the folder of the tracer, from {@link TracerFiles}
 */
record ProgramStart(
        List<String> command, Path folder, Map<String, String> environment, Path tracer) {

    ProgramStart {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
