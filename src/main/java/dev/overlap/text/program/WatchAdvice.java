package dev.overlap.text.program;

import dev.overlap.program.python.Interpreter;
import dev.overlap.program.python.ProbeResult;
import dev.overlap.program.python.PythonCommand;
import dev.overlap.program.python.PythonVersion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a program was not started, or not watched. */
public final class WatchAdvice {

    private WatchAdvice() {}

    /**
     * Returns the advice where no interpreter was found.
     *
     * @param unusable the commands that were tried
     */
    public static Advice noPython(List<ProbeResult.Unusable> unusable) {
        List<String> sentences = new ArrayList<>();
        for (ProbeResult.Unusable each : unusable) {
            if (each.obstacle() != ProbeResult.Obstacle.NOT_STARTED) {
                sentences.add(unusable(each));
            }
        }
        sentences.add(
                "No Python was found as python3, python or py -3. Install it from python.org or"
                        + " with your system's packages, or name one with --python PATH or in"
                        + " OVERLAP_PYTHON.");
        return Advice.of(Advice.Topic.NO_PYTHON, String.join(" ", sentences));
    }

    /** Returns the sentence on a command that is not a usable interpreter. */
    public static String unusable(ProbeResult.Unusable unusable) {
        String command = CommandText.of(unusable.command(), false);
        String detail = unusable.detail().isEmpty() ? "" : " It said: " + unusable.detail();
        return switch (unusable.obstacle()) {
            case NOT_STARTED -> command + " cannot be started.";
            case NOT_PYTHON -> command + " is not a Python that can be used." + detail;
            case TOO_SLOW -> command + " did not answer within ten seconds." + detail;
        };
    }

    /** Returns the sentence on an interpreter that is older than what can be watched. */
    static String tooOld(Interpreter interpreter) {
        return "%s is Python %s: it runs the program, but it cannot be watched. That takes %d.%d or newer."
                .formatted(
                        CommandText.of(
                                interpreter.command(), interpreter.installation().isWindows()),
                        interpreter.build().version(),
                        PythonVersion.OLDEST_WATCHED.major(),
                        PythonVersion.OLDEST_WATCHED.minor());
    }

    static Optional<Advice> of(ProgramEnd end) {
        return switch (end.ending()) {
            case ProgramEnd.Ending.NotStarted _ -> Optional.of(notStarted(end));
            case ProgramEnd.Ending.Exited _, ProgramEnd.Ending.Stopped _ -> notWatched(end);
        };
    }

    private static Advice notStarted(ProgramEnd end) {
        String program = end.command().isEmpty() ? "" : end.command().getFirst();
        if (PythonCommand.isScript(end.command())) {
            List<String> words = new ArrayList<>(end.python());
            words.addAll(end.command());
            return Advice.of(
                    Advice.Topic.NOT_STARTED,
                    program + " cannot be started by itself: put the interpreter before it.",
                    CommandText.of(words, end.isWindows()));
        }
        return Advice.of(
                Advice.Topic.NOT_STARTED,
                "There is no program %s that can be started here.".formatted(program));
    }

    private static Optional<Advice> notWatched(ProgramEnd end) {
        Interpreter interpreter = end.interpreter();
        PythonCommand python = PythonCommand.parse(end.command());
        if (interpreter != null && !interpreter.canBeWatched()) {
            return Optional.of(Advice.of(Advice.Topic.TOO_OLD, tooOld(interpreter)));
        }
        if (end.seen().greeted()) {
            return end.seen().events() || end.failed()
                    ? Optional.empty()
                    : Optional.of(nothingToSee());
        }
        return Optional.of(
                python == null || python.isolation() == null
                        ? unseen(end, python != null)
                        : isolated(end, python.isolation()));
    }

    private static Advice nothingToSee() {
        return Advice.of(
                Advice.Topic.NOTHING_TO_SEE,
                "The program was watched, and did nothing that can be drawn: no task, thread,"
                        + " process or request.");
    }

    private static Advice isolated(ProgramEnd end, String option) {
        return Advice.of(
                Advice.Topic.NOT_WATCHED,
                "The program was not watched: with %s Python does not load the tracer. Leave it out."
                        .formatted(option),
                CommandText.of(PythonCommand.withoutIsolation(end.command()), end.isWindows()));
    }

    private static Advice unseen(ProgramEnd end, boolean python) {
        return Advice.of(
                Advice.Topic.NOT_WATCHED,
                python
                        ? "The program was not watched: its Python did not load the tracer."
                        : "%s was not watched: it is not Python, or a Python packed into a program, which"
                                        .formatted(end.command().getFirst())
                                + " loads no tracer. Its output is shown all the same.");
    }

    /** Returns what the tracer said that it cannot see, with the way out where there is one. */
    static List<Advice> notes(ProgramEnd end) {
        return end.seen().notes().stream()
                .map(note -> Advice.of(Advice.Topic.PARTLY_SEEN, note(note)))
                .toList();
    }

    private static String note(String note) {
        if (note.startsWith("uvloop")) {
            return "uvloop runs the loop in compiled code: which step holds the loop is not seen."
                    + " Without it, on asyncio's own loop, it is.";
        }
        if (note.startsWith("gevent")) {
            return "gevent switches between greenlets inside of one thread, which is not seen: the"
                    + " picture shows that thread only.";
        }
        return note.endsWith(".") ? note : note + ".";
    }
}
