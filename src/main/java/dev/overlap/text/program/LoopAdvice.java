package dev.overlap.text.program;

import dev.overlap.program.python.Interpreter;

import java.util.Optional;
import java.util.Set;

/** What to do about errors of asyncio's event loop, and of programs that ask for input. */
final class LoopAdvice {

    private static final Set<String> RUNNING =
            Set.of(
                    "This event loop is already running",
                    "Cannot run the event loop while another loop is running",
                    "asyncio.run() cannot be called from a running event loop");

    private LoopAdvice() {}

    static Optional<Advice> of(ProgramEnd end, ErrorOutput errors) {
        if (!end.failed()) {
            return Optional.empty();
        }
        if (errors.is("EOFError") && errors.message().startsWith("EOF when reading a line")) {
            return Optional.of(input(errors));
        }
        if (!errors.is("RuntimeError")) {
            return Optional.empty();
        }
        if (RUNNING.contains(errors.message())) {
            return Optional.of(running());
        }
        return errors.message().startsWith("There is no current event loop")
                ? Optional.of(noLoop(end))
                : Optional.empty();
    }

    private static Advice input(ErrorOutput errors) {
        return Advice.of(
                Advice.Topic.ASKS_FOR_INPUT,
                "The program asks for input%s, and its standard input is closed. Give it the answer"
                                .formatted(errors.inLine())
                        + " as an argument, or write it into the program.");
    }

    private static Advice running() {
        return Advice.of(
                Advice.Topic.LOOP_RUNS,
                "A coroutine asked its own event loop to run another one to its end, which that"
                    + " loop could do only after the first. Await it instead. The lesson \"Event"
                    + " loop is already running\" shows why.",
                "overlap lesson run event-loop-is-already-running");
    }

    private static Advice noLoop(ProgramEnd end) {
        Interpreter interpreter = end.interpreter();
        boolean since = interpreter != null && interpreter.build().version().isAtLeast(3, 14);
        return Advice.of(
                Advice.Topic.NO_EVENT_LOOP,
                (since
                                ? "Since Python 3.14 asyncio.get_event_loop() makes no event loop."
                                : "asyncio.get_event_loop() makes no event loop here.")
                        + " Replace it by this line, or call asyncio.run(main()).",
                "loop = asyncio.new_event_loop()");
    }
}
