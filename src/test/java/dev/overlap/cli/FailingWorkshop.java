package dev.overlap.cli;

import dev.overlap.engine.FailingEnder;
import dev.overlap.engine.LabAccess;
import dev.overlap.lab.Lab;

import java.io.IOException;

/** The command line with a workshop whose runs do not end as they should. */
public final class FailingWorkshop {

    private FailingWorkshop() {}

    /** Runs one command and gives the exit code. */
    public static int run(FailingEnder.Way way, String... args) {
        System.setProperty("java.awt.headless", "true");
        Surroundings real = Surroundings.ofThisProcess();
        return Cli.run(
                new Surroundings(
                        () -> open(way),
                        real.in(),
                        real.out(),
                        real.err(),
                        real.terminal(),
                        real.folder()),
                args);
    }

    private static Workshop open(FailingEnder.Way way) throws IOException {
        Lab lab = Lab.start();
        return Workshop.of(lab, FailingEnder.engine(LabAccess.plain(lab.uri()), way));
    }
}
