package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.cli.report.ResultStream;

import java.io.IOException;

/**
 * The engine session and interrupt handler of one command.
 *
 * @param session opened for this command; closed by it
 * @param interruptHandler may stop it
 * @param results where its results go; what runs is stopped when nobody reads them
 */
record CommandSession(
        EngineSession session, InterruptHandler interruptHandler, ResultStream results) {

    /** What a command does with its session. */
    interface Action {

        /**
         * Runs something, tells of it and writes what there is, also after an interruption.
         *
         * @return whether all of it came about
         */
        boolean in(CommandSession session) throws UsageException, IOException, InterruptedException;
    }

    /** Opens an engine session for some work and gives the exit code of the command. */
    static int work(CliContext outside, Action action)
            throws UsageException, IOException, InterruptedException {
        try (InterruptHandler interruptHandler = InterruptHandler.watch();
                EngineSession engineSession = outside.sessionFactory().open()) {
            boolean all =
                    action.in(new CommandSession(engineSession, interruptHandler, outside.out()));
            outside.out().flush();
            if (interruptHandler.hasCome()) {
                return ExitCode.INTERRUPTED.code();
            }
            return all ? ExitCode.DONE.code() : ExitCode.FAILED.code();
        }
    }
}
