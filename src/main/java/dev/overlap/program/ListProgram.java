package dev.overlap.program;

import dev.overlap.plan.Task;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program in Python that Overlap has written for a list, and that tells which task is which. It
 * runs in a folder of its own, which is deleted when this is closed.
 *
 * <p>Threads: one at a time, which may block; not the JavaFX thread.
 */
public final class ListProgram implements AutoCloseable {

    /** As Overlap's own requests, those of the program use no proxy. */
    private static final Map<String, String> NO_PROXY = Map.of("no_proxy", "*", "NO_PROXY", "*");

    private final List<String> python;
    private final String fileName;
    private final Optional<Path> kept;
    private final Path folder;

    private ListProgram(List<String> python, String fileName, Optional<Path> kept, Path folder) {
        this.python = List.copyOf(python);
        this.fileName = fileName;
        this.kept = kept;
        this.folder = folder;
    }

    /**
     * Writes a program.
     *
     * @param python the words that start its interpreter
     * @param kept the folder in which Overlap keeps what lasts; without one, the tracer is laid out
     *     for this time only
     */
    public static ListProgram write(
            List<String> python, String fileName, String text, Optional<Path> kept)
            throws IOException {
        Path folder = Files.createTempDirectory("overlap-python-"); // for its owner only
        ListProgram program = new ListProgram(python, fileName, kept, folder);
        try {
            Files.writeString(folder.resolve(fileName), text);
            return program;
        } catch (IOException e) {
            program.close();
            throw e;
        }
    }

    private List<String> command() {
        return Stream.concat(python.stream(), Stream.of(fileName)).toList();
    }

    /**
     * Starts it.
     *
     * @param recorder whose trace has the tasks, and has not begun
     * @throws IOException of the system, if it cannot be started
     */
    public ProgramRun start(TraceRecorder recorder, List<Task> tasks) throws IOException {
        Path tracer = TracerFiles.unpack(kept.orElse(folder));
        return ProgramRun.start(
                new ProgramStart(command(), folder, NO_PROXY, tracer),
                ProgramEvents.ofList(recorder, tasks),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream());
    }

    /** Returns an empty trace for the tasks of a list that a program is to do. */
    public static Trace traceOf(List<Task> tasks) {
        return Trace.ofWatchedList(
                tasks.stream().map(Task::label).toList(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Asks a lab for a few replies: the first ones of a new process take longer than declared. */
    public static void warmUp(URI lab) {
        LabWarmup.http(lab);
    }

    @Override
    public void close() throws IOException {
        TracerFiles.delete(folder);
    }
}
