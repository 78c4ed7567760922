package dev.overlap.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.SiteList;
import dev.overlap.testkit.Urls;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

class ProxySettingsTest {

    private static final String NONE = "none";

    /** Parses {@code name=value;name=value}. */
    private static Map<String, String> map(String text) {
        return Arrays.stream(text.split(";"))
                .map(one -> one.split("=", 2))
                .filter(one -> one.length == 2)
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));
    }

    private static ProxySettings environment(String variables) {
        return ProxySettings.of(map(variables), _ -> null);
    }

    private static String proxyFor(ProxySettings settings, String url) {
        return settings.proxyFor(Urls.url(url)).map(ConfiguredProxy::text).orElse(NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http_proxy=http://p:1              | http://a.test/  | http_proxy=p:1
                    http_proxy=http://p:1              | HTTP://a.test/  | http_proxy=p:1
                    http_proxy=http://p:1              | https://a.test/ | none
                    HTTP_PROXY=p:1                     | http://a.test/  | HTTP_PROXY=p:1
                    http_proxy=p:1;HTTP_PROXY=q:2      | http://a.test/  | http_proxy=p:1
                    https_proxy=p:1                    | https://a.test/ | https_proxy=p:1
                    HTTPS_PROXY=p:1                    | https://a.test/ | HTTPS_PROXY=p:1
                    HTTPS_PROXY=p:1                    | http://a.test/  | none
                    all_proxy=socks5://p:1080          | http://a.test/  | all_proxy=p:1080
                    ALL_PROXY=p:1                      | https://a.test/ | ALL_PROXY=p:1
                    ALL_PROXY=p:1;https_proxy=q:2      | https://a.test/ | https_proxy=q:2
                    http_proxy=;HTTP_PROXY= ;ALL_PROXY=p:1 | http://a.test/ | ALL_PROXY=p:1
                    http_proxy=                        | http://a.test/  | none
                    ftp_proxy=p:1                      | http://a.test/  | none
                    """)
    void theVariableOfTheSchemeComesBeforeThatForAll(String variables, String url, String proxy) {
        assertThat(proxyFor(environment(variables), url)).isEqualTo(proxy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "https://LOCALHOST:8443/",
                "http://a.localhost/",
                "http://127.0.0.1:8080/",
                "http://127.8.9.1/",
                "http://[::1]/"
            })
    void thisMachineIsNeverAskedByAProxy(String url) {
        assertThat(proxyFor(environment("ALL_PROXY=p:1"), url)).isEqualTo(NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    *                   | http://a.test/            | true
                    a.test              | http://a.test/            | true
                    A.Test              | http://a.tEST/            | true
                    a.test.             | http://a.test/            | true
                    a.test              | http://a.test./           | true
                    a.test              | http://b.a.test/          | true
                    .a.test             | http://b.a.test/          | true
                    .a.test             | http://a.test/            | true
                    *.a.test            | http://b.a.test/          | true
                    a.test              | http://ba.test/           | false
                    a.test              | http://a.test.org/        | false
                    b.test, a.test      | http://a.test/            | true
                    b.test a.test       | http://a.test/            | true
                    b.test,,a.test,     | http://a.test/            | true
                    ,                   | http://a.test/            | false
                    a.test:8080         | http://a.test:8080/       | true
                    a.test:80           | http://a.test/            | true
                    a.test:443          | https://a.test/           | true
                    a.test:8080         | http://a.test/            | false
                    192.0.2.7           | http://192.0.2.7/         | true
                    192.0.2.7           | http://192.0.2.77/        | false
                    192.0.2.7:81        | http://192.0.2.7:81/      | true
                    192.0.2.7:81        | http://192.0.2.7/         | false
                    192.0.2.0/24        | http://192.0.2.255/       | true
                    192.0.2.0/24        | http://192.0.3.0/         | false
                    192.0.2.128/25      | http://192.0.2.127/       | false
                    192.0.2.9/24        | http://192.0.2.200/       | true
                    0.0.0.0/0           | http://198.51.100.1/      | true
                    192.0.2.7/32        | http://192.0.2.7/         | true
                    192.0.2.7/33        | http://192.0.2.7/         | false
                    192.0.2.7/x         | http://192.0.2.7/         | false
                    192.0.2.0/24        | http://a.test/            | false
                    2001:db8::1         | http://[2001:db8::1]/     | true
                    [2001:db8::1]       | http://[2001:db8::1]/     | true
                    2001:db8:0::1       | http://[2001:DB8::1]/     | true
                    [2001:db8::1]:81    | http://[2001:db8::1]:81/  | true
                    [2001:db8::1]:81    | http://[2001:db8::1]/     | false
                    2001:db8::/32       | http://[2001:db8:9::1]/   | true
                    2001:db8::/32       | http://[2001:db9::1]/     | false
                    ::/0                | http://192.0.2.7/         | false
                    a.test[             | http://a.test/            | false
                    a(.test             | http://a.test/            | false
                    """)
    void noProxyIsHonoured(String exceptions, String url, boolean excepted) {
        for (String variable : new String[] {"no_proxy", "NO_PROXY"}) {
            ProxySettings settings =
                    environment("ALL_PROXY=p:1;" + variable + "=" + exceptions.strip());

            assertThat(proxyFor(settings, url)).isEqualTo(excepted ? NONE : "ALL_PROXY=p:1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http.proxyHost=p                            | http://a.test/  | http.proxyHost=p
                    http.proxyHost=p;http.proxyPort=3128        | http://a.test/  | http.proxyHost=p:3128
                    http.proxyHost=p                            | https://a.test/ | none
                    https.proxyHost=p;https.proxyPort=1         | https://a.test/ | https.proxyHost=p:1
                    http.proxyHost=p;http.nonProxyHosts=*.test  | http://a.test/  | none
                    https.proxyHost=p;http.nonProxyHosts=b/a.*  | https://a.test/ | none
                    http.proxyHost=p;http.nonProxyHosts=a       | http://a.test/  | http.proxyHost=p
                    http.proxyHost=                             | http://a.test/  | none
                    """)
    void propertiesOfJavaCountToo(String properties, String url, String proxy) {
        Map<String, String> set = map(properties.strip().replace('/', '|'));
        assertThat(proxyFor(ProxySettings.of(Map.of(), set::get), url)).isEqualTo(proxy);
    }

    @Test
    void whatTheEnvironmentExceptsMayStillHaveAProxyByAProperty() {
        ProxySettings settings =
                ProxySettings.of(
                        map("http_proxy=p:1;no_proxy=a.test"), map("http.proxyHost=q")::get);
        assertThat(proxyFor(settings, "http://a.test/")).isEqualTo("http.proxyHost=q");
        assertThat(proxyFor(settings, "http://b.test/")).isEqualTo("http_proxy=p:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://ann:secret@p:3128               | p:3128
                    http://ann:secret@p:3128/              | p:3128
                    ann:secret@p:3128                      | p:3128
                    secret@p:3128                          | p:3128
                    http://ann:se/cret@p:3128              | p:3128
                    http://ann:se?cr#et@p:3128             | p:3128
                    http://ann:secret@secret@p:3128        | p:3128
                    http://ann:secret%40p:3128             | ''
                    http://ann:secret                      | ''
                    ann:secret p:3128                      | ''
                    socks5h://ann:secret@[2001:db8::1]:1080| [2001:db8::1]:1080
                    http://p.example                       | p.example
                    http://p:99999999                      | ''
                    http://                                | ''
                    """)
    void aPasswordIsNeverShown(String value, String address) {
        ConfiguredProxy proxy = ConfiguredProxy.parse("http_proxy", value);
        assertThat(proxy.address()).isEqualTo(address);
        assertThat(proxy.text())
                .isEqualTo(address.isEmpty() ? "http_proxy" : "http_proxy=" + address)
                .doesNotContain("secret", "ann");
    }

    @Test
    void controlCharactersAreNeverShown() {
        assertThat(ConfiguredProxy.parse("http_proxy", "http://p\u001b[31m:1").text())
                .isEqualTo("http_proxy");
        assertThat(ConfiguredProxy.parse("http_proxy", "p:1\nannounced").text())
                .isEqualTo("http_proxy");
    }

    @Test
    void theFirstSiteThatIsRunAndHasOneCounts() {
        ProxySettings settings = environment("http_proxy=p:1;https_proxy=q:2;no_proxy=b.test");
        assertThat(settings.firstFor(SiteList.parse("lab:/delay/1\ncpu:1ms\n# x\nhtp://a.test\n")))
                .isEmpty();
        assertThat(
                        settings.firstFor(
                                SiteList.parse("off http://a.test\nhttp://b.test\nlocalhost\n")))
                .isEmpty();
        assertThat(settings.firstFor(SiteList.parse("lab:/\npoll:https://a.test\nhttp://c.test")))
                .contains(new ConfiguredProxy("https_proxy", "q:2"));
        assertThat(ProxySettings.NONE.firstFor(SiteList.parse("a.test"))).isEmpty();
    }
}
