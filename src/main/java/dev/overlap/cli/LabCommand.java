package dev.overlap.cli;

import dev.overlap.lab.Lab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Serves the lab alone, until it is interrupted. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description = "Serves the embedded lab alone on the loopback address, until Ctrl+C.")
final class LabCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "N", description = "Where to listen; a free port if 0.")
    private int port;

    private final Surroundings program;

    LabCommand(Surroundings program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Refused, InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Interruption interruption = Interruption.watch();
                Lab lab = lab()) {
            interruption.stopsBy(interrupted::countDown);
            program.say(lab.uri().toString());
            program.say("Press Ctrl+C to end the lab.");
            program.out().flush();
            interrupted.await();
        }
        return Cli.INTERRUPTED;
    }

    private Lab lab() throws Refused {
        if (port < 0 || port > 65_535) {
            throw new Refused("The port must be a number from 0 to 65535, not " + port + ".");
        }
        try {
            return Lab.start(port);
        } catch (IOException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }
}
