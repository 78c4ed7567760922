package dev.overlap.ui.program;

import dev.overlap.comparison.Guesses;
import dev.overlap.engine.task.Closer;
import dev.overlap.lab.VirtualHosts;
import dev.overlap.program.ProgramRun;
import dev.overlap.program.ProgramSetup;
import dev.overlap.program.python.Interpreter;
import dev.overlap.text.program.Advice;
import dev.overlap.text.program.ProgramAdvice;
import dev.overlap.text.program.ProgramEnd;
import dev.overlap.text.program.ProgramEnd.Ending;
import dev.overlap.text.program.ProgramEnd.Seen;
import dev.overlap.text.program.WatchText;
import dev.overlap.ui.run.RunController.RunOrigin;
import dev.overlap.ui.run.RunController.Started;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A program from its confirmation to its end, with what it prints and what is said of it.
 *
 * <p>Threads: started and concluded in the background, where both may block; any may ask.
 */
final class ProgramLaunch {

    /**
     * How a program ended, and what helps.
     *
     * @param advice the cause first
     */
    record Conclusion(Ending ending, List<Advice> advice) {
        Conclusion {
            advice = List.copyOf(advice);
        }
    }

    /** Of a host that the lab plays, as long as nothing else is said. */
    private static final String DELAY = "=300ms";

    private static final int MAX_START_SECONDS = 20;
    private static final long CHILDREN_NANOS = 2_000_000_000L;

    private final ProgramRequest request;
    private final ProgramContent content;
    private final Optional<Path> kept;
    private final Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    private final BoundedOutput output = new BoundedOutput(charset);
    private volatile @Nullable ProgramSetup setup;
    private volatile @Nullable ProgramRun run;
    private volatile @Nullable Conclusion conclusion;
    private volatile Instant startedAt = Instant.now();
    private volatile long startedNanoTime = System.nanoTime();
    private final CompletableFuture<Void> attempted = new CompletableFuture<>();
    private volatile boolean stopped;
    private final Thread atExit = new Thread(this::stopStarted, "program-at-exit");
    private long childrenSince; // JavaFX thread only

    /**
     * @param kept the folder in which Overlap keeps what lasts, if there is one
     */
    ProgramLaunch(ProgramRequest request, ProgramContent content, Optional<Path> kept) {
        this.request = request;
        this.content = content;
        this.kept = kept;
    }

    ProgramRequest request() {
        return request;
    }

    ProgramContent content() {
        return content;
    }

    BoundedOutput output() {
        return output;
    }

    /** Returns the program that runs or ran; null if it has not started. */
    @Nullable ProgramRun run() {
        return run;
    }

    /** Returns what is shown as its source; null if it has no file, or one that is too long. */
    @Nullable ShownSource source() {
        ProgramFile file = content.shown();
        return file == null || file.lines().isEmpty() ? null : ShownSource.of(file);
    }

    /** Returns the wall-clock time by which its run is known. */
    Instant startedAt() {
        return startedAt;
    }

    /** Returns how it ended; null as long as that is not known. */
    @Nullable Conclusion conclusion() {
        return conclusion;
    }

    /**
     * Starts the program.
     *
     * @throws IllegalStateException with a sentence, if that fails
     */
    Started start() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
            return startNow();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(String.valueOf(e.getMessage()), e);
        } finally {
            attempted.complete(null);
            if (run == null) {
                forgetExit();
            }
        }
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // Overlap is ending, and the hook is needed
        }
    }

    private Started startNow() throws IOException {
        String python = request.isPython() ? request.python() : "";
        VirtualHosts hosts = VirtualHosts.of(request.hosts());
        ProgramSetup prepared =
                ProgramSetup.of(request.started(), python, hosts, request.folder(), kept);
        setup = prepared;
        try {
            return started(begin(prepared), prepared);
        } catch (IOException | RuntimeException e) {
            new Closer(e).run(prepared::close);
            throw e;
        }
    }

    private ProgramRun begin(ProgramSetup prepared) throws IOException {
        Advice none = prepared.noInterpreter();
        if (none != null) {
            conclusion = new Conclusion(new Ending.NotStarted(none.sentence()), List.of(none));
            throw new IllegalStateException(none.sentence());
        }
        startedAt = Instant.now();
        startedNanoTime = System.nanoTime();
        try {
            return prepared.start(output.out(), output.err());
        } catch (IOException e) {
            Ending ending = new Ending.NotStarted(String.valueOf(e.getMessage()));
            conclude(ending, new ProgramEnd(command(), null, ending, Seen.NOTHING, List.of()));
            throw e;
        }
    }

    private Started started(ProgramRun program, ProgramSetup prepared) {
        run = program;
        if (stopped) { // meanwhile
            boolean _ = program.stop();
        }
        CompletionStage<Void> done =
                program.done()
                        .whenComplete((_, _) -> forgetExit())
                        .whenComplete((_, _) -> prepared.close());
        return new Started(
                new WatchedRun(program, done),
                startedAt,
                Guesses.NONE,
                null,
                RunOrigin.ofProgram(request.name()));
    }

    private List<String> command() {
        ProgramSetup known = setup;
        return known == null ? request.command() : known.command();
    }

    /** Returns whether it could not be started. */
    boolean hasFailed() {
        return attempted.isDone() && run == null;
    }

    /** Returns whether the user has stopped it. */
    boolean isStopped() {
        return stopped;
    }

    /** Returns whether the chart has a begin, from which times are told then. */
    boolean hasBegun() {
        ProgramRun known = run;
        return known != null && known.trace().hasBegun() && !known.trace().tasks().isEmpty();
    }

    /** Returns what is wrong with a program that still runs: a hang, or children that are left. */
    List<String> troubles() {
        ProgramRun known = run;
        if (known == null || stopped || conclusion != null) {
            return List.of();
        }
        List<String> hang = known.hang();
        return hang.isEmpty() && known.waitsForChildren() && isChildrenLate()
                ? List.of(WatchText.CHILDREN_LEFT)
                : hang;
    }

    private boolean isChildrenLate() {
        childrenSince = childrenSince == 0 ? System.nanoTime() : childrenSince;
        return System.nanoTime() - childrenSince > CHILDREN_NANOS;
    }

    /** Returns the hosts that the lab plays, and those that the program could not reach. */
    List<String> hostsToPlay() {
        ProgramRun known = run;
        List<String> hosts = new ArrayList<>(request.hosts());
        if (known != null) {
            known.seen().unreachable().stream().map(it -> it + DELAY).forEach(hosts::add);
        }
        return hosts;
    }

    /** Finds out what to say of a program that has ended. */
    void conclude() {
        ProgramRun ended = run;
        ProgramSetup known = setup;
        if (ended == null || known == null) {
            return;
        }
        Ending ending = stopped ? new Ending.Stopped() : new Ending.Exited(ended.exitCode());
        boolean isClear = ending.equals(new Ending.Exited(0)) && ended.seen().events();
        Interpreter interpreter = isClear || stopped ? null : known.interpreter();
        List<String> errors = ended.lastErrors(charset).lines().toList();
        Seen seen = ended.seen();
        List<String> notes = ended.trace().notes();
        Seen all = new Seen(seen.greeted(), seen.events(), seen.unreachable(), notes);
        conclude(ending, new ProgramEnd(command(), interpreter, ending, all, errors));
    }

    private void conclude(Ending ending, ProgramEnd end) {
        conclusion = new Conclusion(ending, ProgramAdvice.of(end));
    }

    /** Notes that the program is stopped by the user. */
    void stopping() {
        stopped = true;
    }

    /**
     * Ends the program, even if it is just being started, on a thread of its own. If Overlap itself
     * ends before that, a shutdown hook does it.
     */
    void close() {
        stopped = true;
        ProgramRun running = run;
        if (running == null || !running.done().toCompletableFuture().isDone()) {
            Thread.ofPlatform().name("program-closing").start(this::stopStarted);
        }
    }

    private void stopStarted() {
        attempted.completeOnTimeout(null, MAX_START_SECONDS, TimeUnit.SECONDS).join();
        ProgramRun running = run;
        if (running != null) {
            boolean _ = running.stop();
        }
    }

    /** Returns the time of a line since the begin of the chart, or else of the program. */
    long sinceBegin(OutputLine line) {
        ProgramRun known = run;
        long sinceStart = line.nanoTime() - startedNanoTime;
        return known == null || !hasBegun()
                ? sinceStart
                : sinceStart - Duration.between(startedAt, known.begun()).toNanos();
    }
}
