package dev.overlap;

import dev.overlap.cli.FailingEngineSession;
import dev.overlap.engine.FailingCleanup.Way;
import dev.overlap.persistence.UserDirectories;

import java.util.Arrays;

/** The command line of the program, with runs that fail to clean up. */
public final class MainWithFailingCleanup {

    private MainWithFailingCleanup() {}

    /**
     * Runs a command like {@link Main}.
     *
     * @param args how cleaning up fails, then a command
     */
    public static void main(String[] args) {
        UserDirectories.here().logs().ifPresentOrElse(Logging::begin, Logging::silence);
        String[] command = Arrays.copyOfRange(args, 1, args.length);
        System.exit(FailingEngineSession.run(Way.valueOf(args[0]), command));
    }
}
