package dev.overlap.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.overlap.plan.address.UrlException;
import dev.overlap.plan.address.UrlReference;
import dev.overlap.plan.address.WebUrl;
import dev.overlap.testkit.InputMutator;
import dev.overlap.testkit.Urls;

import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;

/** Checks that any Location is either a URL that can be requested or a clear failure. */
class LocationFuzzTest {

    private static final List<String> GOOD =
            List.of(
                    "/dir/list?page=2#top",
                    "../a/./b/../c",
                    "?q=a%20b&c[]=d",
                    "//other.test:8080/x",
                    "http://ann:p%40w@a.example/",
                    "HTTPS://B\u00c3\u00bccher.example:443/k\u00e4se",
                    "http://[fe80::1%25eth0]:81/a",
                    "http://127.1/0x7f?100%",
                    "http:\\\\my_service.test\\{id}|\"^",
                    "http:rel",
                    "mailto:me@a.example",
                    "xn--strae-oqa.test/stra\u00dfe");

    private static final HttpExchangeRequest ASKED =
            new HttpExchangeRequest(
                    Urls.url("http://[fe80::1%25eth0]:81/dir/list?old=1"), "as typed", "Basic x");

    @Test
    void everyLocationLeadsSomewhereOrSaysWhyNot() {
        InputMutator.each(InputMutator.INPUTS, 30, GOOD, LocationFuzzTest::check);
    }

    @Test
    @Tag("soak")
    void everyOneOfManyLocationsLeadsSomewhereOrSaysWhyNot() {
        InputMutator.each(InputMutator.SOAK_INPUTS, 31, GOOD, LocationFuzzTest::check);
    }

    private static void check(String location) {
        try {
            checkRequest(RedirectPolicy.target(ASKED, location, "as typed redirects"));
        } catch (TaskFailedException e) {
            assertThat(e.getMessage())
                    .startsWith("as typed redirects to ")
                    .endsWith(".")
                    .matches("[^\\p{Cntrl}]*");
        }
    }

    private static void checkRequest(WebUrl url) {
        assertThat(url.scheme()).isIn("http", "https");
        assertThat(url.user()).isNull();
        assertThat(url.target()).startsWith("/").matches("[!-~]+").doesNotContain("#");
        assertThatNoException().isThrownBy(() -> URI.create("http://a.example" + url.target()));
        assertThatNoException()
                .as("in its one spelling")
                .isThrownBy(() -> assertThat(spelled(url)).isEqualTo(url));
        HttpExchangeRequest next = ASKED.redirected(url);
        HttpHost host = next.host();
        assertThat(host.getHostName()).isNotEmpty();
        assertThat(next.authority().toString()).matches("[!-~]+").doesNotContain("%", "@");
    }

    private static WebUrl spelled(WebUrl url) throws UrlException {
        return UrlReference.of(url.toString()).absolute();
    }
}
