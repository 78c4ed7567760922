package dev.overlap.cli;

import dev.overlap.model.Model;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Samples;
import dev.overlap.plan.Settings;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs the sample list on the lab under every model, for machines without a display too. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Runs the sample list under every model and writes " + DemoCommand.PICTURE + ".")
final class DemoCommand implements Callable<Integer> {

    static final String PICTURE = "overlap-demo.png";

    private final Program program;

    DemoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Refused, IOException, InterruptedException {
        Optional<OutFiles> picture = picture();
        try (Interruption interruption = Interruption.watch();
                Workshop workshop = program.workshop().open()) {
            List<Execution> executions = runAll(workshop, interruption);
            tell(executions);
            boolean written = picture.isPresent() && write(picture.get(), executions);
            program.out().flush();
            if (interruption.hasCome()) {
                return Cli.INTERRUPTED;
            }
            return written && executions.stream().allMatch(Execution::isDone)
                    ? Cli.DONE
                    : Cli.FAILED;
        }
    }

    /** What writes the picture; where it cannot be written there is still the table. */
    private Optional<OutFiles> picture() {
        try {
            OutFiles picture = OutFiles.of(List.of(PICTURE), program.folder());
            picture.prepare();
            return Optional.of(picture);
        } catch (Refused e) {
            program.complain(e);
            return Optional.empty();
        }
    }

    private List<Execution> runAll(Workshop workshop, Interruption interruption)
            throws Refused, InterruptedException {
        List<Execution> executions = new ArrayList<>();
        for (Model model : Model.all()) {
            if (!model.hangs() && !interruption.hasCome() && !program.out().isCutOff()) {
                executions.add(run(model, workshop, interruption));
            }
        }
        return executions;
    }

    private Execution run(Model model, Workshop workshop, Interruption interruption)
            throws Refused, InterruptedException {
        program.say("Running " + model.id() + ".");
        program.out().flush();
        Plan plan = new Plan(Samples.greeting(), model.id(), Settings.DEFAULT);
        Telling failures = new TellingInWords(Outlet.silence(), program.err());
        return Execution.of(
                plan, workshop, interruption, new Progress(program, failures, program.out()));
    }

    private void tell(List<Execution> executions) {
        Table table = Summary.comparison();
        executions.forEach(execution -> Summary.compare(table, execution.report()));
        table.lines().forEach(program::say);
    }

    private boolean write(OutFiles picture, List<Execution> executions) {
        return picture.writeTogether(executions.stream().map(Execution::report).toList(), program);
    }
}
