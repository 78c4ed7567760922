package dev.overlap.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

/** Tests that foreign text is sanitised before it is shown. */
class ForeignTextTest {

    /** All of C0, DEL and C1, and marks that change the direction or are invisible. */
    @Test
    void noControlCharacterPasses() {
        IntStream.concat(
                        IntStream.concat(
                                IntStream.range(0, 0x20), IntStream.rangeClosed(0x7f, 0x9f)),
                        IntStream.of(
                                0x00ad, 0x061c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069,
                                0xfeff, 0xe0041))
                .mapToObj(point -> "a" + Character.toString(point) + "b")
                .forEach(text -> assertThat(ForeignText.visible(text)).isEqualTo("a\ufffdb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Grüße", "日本語", "ein Ä und ein 👩‍👩‍👧"})
    void whatCanBeSeenStays(String text) {
        assertThat(ForeignText.visible(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "Invalid header: Authorization Basic dXNlcjpwdw==, Invalid header: Authorization ***",
        "x Proxy-Authorization=Bearer abc.def-gh, x Proxy-Authorization ***",
        "set-cookie: a=b; c=d, set-cookie ***",
        "X-Api-Key 12345, X-Api-Key ***",
        "got <Basic dXNlcjpwdw==>, got <Basic ***",
        "a bearer  eyJhbGciOi.x and more, a bearer *** and more",
        "see http://me:pw@host/path, see http://***@host/path",
        "SSH-2.0-OpenSSH_9.2, SSH-2.0-OpenSSH_9.2"
    })
    void credentialsAreNotQuoted(String text, String quoted) {
        assertThat(ForeignText.quotable(text, List.of())).isEqualTo(quoted);
    }

    @Test
    void nothingIsQuotedThatRepeatsASecretOfTheRequest() {
        assertThat(ForeignText.quotable("Bad chunk header: hunter2", List.of("hunter2")))
                .doesNotContain("hunter2");
        assertThat(ForeignText.quotable("x".repeat(5_000) + "hunter2", List.of("hunter2")))
                .hasSizeLessThan(100);
    }

    /** Servers may send text of any length and content. */
    @Test
    void longTextIsReadInNoTime() {
        String odd = "//a".repeat(100_000) + " ".repeat(100_000) + "basic ".repeat(100_000);
        assertThat(ForeignText.quotable(odd, List.of("b@"))).hasSizeLessThan(2_000);
    }
}
