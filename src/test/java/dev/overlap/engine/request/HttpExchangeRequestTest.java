package dev.overlap.engine.request;

import static dev.overlap.testkit.Urls.url;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.address.Address;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;

/** Tests which servers receive the user of an address. */
class HttpExchangeRequestTest {

    private static final URI LAB = URI.create("http://127.0.0.1:4000");

    private static HttpExchangeRequest to(String uri) {
        return HttpExchangeRequest.to(new Address.Web(url(uri), "as written"), LAB);
    }

    @Test
    void aUserAndAPasswordAreInTheHeaderAndNotInTheAddress() {
        HttpExchangeRequest request = to("https://ann:p%20w@a.example/x");

        assertThat(request.authorization()).isEqualTo("Basic YW5uOnAgdw==");
        assertThat(request.url()).isEqualTo(url("https://a.example/x"));
        assertThat(to("https://a.example/x").authorization()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/x, http://a.example/y, true",
        "https://a.example/x, https://a.example/y, true",
        "http://A.example/x, HTTP://a.EXAMPLE/y, true",
        "http://a.example:8080/x, http://a.example:8080/y, true",
        "http://a.example/x, http://a.example:80/y, true",
        "https://a.example:443/x, https://a.example/y, true",
        "https://a.example/x, http://a.example/x, false",
        "https://a.example:8443/x, http://a.example:8443/x, false",
        "http://a.example/x, https://a.example/x, false",
        "http://a.example:80/x, http://a.example:443/x, false",
        "http://a.example:8080/x, http://a.example:8081/x, false",
        "http://a.example:8080/x, http://a.example/x, false",
        "http://a.example/x, http://b.example/x, false",
        "http://a.example/x, http://b.a.example/x, false",
        "http://a.example/x, http://a.example.evil.example/x, false"
    })
    void theUserGoesAlongToTheSameSchemeHostAndPortOnly(String from, String target, boolean along) {
        HttpExchangeRequest first = to(from.replace("://", "://ann:pw@"));

        assertThat(first.redirected(url(target)).authorization())
                .isEqualTo(along ? first.authorization() : null);
    }

    @ParameterizedTest
    @CsvSource({"http://bob:other@a.example/, true", "http://bob:other@b.example/, false"})
    void aUserThatARedirectNamesIsNotTaken(String target, boolean along) {
        HttpExchangeRequest first = to("http://ann:pw@a.example/x");
        HttpExchangeRequest next = first.redirected(url(target));

        assertThat(next.url().user()).isNull();
        assertThat(next.label()).doesNotContain("bob", "other");
        assertThat(next.authorization()).isEqualTo(along ? first.authorization() : null);
    }

    @Test
    void whatWasTakenAwayOnOneRedirectDoesNotComeBackOnTheNext() {
        HttpExchangeRequest away =
                to("https://ann:pw@a.example/").redirected(url("http://a.example/"));

        assertThat(away.redirected(url("https://a.example/")).authorization()).isNull();
    }
}
