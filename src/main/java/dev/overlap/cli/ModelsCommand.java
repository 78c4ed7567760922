package dev.overlap.cli;

import dev.overlap.model.Model;

import picocli.CommandLine.Command;

/** Lists the models. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the concurrency models, a line each: id, name, what it means.")
final class ModelsCommand implements Runnable {

    private final Surroundings program;

    ModelsCommand(Surroundings program) {
        this.program = program;
    }

    @Override
    public void run() {
        Table table = new Table(Table.Side.LEFT, Table.Side.LEFT, Table.Side.LEFT);
        Model.all().forEach(model -> table.row(model.id(), model.name(), model.explanation()));
        table.lines().forEach(program::say);
    }
}
