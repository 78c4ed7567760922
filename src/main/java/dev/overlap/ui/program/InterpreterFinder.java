package dev.overlap.ui.program;

import dev.overlap.program.python.Interpreter;
import dev.overlap.program.python.InterpreterProbe;
import dev.overlap.program.python.InterpreterSearch;
import dev.overlap.program.python.ProbeResult;
import dev.overlap.program.python.PythonCommand;
import dev.overlap.text.program.WatchAdvice;
import dev.overlap.text.program.WatchText;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Finds out which interpreter would run a command, and says what it is.
 *
 * <p>Threads: asked on the JavaFX thread, which gets the answer; interpreters are run in the
 * background.
 */
final class InterpreterFinder {

    /** What decides on the interpreter. */
    private record Question(List<String> words, @Nullable Path folder) {}

    /** An interpreter, and what is said of it or of there being none. */
    private record Answer(@Nullable Interpreter interpreter, String sentence) {

        static Answer of(Interpreter known) {
            String limits = WatchText.limits(known);
            String words = WatchText.interpreter(known);
            return new Answer(known, limits.isEmpty() ? words : words + ". " + limits);
        }
    }

    private final Executor background;
    private final Executor inbox;
    private final Consumer<String> answers;
    private @Nullable Question latest;
    private @Nullable Interpreter found;

    /**
     * @param inbox runs on the JavaFX thread
     * @param answers receives what is said of the interpreter
     */
    InterpreterFinder(Executor background, Executor inbox, Consumer<String> answers) {
        this.background = background;
        this.inbox = inbox;
        this.answers = answers;
    }

    /** Looks for the interpreter of a command, unless that is what was looked for last. */
    void find(ProgramRequest request) {
        if (!request.isPython()) {
            latest = null;
            found = null;
            answers.accept(WatchText.NOT_PYTHON);
            return;
        }
        Question question = question(request);
        if (!question.equals(latest)) {
            latest = question;
            found = null;
            answers.accept(WatchText.SEARCHING);
            background.execute(() -> answer(question));
        }
    }

    private static Question question(ProgramRequest request) {
        PythonCommand parsed = PythonCommand.parse(request.command());
        if (!request.python().isEmpty()) {
            return new Question(List.of(request.python()), null);
        }
        if (parsed != null) {
            return new Question(parsed.interpreter(), null);
        }
        Path file = request.file();
        Path beside = file == null ? null : file.getParent();
        return new Question(List.of(), beside == null ? request.folder() : beside);
    }

    /**
     * Returns the words of the interpreter that was found for a script that stands alone, which is
     * then not looked for again; empty if none is known yet.
     */
    List<String> found(ProgramRequest request) {
        Interpreter known = found;
        if (known == null || !PythonCommand.isScript(request.command())) {
            return List.of();
        }
        return question(request).equals(latest) ? known.command() : List.of();
    }

    private void answer(Question question) {
        Answer answer = ask(question);
        inbox.execute(
                () -> {
                    if (question.equals(latest)) {
                        found = answer.interpreter;
                        answers.accept(answer.sentence);
                    }
                });
    }

    private static Answer ask(Question question) {
        Path folder = question.folder;
        if (folder == null) {
            return switch (new InterpreterProbe().ask(question.words)) {
                case ProbeResult.Answered(Interpreter known) -> Answer.of(known);
                case ProbeResult.Unusable none -> new Answer(null, WatchAdvice.unusable(none));
            };
        }
        InterpreterSearch.Found result = new InterpreterSearch(System.getenv()).find(folder);
        Interpreter known = result.interpreter();
        return known == null
                ? new Answer(null, WatchAdvice.noPython(result.unusable()).sentence())
                : Answer.of(known);
    }
}
