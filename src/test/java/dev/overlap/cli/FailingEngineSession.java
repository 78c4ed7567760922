package dev.overlap.cli;

import dev.overlap.engine.FailingCleanup;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.lab.Lab;
import dev.overlap.runtime.EngineSession;
import dev.overlap.runtime.LabAndEngine;

import java.io.IOException;

/** The command line with an engine whose runs fail to clean up. */
public final class FailingEngineSession {

    private FailingEngineSession() {}

    /** Runs one command and returns the exit code. */
    public static int run(FailingCleanup.Way way, String... args) {
        System.setProperty("java.awt.headless", "true");
        CliContext real = CliContext.ofThisProcess();
        return CommandLineProgram.run(
                new CliContext(
                        () -> open(way),
                        real.in(),
                        real.out(),
                        real.err(),
                        real.terminal(),
                        real.proxies(),
                        real.folder(),
                        real.kept()),
                args);
    }

    private static EngineSession open(FailingCleanup.Way way) throws IOException {
        Lab lab = Lab.start();
        return LabAndEngine.of(lab, FailingCleanup.engine(LabEndpoint.plain(lab.uri()), way));
    }
}
