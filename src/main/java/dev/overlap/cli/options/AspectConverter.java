package dev.overlap.cli.options;

import dev.overlap.report.Aspect;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the proportions of a picture. */
public final class AspectConverter implements ITypeConverter<Aspect> {

    @Override
    public Aspect convert(String word) {
        return switch (word) {
            case "auto" -> Aspect.NATURAL;
            case "16:9" -> Aspect.WIDE;
            default ->
                    throw new TypeConversionException(
                            "\"" + word + "\" is not a value of --aspect. Use 16:9 or auto.");
        };
    }
}
