package dev.overlap.plan.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the normal form of hosts against that of browsers. */
class UrlHostTest {

    /** The deviation characters and similar ones: UTS 46, sections 4 and 7. */
    @ParameterizedTest
    @CsvSource({
        "Example.ORG, example.org",
        "my_service.test, my_service.test",
        "_dmarc.a_b.test, _dmarc.a_b.test",
        "ex%41mple.org, example.org",
        "a., a.",
        "-a-.test, -a-.test",
        "ab--c.test, ab--c.test",
        "a+b~c.test, a+b~c.test",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example, xn--bcher-kva.example",
        "bu\u0308cher.example, xn--bcher-kva.example",
        "XN--BCHER-KVA.example, xn--bcher-kva.example",
        "straße.test, xn--strae-oqa.test",
        "faß.de, xn--fa-hia.de",
        "FA\u1e9e.de, xn--fa-hia.de",
        "βόλος.com, xn--nxasmm1c.com",
        "ΒΌΛΟΣ.com, xn--nxasmq6b.com",
        "\u0dc1\u0dca\u200d\u0dbb\u0dd3.com, xn--10cl1a0b660p.com",
        "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com, xn--mgba3gch31f060k.com",
        "例え\u3002テスト, xn--r8jz45g.xn--zckzah",
        "\uff47\uff4f.com, go.com",
        "a\u00adb.test, ab.test",
        "\ud83d\ude00.test, xn--e28h.test"
    })
    void namesAreMappedAsInUts46(String written, String name) {
        assertThat(UrlHost.parse(written)).isEqualTo(new UrlHost(name, null));
    }

    /** RFC 3492, section 7.1, in lower case, to which names are converted first. */
    @ParameterizedTest
    @CsvSource({
        "\u0644\u064a\u0647\u0645\u0627\u0628\u062a\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064a\u061f,"
            + " egbpdaj6bu4bxfgehfvwxn",
        "他们为什么不说中文, ihqwcrb4cv8a8dqg056pqjye",
        "他們爲什麽不說中文, ihqwctvzc91f659drss3x8bo0yb",
        "pročprostěnemluvíčesky, proprostnemluvesky-uyb24dma41a",
        "\u05dc\u05de\u05d4\u05d4\u05dd\u05e4\u05e9\u05d5\u05d8\u05dc\u05d0\u05de\u05d3\u05d1\u05e8\u05d9\u05dd\u05e2\u05d1\u05e8\u05d9\u05ea,"
            + " 4dbcagdahymbxekheh6e0a7fei0b",
        "\u092f\u0939\u0932\u094b\u0917\u0939\u093f\u0928\u094d\u0926\u0940\u0915\u094d\u092f\u094b\u0902\u0928\u0939\u0940\u0902\u092c\u094b\u0932\u0938\u0915\u0924\u0947\u0939\u0948\u0902,"
            + " i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd",
        "なぜみんな日本語を話してくれないのか, n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa",
        "почемужеонинеговорятпорусски, b1abfaaepdrnnbgefbadotcwatmq2g4l",
        "porquénopuedensimplementehablarenespañol, porqunopuedensimplementehablarenespaol-fmd56a",
        "tạisaohọkhôngthểchỉnóitiếngviệt, tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g",
        "3年b組金八先生, 3b-ww4c5e180e575a65lsy2b",
        "安室奈美恵-with-super-monkeys, -with-super-monkeys-pc58ag80a8qai00g7n9n",
        "hello-another-way-それぞれの場所, hello-another-way--fc4qua05auwb3674vfr0b",
        "ひとつ屋根の下2, 2-u9tlzr9756bt3uc0v",
        "majiでkoiする5秒前, majikoi5-783gue6qz075azm5e",
        "パフィーdeルンバ, de-jg4avhby1noc0d",
        "そのスピードで, d9juau41awczczp"
    })
    void labelsAreEncodedAsInTheExamplesOfTheRfc(String label, String punycode) {
        assertThat(UrlHost.parse(label + ".test"))
                .isEqualTo(new UrlHost("xn--" + punycode + ".test", null));
    }

    /** WHATWG URL, section 3.5, "IPv4 parser". */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "127.0.0.1., 127.0.0.1",
        "127.1, 127.0.0.1",
        "10.1.2, 10.1.0.2",
        "1.2.65535, 1.2.255.255",
        "2130706433, 127.0.0.1",
        "4294967295, 255.255.255.255",
        "0x7f.1, 127.0.0.1",
        "0X7F000001, 127.0.0.1",
        "0x, 0.0.0.0",
        "0177.0.0.1, 127.0.0.1",
        "017700000001, 127.0.0.1",
        "00000000000000000177.1, 127.0.0.1",
        "%31%32%37.1, 127.0.0.1",
        "\uff11\uff12\uff17\u3002\uff11, 127.0.0.1",
        "[::ffff:127.0.0.1], 127.0.0.1"
    })
    void addressesAreWrittenInFourDecimalNumbers(String written, String address) {
        assertThat(UrlHost.parse(written)).isEqualTo(new UrlHost(address, null));
    }

    @ParameterizedTest
    @CsvSource({
        "[::1], [::1],",
        "[0:0:0:0:0:0:0:1], [::1],",
        "[FE80::00AB], [fe80::ab],",
        "[::127.0.0.2], [::7f00:2],",
        "[::1%25lo], [::1], lo",
        "[::1%lo], [::1], lo",
        "[FE80:0::1%25eth0.100], [fe80::1], eth0.100",
        "[fe80::1%2], [fe80::1], 2",
        "[fe80::1%25], [fe80::1], 25",
        "[fe80::1%2525], [fe80::1], 25",
        "[fe80::1%br-0_a~], [fe80::1], br-0_a~"
    })
    void ipv6AddressesStandInBracketsAndKeepTheirZoneApart(
            String written, String address, String zone) {
        assertThat(UrlHost.parse(written)).isEqualTo(new UrlHost(address, zone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ".a",
                "a..b",
                "a b",
                "a%20b",
                "a%b",
                "a%2fb",
                "a/b",
                "a\\b",
                "a#b",
                "a?b",
                "a@b",
                "a:b",
                "a<b",
                "a|b",
                "a^b",
                "{host}",
                "a\"b",
                "a`b",
                "a\uff0fb.example",
                "\u2100.com",
                "\u2488com",
                "xn--",
                "256.1.1.1",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.256.3.4",
                "4294967296",
                "09.0.0.1",
                "0xg.1",
                "foo.4",
                "foo.0x4",
                "1..2",
                "99999999999999999999999999",
                "[",
                "[]",
                "[::1",
                "::1",
                "[::g]",
                "[v1.a]",
                "[::1%]",
                "[::1%25 ]",
                "[::1%a/b]",
                "[127.0.0.1]",
                "[1:2]"
            })
    void othersAreNoHosts(String written) {
        assertThat(UrlHost.parse(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"x, 63, true", "x, 64, false", "\u00fc, 57, true", "\u00fc, 300, false"})
    void labelsAreNotLongerThanTheDnsHasThem(String letter, int times, boolean isHost) {
        assertThat(UrlHost.parse(letter.repeat(times) + ".test") != null).isEqualTo(isHost);
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void namesAreNotLongerThanTheDnsHasThem(int labels, boolean isHost) {
        assertThat(UrlHost.parse("abc.".repeat(labels - 1) + "a") != null).isEqualTo(isHost);
    }
}
