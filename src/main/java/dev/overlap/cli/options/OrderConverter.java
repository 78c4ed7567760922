package dev.overlap.cli.options;

import dev.overlap.comparison.SortOrder;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how a comparison is sorted. */
public final class OrderConverter implements ITypeConverter<SortOrder> {

    @Override
    public SortOrder convert(String word) {
        return switch (word) {
            case "wall" -> SortOrder.WALL;
            case "list" -> SortOrder.LIST;
            case "name" -> SortOrder.NAME;
            default ->
                    throw new TypeConversionException(
                            "\"" + word + "\" is not a value of --sort. Use wall, list or name.");
        };
    }
}
