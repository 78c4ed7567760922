package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.lab.Lab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Runs the lab alone until it is interrupted. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description = "Runs the embedded lab on its own, on the loopback address, until Ctrl+C.")
final class LabCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on; 0 picks a free one.")
    private int port;

    private final CliContext context;

    LabCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UsageException, InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (InterruptHandler interrupts = InterruptHandler.install();
                Lab lab = lab()) {
            interrupts.onInterrupt(interrupted::countDown);
            context.print(lab.uri().toString());
            context.print("Press Ctrl+C to stop the lab.");
            context.out().flush();
            interrupted.await();
        }
        return ExitCode.INTERRUPTED.code();
    }

    private Lab lab() throws UsageException {
        if (port < 0 || port > 65_535) {
            throw new UsageException(
                    "The port must be a number from 0 to 65535, not " + port + ".");
        }
        try {
            return Lab.start(port);
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
