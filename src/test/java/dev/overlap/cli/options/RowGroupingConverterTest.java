package dev.overlap.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.render.RowGrouping;

import org.junit.jupiter.api.Test;

import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;
import java.util.Locale;

class RowGroupingConverterTest {

    private final RowGroupingConverter converter = new RowGroupingConverter();

    @Test
    void everyGroupingHasAValue() {
        assertThat(
                        Arrays.stream(RowGrouping.values())
                                .map(it -> it.name().toLowerCase(Locale.ROOT)))
                .map(converter::convert)
                .containsExactly(RowGrouping.values());
    }

    @Test
    void anUnknownValueIsReportedWithTheKnownOnes() {
        assertThatThrownBy(() -> converter.convert("threads"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage(
                        "\"threads\" is not a value of --rows. Use tasks, workers, connections or"
                                + " resources.");
    }
}
