package dev.overlap.cli;

import dev.overlap.cli.report.TextTable;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.program.model.PythonModels;

import picocli.CommandLine.Command;

/** Lists the models. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the concurrency models, one per line: id, name, meaning. Those of Python are"
                    + " listed if a CPython with their libraries is found."
        })
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
        new PythonModels(context.folder())
                .available()
                .forEach(model -> table.row(model.id(), model.name(), model.explanation()));
        table.lines().forEach(context::print);
    }
}
