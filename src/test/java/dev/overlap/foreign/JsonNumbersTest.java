package dev.overlap.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;

class JsonNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-1, -1000000",
        "1.5, 1500000",
        "0.000001, 1",
        "0.0000004, 0",
        "0.0000005, 1",
        "123456789012.345678, 123456789012345678",
        "1e3, 1000000000",
        "12.5E-2, 125000",
        "\"7.25\", 7250000",
    })
    void millisecondsAreReadToTheNanosecond(String json, long nanos) throws IOException {
        assertThat(read(json)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "NaN",
                "Infinity",
                "\"soon\"",
                "\"\"",
                "[1]",
                "{\"a\":1}",
                "1e300",
                "1e999999999",
                "99999999999999999999"
            })
    void anythingElseIsNoTime(String json) throws IOException {
        assertThat(read(json)).isEqualTo(JsonNumbers.NONE);
    }

    @Test
    void anyDecimalIsReadAsByBigDecimal() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            BigDecimal number =
                    new BigDecimal(new BigInteger(random.nextInt(44), random), random.nextInt(12));
            number = random.nextBoolean() ? number : number.negate();
            long exact =
                    number.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
            assertThat(read(number.toPlainString())).as("%s", number).isEqualTo(exact);
        }
    }

    private static long read(String json) throws IOException {
        long[] nanos = new long[1];
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        JsonFile.read(
                new ByteArrayInputStream(bytes), parser -> nanos[0] = JsonNumbers.nanos(parser, 6));
        return nanos[0];
    }
}
