package dev.overlap.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads numbers of workers: {@code 1,2,4,8}, or {@code auto}. */
public final class SweepConverter implements ITypeConverter<SweepConverter.Numbers> {

    private static final Pattern FORM = Pattern.compile("\\d{1,6}(,\\d{1,6})*");

    /**
     * The numbers of workers of a sweep.
     *
     * @param workers in the order given, each once; empty to choose those that fit the list
     */
    public record Numbers(List<Integer> workers) {}

    @Override
    public Numbers convert(String text) {
        if (text.equals("auto")) {
            return new Numbers(List.of());
        }
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException(
                    "\""
                            + text
                            + "\" is not a list of worker counts. Write it as in 1,2,4,8, or"
                            + " auto.");
        }
        return new Numbers(Stream.of(text.split(",")).map(Integer::valueOf).distinct().toList());
    }
}
