package dev.overlap.bench;

import dev.overlap.engine.task.DaemonThread;
import dev.overlap.program.python.Interpreter;
import dev.overlap.program.python.InterpreterSearch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs programs of src/bench/python, traced or not. They say themselves what their work took, so
 * the start of the interpreter is left out. What traced ones tell is read and thrown away.
 */
final class PythonRuns implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("src", "bench", "python");
    private static final Path TRACER = Path.of("assets", "tracer").toAbsolutePath();

    /** The exit code of a program and all that it has printed. */
    record Result(int status, String output) {}

    /** What a program has taken. */
    record Cost(Result result, double wallSeconds, double cpuSeconds) {}

    private final Interpreter interpreter;
    private final URI target;
    private final ServerSocket viewer;
    private final Path figures;

    private PythonRuns(Interpreter interpreter, URI target) throws IOException {
        this.interpreter = interpreter;
        this.target = target;
        figures = Files.createTempFile("overlap-bench", ".txt");
        viewer = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        DaemonThread.of(this::acceptAll, "bench-viewer").start();
    }

    /**
     * Finds an interpreter.
     *
     * @param target that programs ask
     */
    static PythonRuns open(URI target) throws IOException, RequirementNotMet {
        Interpreter found = new InterpreterSearch(System.getenv()).find(Path.of("")).interpreter();
        if (found == null || !found.canBeWatched()) {
            throw new RequirementNotMet("There is no Python of 3.8 or newer.");
        }
        return new PythonRuns(found, target);
    }

    String interpreter() {
        return "CPython " + interpreter.build().version();
    }

    /** Returns whether the interpreter has a library; it always has none at all. */
    boolean has(String library) {
        return library.isEmpty() || interpreter.libraries().containsKey(library);
    }

    Cost run(String file, boolean isTraced) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(interpreter.command());
        command.add(PROGRAMS.resolve(file).toString());
        command.addAll(List.of(target.toString(), figures.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PYTHON"));
        if (isTraced) {
            environment.put("PYTHONPATH", TRACER.toString());
            environment.put("OVERLAP_TRACE", "tcp:127.0.0.1:" + viewer.getLocalPort() + ":bench");
        }
        Files.writeString(figures, "NaN NaN");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Result result = new Result(process.waitFor(), output);
        String[] seconds = Files.readString(figures).strip().split(" ", -1);
        return new Cost(result, Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]));
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket connection = viewer.accept();
                DaemonThread.of(() -> read(connection), "bench-stream").start();
            }
        } catch (IOException _) {
            // closed: the benchmark is over
        }
    }

    private static void read(Socket connection) {
        try (connection) {
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // the program has ended
        }
    }

    @Override
    public void close() throws IOException {
        viewer.close();
        Files.delete(figures);
    }
}
