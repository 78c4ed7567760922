package dev.overlap.cli;

import dev.overlap.compare.Order;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a comparison is sorted, as people type it. */
final class OrderOption implements ITypeConverter<Order> {

    @Override
    public Order convert(String word) {
        return switch (word) {
            case "wall" -> Order.WALL;
            case "list" -> Order.LIST;
            case "name" -> Order.NAME;
            default ->
                    throw new TypeConversionException(
                            "\"" + word + "\" is no order: write wall, list or name.");
        };
    }
}
