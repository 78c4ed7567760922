package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialMaskingTest {

    @ParameterizedTest
    @CsvSource({
        "https://ann:pw@example.org/a, https://***@example.org/a",
        "off ann@example.org x3 # mine, off ***@example.org x3 # mine",
        "http://ann:p%40w@[::1]:8080/, http://***@[::1]:8080/",
        "https://ann:p/w@example.org, https://***@example.org",
        "https://ann:p@w@example.org, https://***@example.org",
        "ann:pw@example.org, ***@example.org",
        "<https://ann:pw@example.org/>, <https://***@example.org/>",
        "<ann:pw@example.org>, <***@example.org>",
        "poll:<http://a@b:pw@example.org/x@y> x2, poll:<http://***@example.org/x@y> x2",
        "http://DOM\\ann:pw@example.org/, http://***@example.org/",
        "https://ann:pw@example.org https://bob:pw@example.org,"
                + " https://***@example.org https://***@example.org",
        "# https://ann:pw@example.org/, # https://***@example.org/",
        "# //ann:pw@b\u00fccherhttp://eve:pw@example.org, # //***@example.org",
    })
    void starsStandForUserNamesAndPasswords(String typed, String masked) {
        assertThat(SiteLine.parse(typed).withoutSecrets().text()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/@ann",
                "https://example.org:8080/@ann?to=bob@example.org",
                "# https://example.org:8080/@ann",
                "# ask ann@example.org",
                "lab:/echo?to=ann@example.org",
                "htp://typo.example/@ann",
                "https://www.google.com",
                "",
            })
    void whatIsNoSecretIsLeftAlone(String typed) {
        SiteLine line = SiteLine.parse(typed);
        assertThat(line.withoutSecrets()).isSameAs(line);
    }

    /** Repeated saving masks text that is already masked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ann:pw@example.org/a:b@c",
                "https://ann:pw@example.org/?at=1:2@3",
                "https://ann:p/w@example.org"
            })
    void whatIsMaskedOnceStaysAsItIs(String typed) {
        SiteLine masked = SiteLine.parse(typed).withoutSecrets();
        assertThat(masked.text()).startsWith("https://***@example.org");
        assertThat(masked.withoutSecrets()).isSameAs(masked);
    }

    @Test
    void starsAreAskedForAndNotSent() {
        assertThat(SiteLine.parse("https://***@example.org").problem())
                .isEqualTo(
                        "User names and passwords are not saved. Type them again in place of the"
                                + " ***.");
    }
}
