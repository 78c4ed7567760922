package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the limits of connections per host. */
class ConnectionSettingsTest {

    private static int limit(int perHost, String host) {
        return ConnectionSettings.DEFAULT.withPerHost(perHost).limitFor(host);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "6, 6", "7, 7", "19, 19", "20, 20", "21, 20", "100000, 20"})
    void anotherHostGetsWhatIsSetButNeverMoreThanTwenty(int set, int limit) {
        assertThat(limit(set, "www.example.org")).isEqualTo(limit);
    }

    @Test
    void anotherHostGetsSixUnlessSomethingIsSet() {
        assertThat(ConnectionSettings.DEFAULT.limitFor("www.example.org")).isEqualTo(6);
        assertThat(ConnectionSettings.DEFAULT.withTotal(50).limitFor("www.example.org"))
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LocalHost", "a.localhost", "127.0.0.1", "127.9.8.7", "[::1]"})
    void thisMachineHasNoLimitButTheOneThatIsSet(String host) {
        assertThat(ConnectionSettings.DEFAULT.limitFor(host)).isEqualTo(ConnectionSettings.MOST);
        assertThat(limit(21, host)).isEqualTo(21);
        assertThat(limit(3, host)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost.example.org",
                "127.0.0.1.example.org",
                "mylocalhost",
                "128.0.0.1",
                "1127.0.0.1",
                "10.0.0.1",
                "[::2]"
            })
    void nobodyElseIsTakenForThisMachine(String host) {
        assertThat(ConnectionSettings.DEFAULT.limitFor(host)).isEqualTo(6);
    }

    @Test
    void inAllThereIsNoLimitButTheOneThatIsSet() {
        assertThat(ConnectionSettings.DEFAULT.limit()).isEqualTo(ConnectionSettings.MOST);
        assertThat(ConnectionSettings.DEFAULT.withTotal(7).limit()).isEqualTo(7);
        assertThat(ConnectionSettings.DEFAULT.withTotal(7).limitFor("localhost"))
                .isEqualTo(ConnectionSettings.MOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 100_001})
    void whatIsOutOfBoundsIsRefused(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionSettings.DEFAULT.withPerHost(number))
                .withMessage("The number of connections per host must be between 1 and 100000.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionSettings.DEFAULT.withTotal(number))
                .withMessage("The number of connections in total must be between 1 and 100000.");
    }
}
