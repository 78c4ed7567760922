package dev.overlap.cli;

import java.io.IOException;

/**
 * What a command has of a workshop, from its opening to the exit code.
 *
 * @param interruption may stop it
 * @param results where its results go; what runs is stopped when nobody reads them
 */
record Shift(Workshop workshop, Interruption interruption, Outlet results) {

    /** What a command does in its shift. */
    interface Work {

        /**
         * Runs something, tells of it and writes what there is, also after an interruption.
         *
         * @return whether all of it came about
         */
        boolean in(Shift shift) throws Refused, IOException, InterruptedException;
    }

    /** Opens a workshop for some work and gives the exit code of the command. */
    static int work(Surroundings outside, Work work)
            throws Refused, IOException, InterruptedException {
        try (Interruption interruption = Interruption.watch();
                Workshop workshop = outside.workshop().open()) {
            boolean all = work.in(new Shift(workshop, interruption, outside.out()));
            outside.out().flush();
            if (interruption.hasCome()) {
                return Cli.INTERRUPTED;
            }
            return all ? Cli.DONE : Cli.FAILED;
        }
    }
}
