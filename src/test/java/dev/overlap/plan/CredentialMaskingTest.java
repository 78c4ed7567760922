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
        "lock:a { https://ann:pw@example.org -> lab:/x } -> bob:pw@b.test x3,"
                + " lock:a { https://***@example.org -> lab:/x } -> ***@b.test x3",
        "off permit:a/2 { poll:https://ann:pw@example.org },"
                + " off permit:a/2 { poll:https://***@example.org }",
        "lock:a {https://ann:pw@example.org}, lock:a {https://***@example.org}",
        "lab:/x->https://ann:pw@example.org, lab:/x->https://***@example.org",
        "http://h/->poll:https://ann:pw@example.org, http://h/->poll:https://***@example.org",
        "cpu:5ms->https://ann:pw@example.org, cpu:5ms->https://***@example.org",
        "add:5pw@example.org -> lab:/x, ***@example.org -> lab:/x",
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
                "lab:/x -> https://example.org/@ann -> lock:a { lab:/echo?to=a@b }",
                "http://h/a->b@c",
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
