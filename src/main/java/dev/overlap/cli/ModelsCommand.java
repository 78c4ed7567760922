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

    private final CliContext context;

    ModelsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        TextTable table =
                new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT, TextTable.Side.LEFT);
        ConcurrencyModel.all()
                .forEach(model -> table.row(model.id(), model.name(), model.explanation()));
        table.lines().forEach(context::print);
    }
}
