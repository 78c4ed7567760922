package dev.overlap.cli;

import dev.overlap.cli.options.RowGroupingConverter;
import dev.overlap.cli.options.UsageException;
import dev.overlap.cli.report.RunReporter;
import dev.overlap.lab.VirtualHosts;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.program.ProgramRun;
import dev.overlap.program.ProgramSetup;
import dev.overlap.program.python.Interpreter;
import dev.overlap.render.RowGrouping;
import dev.overlap.report.RunReport;
import dev.overlap.text.program.Advice;
import dev.overlap.text.program.CommandText;
import dev.overlap.text.program.ProgramAdvice;
import dev.overlap.text.program.ProgramEnd;
import dev.overlap.text.program.ProgramEnd.Ending;
import dev.overlap.text.program.ProgramEnd.Seen;
import dev.overlap.text.program.ProgramText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a program of the user, unchanged, watches it and draws what its tasks waited for. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false,
        customSynopsis = "overlap trace [OPTION]... [--] COMMAND [ARG]...",
        description = {
            "Runs a program of your own, unchanged, and watches what its tasks wait for. It may do"
                    + " all that you may do."
        },
        footer = {
            "",
            "COMMAND is a program with its arguments, such as python3 article.py, or a Python"
                + " script alone, which runs under the interpreter of the .venv beside it, or else"
                + " under python3. Threads, pools, processes and coroutines of CPython 3.8 and"
                + " later are seen, and the requests of http.client, urllib, requests, aiohttp and"
                + " httpx. A program in another language is seen if it tells events itself.",
            "",
            "What the program prints goes where it would go, and what Overlap says to standard"
                + " error. With --json or --out -, standard output has the results, and what the"
                + " program prints there goes to standard error. Its standard input is empty.",
            "",
            "The exit code is that of the program; 1 if that is 0 and a file could not be written,"
                    + " 127 if the program cannot be started, 130 after Ctrl+C."
        })
final class TraceCommand implements Callable<Integer> {

    private static final int NOT_STARTED = 127;
    private static final Duration OWN_END = Duration.ofSeconds(1);
    private static final long POLL_MILLIS = 100;
    private static final int POLLS_TO_TELL = 20;

    @Option(
            names = "--map",
            paramLabel = "HOST=DELAY",
            description =
                    "Let the lab play a host, over http and https, so that nothing leaves this"
                            + " machine: it answers after DELAY, such as 300ms, or as lab:/PATH"
                            + " says. Can be repeated.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "The interpreter of a Python script.")
    private String python = "";

    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--rows",
            paramLabel = "WHAT",
            converter = RowGroupingConverter.class,
            description = "What a row of a picture is: tasks, workers, connections or resources.")
    private RowGrouping rows = RowGrouping.TASKS;

    @Parameters(
            arity = "1..*",
            paramLabel = "COMMAND",
            description = "The program and its arguments.")
    private List<String> command = new ArrayList<>();

    private final CliContext context;

    TraceCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        output.checkFiles(context);
        output.prepareFiles();
        try (InterruptHandler interrupts = InterruptHandler.install();
                ProgramSetup setup = setup()) {
            return run(setup, interrupts);
        }
    }

    private ProgramSetup setup() throws UsageException {
        try {
            return ProgramSetup.of(
                    command, python, VirtualHosts.of(hosts), context.folder(), context.kept());
        } catch (IllegalArgumentException | IOException e) {
            throw new UsageException(e);
        }
    }

    private int run(ProgramSetup setup, InterruptHandler interrupts)
            throws IOException, InterruptedException {
        Advice noInterpreter = setup.noInterpreter();
        if (noInterpreter != null) {
            print(noInterpreter);
            return NOT_STARTED;
        }
        ProgramRun run;
        try {
            run = setup.start(programOutput(), context.err());
        } catch (IOException e) {
            Ending ending = new Ending.NotStarted(String.valueOf(e.getMessage()));
            advise(new ProgramEnd(setup.command(), null, ending, Seen.NOTHING, List.of()));
            return NOT_STARTED;
        }
        interrupts.onInterrupt(() -> stop(run));
        follow(run);
        boolean written = conclude(setup, run);
        advise(end(setup, run, interrupts.isInterrupted()));
        if (interrupts.isInterrupted()) {
            return ExitCode.INTERRUPTED.code();
        }
        int code = run.exitCode();
        return code == 0 && !written ? ExitCode.FAILED.code() : code;
    }

    /** Returns where the standard output of the program goes; it fails once nobody reads it. */
    private OutputStream programOutput() {
        return output.form() == OutputOptions.Form.TEXT ? context.out().failing() : context.err();
    }

    /** The program has got the Ctrl+C as well, and may end by itself as it is used to. */
    private static void stop(ProgramRun run) {
        try {
            boolean _ = run.awaitExit(OWN_END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            boolean _ = run.stop();
        }
    }

    private void follow(ProgramRun run) throws InterruptedException {
        Future<Void> done = run.done().toCompletableFuture();
        int polls = 0;
        boolean hangs = false;
        while (!isDoneBeforeNextPoll(done)) {
            polls = run.waitsForChildren() ? polls + 1 : 0;
            if (polls == POLLS_TO_TELL) {
                messages().printError(ProgramText.CHILDREN_LEFT);
            }
            List<String> hang = hangs ? List.of() : run.hang();
            hangs |= !hang.isEmpty();
            hang.forEach(messages()::printError);
        }
    }

    private boolean isDoneBeforeNextPoll(Future<Void> done) throws InterruptedException {
        try {
            done.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            context.printError(ProgramText.ownFault(String.valueOf(e.getCause())));
            return true;
        }
    }

    /** What Overlap says must not mix with what the program prints. */
    private CliContext messages() {
        return output.messages(context.onStandardError());
    }

    /**
     * Prints what happened, and writes all files.
     *
     * @return whether all were written
     */
    private boolean conclude(ProgramSetup setup, ProgramRun run) throws IOException {
        CliContext printing =
                output.form() == OutputOptions.Form.TEXT ? context.onStandardError() : context;
        ReportOutput results = new ReportOutput(output, printing);
        Plan plan = new Plan(SiteList.EMPTY, "", Settings.DEFAULT);
        String name = CommandText.of(setup.shownCommand(), false);
        RunReport report = new RunReport(plan, name, run.begun(), run.trace(), output.look(rows));
        RunReporter reporter = results.reporter(plan);
        reporter.reportEnded(run.trace());
        boolean written = results.conclude(report, reporter);
        run.trace().notes().forEach(messages()::printError);
        return written;
    }

    private ProgramEnd end(ProgramSetup setup, ProgramRun run, boolean isInterrupted) {
        Ending ending = isInterrupted ? new Ending.Stopped() : new Ending.Exited(run.exitCode());
        List<String> errors = run.lastErrors(Charset.defaultCharset()).lines().toList();
        boolean isClear = run.exitCode() == 0 && run.seen().events();
        Interpreter interpreter = isClear ? null : setup.interpreter();
        return new ProgramEnd(setup.command(), interpreter, ending, run.seen(), errors);
    }

    private void advise(ProgramEnd end) {
        ProgramAdvice.of(end).forEach(this::print);
    }

    private void print(Advice advice) {
        context.printError(advice.sentence());
        advice.copyable().forEach(line -> context.err().println("    " + line));
    }
}
