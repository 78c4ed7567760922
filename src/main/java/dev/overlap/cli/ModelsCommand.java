package dev.overlap.cli;

import dev.overlap.cli.report.TextTable;
import dev.overlap.concurrency.ConcurrencyModel;

import picocli.CommandLine.Command;

/** Lists the models. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the concurrency models, one per line: id, name, meaning.")
final class ModelsCommand implements Runnable {

    private final CliContext program;

    ModelsCommand(CliContext program) {
        this.program = program;
    }

    @Override
    public void run() {
        TextTable textTable =
                new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT, TextTable.Side.LEFT);
        ConcurrencyModel.all()
                .forEach(model -> textTable.row(model.id(), model.name(), model.explanation()));
        textTable.lines().forEach(program::print);
    }
}
