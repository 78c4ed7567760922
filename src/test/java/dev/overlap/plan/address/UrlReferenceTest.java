package dev.overlap.plan.address;

import static dev.overlap.testkit.Urls.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that URLs and references are parsed as in browsers. */
class UrlReferenceTest {

    /** RFC 3986, sections 5.4.1 and 5.4.2, without fragments, which requests omit. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    g             | http://a/b/c/g
                    ./g           | http://a/b/c/g
                    g/            | http://a/b/c/g/
                    /g            | http://a/g
                    //g           | http://g/
                    ?y            | http://a/b/c/d;p?y
                    g?y           | http://a/b/c/g?y
                    '#s'          | http://a/b/c/d;p?q
                    g#s           | http://a/b/c/g
                    g?y#s         | http://a/b/c/g?y
                    ;x            | http://a/b/c/;x
                    g;x           | http://a/b/c/g;x
                    g;x?y#s       | http://a/b/c/g;x?y
                    ''            | http://a/b/c/d;p?q
                    .             | http://a/b/c/
                    ./            | http://a/b/c/
                    ..            | http://a/b/
                    ../           | http://a/b/
                    ../g          | http://a/b/g
                    ../..         | http://a/
                    ../../        | http://a/
                    ../../g       | http://a/g
                    ../../../g    | http://a/g
                    ../../../../g | http://a/g
                    /./g          | http://a/g
                    /../g         | http://a/g
                    g.            | http://a/b/c/g.
                    .g            | http://a/b/c/.g
                    g..           | http://a/b/c/g..
                    ..g           | http://a/b/c/..g
                    ./../g        | http://a/b/g
                    ./g/.         | http://a/b/c/g/
                    g/./h         | http://a/b/c/g/h
                    g/../h        | http://a/b/c/h
                    g;x=1/./y     | http://a/b/c/g;x=1/y
                    g;x=1/../y    | http://a/b/c/y
                    g?y/./x       | http://a/b/c/g?y/./x
                    g?y/../x      | http://a/b/c/g?y/../x
                    g#s/./x       | http://a/b/c/g
                    g#s/../x      | http://a/b/c/g
                    http:g        | http://a/b/c/g
                    """)
    void referencesResolveAsInTheExamplesOfTheRfc(String reference, String resolved)
            throws UrlException {
        assertThat(resolved("http://a/b/c/d;p?q", reference)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ?page=2               | http://h.test:81/dir/list?page=2
                    ?                     | http://h.test:81/dir/list?
                    /a/../b/./end         | http://h.test:81/b/end
                    /%2e%2E/a/%2e/b       | http://h.test:81/a/b
                    /a//b/..//c           | http://h.test:81/a///c
                    /.//b                 | http://h.test:81//b
                    ' /a '                | http://h.test:81/a
                    /a b                  | http://h.test:81/a%20b
                    '/a\tb\r\nc'          | http://h.test:81/abc
                    '/{a|b}^`"<c>\u007f'  | http://h.test:81/%7Ba%7Cb%7D%5E%60%22%3Cc%3E%7F
                    '?{a|b}^`"<c>\u007f'  | http://h.test:81/dir/list?%7Ba%7Cb%7D%5E%60%22%3Cc%3E%7F
                    /100%                 | http://h.test:81/100%25
                    /%zz%4?%zz%4          | http://h.test:81/%25zz%254?%25zz%254
                    /%41%7e%2f?%41        | http://h.test:81/%41%7e%2f?%41
                    /käse?q=日本          | http://h.test:81/k%C3%A4se?q=%E6%97%A5%E6%9C%AC
                    /u\u0308              | http://h.test:81/u%CC%88
                    /\u00fc               | http://h.test:81/%C3%BC
                    /a;b=c,d:e@f!$'()*+~  | http://h.test:81/a;b=c,d:e@f!$'()*+~
                    ?a[]=1&&b=c+d&e=      | http://h.test:81/dir/list?a[]=1&&b=c+d&e=
                    \\\\other.test\\a\\b  | http://other.test/a/b
                    ///other.test/x       | http://other.test/x
                    http:/x               | http://h.test:81/x
                    http:x                | http://h.test:81/dir/x
                    http:a:b              | http://h.test:81/dir/a:b
                    'http: s://b'          | http://h.test:81/dir/%20s://b
                    ./a:b                 | http://h.test:81/dir/a:b
                    https:/other.test/x   | https://other.test/x
                    https:other.test      | https://other.test/
                    HTTPS:///Other.TEST   | https://other.test/
                    http://other.test:80  | http://other.test/
                    https://other.test:80 | https://other.test:80/
                    https://o.test:443/?q | https://o.test/?q
                    http://other.test:/x  | http://other.test/x
                    http://a@b:c@d.test/  | http://d.test/
                    """)
    void referencesResolveAsInBrowsers(String reference, String resolved) throws UrlException {
        assertThat(resolved("http://h.test:81/dir/list?old=1", reference)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource({
        "g:h, SCHEME, g",
        "ftp://h.test/, SCHEME, ftp",
        "FILE:///etc/passwd, SCHEME, file",
        "javascript:alert(1), SCHEME, javascript",
        "mailto:a@b.test, SCHEME, mailto",
        "http://, HOST, ''",
        "http:///, HOST, ''",
        "//, HOST, ''",
        "http://:80/, HOST, ''",
        "http://a b/, HOST, a b",
        "http://a%20b/, HOST, a%20b",
        "http://a<b/, HOST, a<b",
        "http://{host}/, HOST, {host}",
        "http://a..b/, HOST, a..b",
        "http://[::g]/, HOST, [::g]",
        "http://[::1/, HOST, [::1",
        "http://[::1]x/, HOST, [::1]x",
        "http://256.1.1.1/, HOST, 256.1.1.1",
        "http://h.test:99999/, PORT, 99999",
        "http://h.test:0/, PORT, 0",
        "http://h.test:8o/, PORT, 8o",
        "http://2001:db8::1/, PORT, db8::1"
    })
    void whatCannotBeRequestedNamesTheFaultyComponent(
            String reference, UrlException.Component component, String text) {
        assertThatExceptionOfType(UrlException.class)
                .isThrownBy(() -> resolved("http://h.test/a", reference))
                .satisfies(
                        fault -> {
                            assertThat(fault.component()).isEqualTo(component);
                            assertThat(fault.text()).isEqualTo(text);
                        });
    }

    @Test
    void aRelativeReferenceIsNoUrlByItself() {
        assertThatExceptionOfType(UrlException.class)
                .isThrownBy(() -> UrlReference.of("//h.test/").absolute());
    }

    /** A server does not know its own zone. */
    @ParameterizedTest
    @CsvSource({
        "/b, http://[fe80::1%eth0]:81/b",
        "http://[fe80::1]/b, http://[fe80::1%eth0]/b",
        "http://[FE80:0::1]:81/b, http://[fe80::1%eth0]:81/b",
        "http://[fe80::1%25eth1]/b, http://[fe80::1%eth1]/b",
        "http://[fe80::1%25250]/b, http://[fe80::1%25250]/b",
        "http://[fe80::2]/b, http://[fe80::2]/b",
        "http://h.test/b, http://h.test/b"
    })
    void theSameAddressStaysInItsZone(String reference, String resolved) throws UrlException {
        assertThat(resolved("http://[fe80::1%25eth0]:81/a", reference)).isEqualTo(resolved);
    }

    private static String resolved(String base, String reference) throws UrlException {
        return UrlReference.of(reference).resolvedAgainst(url(base)).toString();
    }
}
