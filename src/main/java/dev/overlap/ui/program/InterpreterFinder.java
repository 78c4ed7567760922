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

    private final Executor background;
    private final Executor inbox;
    private final Consumer<String> answers;
    private @Nullable Question latest;

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
            answers.accept(WatchText.NOT_PYTHON);
            return;
        }
        Question question = question(request);
        if (!question.equals(latest)) {
            latest = question;
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

    private void answer(Question question) {
        String sentence = sentence(question);
        inbox.execute(
                () -> {
                    if (question.equals(latest)) {
                        answers.accept(sentence);
                    }
                });
    }

    private static String sentence(Question question) {
        Path folder = question.folder;
        if (folder == null) {
            return switch (new InterpreterProbe().ask(question.words)) {
                case ProbeResult.Answered(Interpreter found) -> sentence(found);
                case ProbeResult.Unusable none -> WatchAdvice.unusable(none);
            };
        }
        InterpreterSearch.Found found = new InterpreterSearch(System.getenv()).find(folder);
        Interpreter interpreter = found.interpreter();
        return interpreter == null
                ? WatchAdvice.noPython(found.unusable()).sentence()
                : sentence(interpreter);
    }

    private static String sentence(Interpreter interpreter) {
        String limits = WatchText.limits(interpreter);
        String words = WatchText.interpreter(interpreter);
        return limits.isEmpty() ? words : words + ". " + limits;
    }
}
