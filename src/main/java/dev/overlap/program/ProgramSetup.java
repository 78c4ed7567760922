package dev.overlap.program;

import dev.overlap.engine.task.Closer;
import dev.overlap.lab.Lab;
import dev.overlap.lab.VirtualHosts;
import dev.overlap.program.python.CertificateFiles;
import dev.overlap.program.python.Interpreter;
import dev.overlap.program.python.InterpreterProbe;
import dev.overlap.program.python.InterpreterSearch;
import dev.overlap.program.python.ProbeResult;
import dev.overlap.program.python.PythonCommand;
import dev.overlap.program.python.TrustBundle;
import dev.overlap.text.program.Advice;
import dev.overlap.text.program.ProgramText;
import dev.overlap.text.program.WatchAdvice;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a program needs while it runs: its interpreter, and a lab that plays hosts together with a
 * certificate that the program trusts. Closing it ends the lab and deletes the certificate.
 *
 * <p>Threads: any but the JavaFX thread, as interpreters are asked and keys are made.
 */
public final class ProgramSetup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramSetup.class);

    /** Names get addresses of their own in this network of the loopback interface. */
    private static final String NETWORK = "127.77.0.";

    private final List<String> shownCommand;
    private final List<String> command;
    private final Optional<Path> kept;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Interpreter interpreter;
    private @Nullable Advice noInterpreter;
    private @Nullable Lab lab;
    private @Nullable TrustBundle trust;
    private @Nullable Path temporary;

    private ProgramSetup(List<String> command, Path folder, Optional<Path> kept) {
        shownCommand = List.copyOf(command);
        this.command = command;
        this.kept = kept;
        this.folder = folder.toAbsolutePath();
    }

    /**
     * Prepares a program.
     *
     * @param command the program and its arguments; a Python script may stand alone
     * @param python the interpreter of a script, empty for the one that is found
     * @param hosts that the lab is to play
     * @param folder in which the program is to run
     * @param kept the folder in which Overlap keeps what lasts; without one, the tracer is laid out
     *     for this time only
     * @throws IllegalArgumentException with a sentence, if an interpreter is chosen for what is no
     *     Python script
     * @throws IOException in one sentence, if the hosts cannot be played
     */
    public static ProgramSetup of(
            List<String> command,
            String python,
            VirtualHosts hosts,
            Path folder,
            Optional<Path> kept)
            throws IOException {
        ProgramSetup setup = new ProgramSetup(new ArrayList<>(command), folder, kept);
        setup.chooseInterpreter(python);
        if (!hosts.names().isEmpty()) {
            setup.play(hosts);
        }
        return setup;
    }

    private void chooseInterpreter(String python) {
        PythonCommand parsed = PythonCommand.parse(command);
        if (PythonCommand.isScript(command)) {
            command.addAll(0, python.isEmpty() ? found() : List.of(python));
        } else if (parsed == null && !python.isEmpty()) {
            throw new IllegalArgumentException(ProgramText.noScript(command.getFirst()));
        } else if (parsed != null && !python.isEmpty()) {
            command.subList(0, parsed.interpreter().size()).clear();
            command.addFirst(python);
        }
    }

    /** Returns the words of the interpreter that is found; the usual one if there is none. */
    private List<String> found() {
        Path script = folder.resolve(command.getFirst()).toAbsolutePath();
        Path beside = script.getParent();
        InterpreterSearch.Found found =
                new InterpreterSearch(System.getenv()).find(beside == null ? folder : beside);
        Interpreter known = found.interpreter();
        interpreter = known;
        if (known == null) {
            noInterpreter = WatchAdvice.noPython(found.unusable());
            return List.of("python3");
        }
        return known.command();
    }

    private void play(VirtualHosts hosts) throws IOException {
        try {
            Lab playing = Lab.start(hosts);
            lab = playing;
            Thread warmup = Thread.ofVirtual().start(() -> LabWarmup.http(playing));
            LabWarmup.https(playing);
            warmup.join();
            environment.put("OVERLAP_HOSTS", addresses(hosts, playing));
            Interpreter known = interpreter();
            CertificateFiles own =
                    known == null ? CertificateFiles.NONE : known.installation().certificates();
            trust = TrustBundle.create(playing.certificate(), own, System.getenv());
            environment.putAll(trust.environment());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the lab was started");
        } catch (IOException | RuntimeException e) {
            new Closer(e).run(this::close);
            throw e;
        }
    }

    private static String addresses(VirtualHosts hosts, Lab lab) throws IOException {
        int http = lab.uri().getPort();
        int https = lab.tlsUri().getPort();
        List<String> addresses = new ArrayList<>();
        for (String name : hosts.names()) {
            String own = NETWORK + (addresses.size() + 1);
            addresses.add(name + "=" + own + "/" + http + "/" + https);
        }
        return String.join(",", addresses);
    }

    /** Returns the command as it was given. */
    public List<String> shownCommand() {
        return shownCommand;
    }

    /** Returns the command as it is started, with its interpreter. */
    public List<String> command() {
        return List.copyOf(command);
    }

    /** Returns what helps if a script stands alone and no interpreter was found; null otherwise. */
    public @Nullable Advice noInterpreter() {
        return noInterpreter;
    }

    /** Returns the interpreter that runs the program; null if it is none, or does not answer. */
    public synchronized @Nullable Interpreter interpreter() {
        PythonCommand parsed = PythonCommand.parse(command);
        if (interpreter == null && parsed != null) {
            ProbeResult result = new InterpreterProbe().ask(parsed.interpreter());
            interpreter =
                    result instanceof ProbeResult.Answered(Interpreter answered) ? answered : null;
        }
        return interpreter;
    }

    /** Starts the program; see {@link ProgramRun#start}. */
    public ProgramRun start(OutputStream out, OutputStream err) throws IOException {
        Path tracer = TracerFiles.unpack(kept.isPresent() ? kept.get() : temporary());
        return ProgramRun.start(new ProgramStart(command, folder, environment, tracer), out, err);
    }

    private Path temporary() throws IOException {
        Path folder = Files.createTempDirectory("overlap-tracer-");
        temporary = folder;
        return folder;
    }

    @Override
    public void close() {
        Closer closer = new Closer();
        if (trust != null) {
            closer.run(trust::close);
        }
        if (lab != null) {
            closer.run(lab::close);
        }
        Path laidOut = temporary;
        if (laidOut != null) {
            closer.run(() -> TracerFiles.delete(laidOut));
        }
        closer.log(LOG, "something of a watched program could not be cleaned up");
    }
}
