package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.paint.Folding;

import org.junit.jupiter.api.Test;

import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;
import java.util.Locale;

class RowsOptionTest {

    private final RowsOption option = new RowsOption();

    @Test
    void everyFoldingHasItsWord() {
        assertThat(Arrays.stream(Folding.values()).map(it -> it.name().toLowerCase(Locale.ROOT)))
                .map(option::convert)
                .containsExactly(Folding.values());
    }

    @Test
    void anotherWordIsToldWhatItCanBe() {
        assertThatThrownBy(() -> option.convert("threads"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage(
                        "\"threads\" is nothing that rows can be: write tasks, workers or"
                                + " connections.");
    }
}
