package dev.overlap.cli.options;

import dev.overlap.render.RowGrouping;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what the rows of a picture are. */
public final class RowGroupingConverter implements ITypeConverter<RowGrouping> {

    @Override
    public RowGrouping convert(String word) {
        return switch (word) {
            case "tasks" -> RowGrouping.TASKS;
            case "workers" -> RowGrouping.WORKERS;
            case "connections" -> RowGrouping.CONNECTIONS;
            case "resources" -> RowGrouping.RESOURCES;
            default ->
                    throw new TypeConversionException(
                            "\""
                                    + word
                                    + "\" is not a value of --rows. Use tasks, workers, connections"
                                    + " or resources.");
        };
    }
}
