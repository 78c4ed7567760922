package dev.overlap;

import dev.overlap.cli.FailingWorkshop;
import dev.overlap.engine.FailingEnder.Way;
import dev.overlap.state.Folders;

import java.util.Arrays;

/** The command line of the program, whose runs do not end as they should. */
public final class MainWithFailingEndings {

    private MainWithFailingEndings() {}

    /**
     * Does what {@link Main} does.
     *
     * @param args which endings fail, and then a command
     */
    public static void main(String[] args) {
        Folders.here().logs().ifPresentOrElse(Logging::begin, Logging::silence);
        String[] command = Arrays.copyOfRange(args, 1, args.length);
        System.exit(FailingWorkshop.run(Way.valueOf(args[0]), command));
    }
}
