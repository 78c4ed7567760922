package dev.overlap.cli;

import dev.overlap.paint.Folding;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the rows of a picture are, as people type it. */
final class RowsOption implements ITypeConverter<Folding> {

    @Override
    public Folding convert(String word) {
        return switch (word) {
            case "tasks" -> Folding.TASKS;
            case "workers" -> Folding.WORKERS;
            case "connections" -> Folding.CONNECTIONS;
            default ->
                    throw new TypeConversionException(
                            "\""
                                    + word
                                    + "\" is nothing that rows can be: write tasks, workers or"
                                    + " connections.");
        };
    }
}
