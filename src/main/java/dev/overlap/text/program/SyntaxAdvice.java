package dev.overlap.text.program;

import java.util.Optional;
import java.util.regex.Pattern;

/** What to do about a program that Python cannot read, as one copied from a page. */
final class SyntaxAdvice {

    /** As they are printed, or escaped where the terminal has no such character. */
    private static final Pattern CURLY =
            Pattern.compile(
                    "[\u201c\u201d\u201e\u2018\u2019\u201a]|(?:\\\\u|U\\+)20(?:1[89ace-]|1[CDE89A])");

    private SyntaxAdvice() {}

    static Optional<Advice> of(ProgramEnd end, ErrorOutput errors) {
        if (!end.failed()) {
            return Optional.empty();
        }
        if (errors.is("IndentationError")) {
            return Optional.of(indentation(errors));
        }
        if (!errors.is("SyntaxError")) {
            return Optional.empty();
        }
        if (end.errorLines().stream().anyMatch(line -> CURLY.matcher(line).find())) {
            return Optional.of(curly(errors));
        }
        return awaits(errors);
    }

    private static Advice curly(ErrorOutput errors) {
        return Advice.of(
                Advice.Topic.CURLY_QUOTES,
                "The program has curly quotes%s, as web pages print them, and Python takes straight"
                                .formatted(errors.inLine())
                        + " ones only. A mended copy can be written; the file itself stays as it"
                        + " is.");
    }

    private static Advice indentation(ErrorOutput errors) {
        return Advice.of(
                Advice.Topic.INDENTATION_LOST,
                "The indentation%s is not what Python expects: a listing that is copied from a page"
                                .formatted(errors.inLine())
                        + " may lose it. Indent what belongs to a def, if, for or with below it.");
    }

    private static Optional<Advice> awaits(ErrorOutput errors) {
        return switch (errors.message()) {
            case "'await' outside function", "'async with' outside async function" ->
                    Optional.of(outside(errors, "outside of every function"));
            case "'await' outside async function" ->
                    Optional.of(outside(errors, "in a function that is not async"));
            default -> Optional.empty(); // any other mistake is Python's to explain
        };
    }

    private static Advice outside(ErrorOutput errors, String where) {
        return Advice.of(
                Advice.Topic.INDENTATION_LOST,
                "await stands %s%s. Indent it below its \"async def\", whose indentation a copied"
                                .formatted(where, errors.inLine())
                        + " listing may have lost, or run the coroutine with asyncio.run().");
    }
}
